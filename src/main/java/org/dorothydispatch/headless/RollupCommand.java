package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.travel.StraightLine;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts the figures of the offices again from the record, or says where they differ from it. */
@Command(
        name = "rollup",
        description = "Count the figures that offices are compared by again from the record.",
        footer = {
            "",
            "The database is the one DOROTHY_DB_URL names, else the file in data/.",
            "Exit status: 0 counted or no difference, 1 --check found a difference, 2 it could not be done."
        },
        mixinStandardHelpOptions = true)
final class RollupCommand implements Callable<Integer> {

    private static final int TOLD = 50;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Supplier<Headless.Database> database;

    @Option(names = "--office", paramLabel = "CODE", description = "Only this office; may be given several times.")
    private List<String> offices = List.of();

    @Option(names = "--check", description = "Change nothing; say each figure that is not what the record says.")
    private boolean check;

    RollupCommand(PrintStream out, PrintStream err, Clock clock, Supplier<Headless.Database> database) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.database = database;
    }

    @Override
    public Integer call() {
        try (var existing = Store.existing(database.get());
                var store = Store.upToDate(database.get())) {
            var unknown = store.unknownOffices(offices);
            if (!unknown.isEmpty()) {
                err.println("There is no office with the code %s. Nothing was counted."
                        .formatted(String.join(", ", unknown)));
                return Headless.FAILED;
            }
            var rollUps = new RollUps(store.source(), new StraightLine(), clock);
            var wanted = offices.isEmpty() ? rollUps.offices() : offices;
            return check ? check(rollUps, wanted) : rebuild(rollUps, wanted);
        } catch (Store.Unusable refused) {
            err.println(refused.getMessage());
        } catch (DataAccessException trouble) {
            err.println("The database did not answer as it should: "
                    + trouble.getMostSpecificCause().getMessage());
        }
        return Headless.FAILED;
    }

    private int rebuild(RollUps rollUps, List<String> wanted) {
        long visits = rollUps.rebuild(wanted, (office, counted) -> err.printf("%s: %,d visits%n", office, counted));
        out.printf("Counted %,d visits of %d offices.%n", visits, wanted.size());
        return Headless.DONE;
    }

    private int check(RollUps rollUps, List<String> wanted) {
        int found = 0;
        for (var office : wanted) {
            var differences = rollUps.differences(office);
            differences.stream().limit(TOLD).forEach(one -> out.printf("%s: %s%n", office, one));
            if (differences.size() > TOLD) {
                out.printf("%s: and %,d more%n", office, differences.size() - TOLD);
            }
            found += differences.size();
        }
        out.printf("%,d differences in %d offices.%n", found, wanted.size());
        return found == 0 ? Headless.DONE : Headless.BROKEN;
    }
}
