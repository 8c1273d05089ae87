package org.dorothydispatch.headless;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dorothydispatch.importing.BundleExport;
import org.dorothydispatch.importing.ImportFailed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the database as a bundle. */
@Command(
        name = "export",
        description = "Write what the database holds as a bundle; importing it again changes nothing.",
        footer = {
            "",
            "The database is the one DOROTHY_DB_URL names, else the file in data/.",
            "Exit status: 0 written, 2 not, and standard error says why."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Headless.Database> database;

    @Parameters(paramLabel = "TARGET", description = "A folder, or a zip when it ends in .zip.")
    private @Nullable Path target;

    @Option(
            names = "--office",
            paramLabel = "CODE",
            description = "Only this office and what belongs to it; may be given several times.")
    private List<String> offices = List.of();

    ExportCommand(PrintStream out, PrintStream err, Supplier<Headless.Database> database) {
        this.out = out;
        this.err = err;
        this.database = database;
    }

    @Override
    public Integer call() {
        try (var store = Store.existing(database.get())) {
            var unknown = store.unknownOffices(offices);
            if (!unknown.isEmpty()) {
                err.println("There is no office with the code %s. Nothing was written."
                        .formatted(String.join(", ", unknown)));
                return Headless.FAILED;
            }
            long rows = new BundleExport(store.source())
                    .write(target, offices.isEmpty() ? null : offices, new Progress(err));
            out.printf("Wrote %,d rows to %s.%n", rows, target);
            return Headless.DONE;
        } catch (Store.Unusable | ImportFailed refused) {
            err.println(refused.getMessage());
        } catch (IOException unwritable) {
            err.println("The bundle could not be written: %s.".formatted(unwritable.getMessage()));
        }
        return Headless.FAILED;
    }
}
