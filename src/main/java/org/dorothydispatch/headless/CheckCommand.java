package org.dorothydispatch.headless;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dorothydispatch.importing.BundleReader;
import org.dorothydispatch.importing.BundleWorld;
import org.dorothydispatch.importing.KnownCodes;
import org.dorothydispatch.rules.Checks;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists every flag of the planned and confirmed visits of a bundle. */
@Command(
        name = "check",
        description = "List every flag of the planned and confirmed visits of a bundle.",
        footer = {"", "Exit status: 0 nothing is broken, 1 something is, 2 the bundle could not be read."},
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    enum Format {
        text,
        csv,
        json
    }

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "A folder or a .zip.")
    private @Nullable Path bundle;

    @Option(names = "--from", paramLabel = "DATE", description = "First day to list (yyyy-MM-dd; default: all).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day to list (yyyy-MM-dd; default: all).")
    private @Nullable LocalDate to;

    @Option(
            names = "--now",
            paramLabel = "DATE-TIME",
            description = "The moment of asking in every office's own time (yyyy-MM-ddTHH:mm; default: now).")
    private @Nullable LocalDateTime now;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    CheckCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to (%s) lies before --from (%s).".formatted(to, from));
        }
        var facts = new BundleWorld();
        var report = BundleReader.read(bundle, KnownCodes.NONE, facts);
        Bundles.tellWarnings(err, report.warnings(), report.warningCount());
        if (!report.ok()) {
            Bundles.tellErrors(err, report.errors(), report.errorCount(), "Nothing was checked.");
            return Headless.FAILED;
        }
        var offices = new LinkedHashMap<String, OfficeCount>();
        facts.offices().forEach(office -> offices.put(office.code(), new OfficeCount(office)));
        return check(facts.world(), offices);
    }

    private int check(World world, Map<String, OfficeCount> offices) {
        var answer = new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8);
        FlagPrinter printer = switch (format) {
            case text -> new TextPrinter(answer);
            case csv -> new CsvPrinter(answer);
            case json -> new JsonPrinter(answer);
        };
        var checks = new Checks(new StraightLine());
        var moment = now == null ? Now.at(clock.instant()) : Now.local(now);
        var visits = world.visits().stream()
                .filter(this::isAskedFor)
                .sorted(format == Format.text ? inOrderOf(offices) : Comparator.comparing(VisitFacts::code))
                .toList();
        printer.begin();
        for (var visit : visits) {
            var flags = checks.check(world, visit, moment);
            offices.get(visit.customer().office().code()).count(flags);
            if (!flags.isEmpty()) {
                printer.visit(visit, flags);
            }
        }
        printer.end(offices.values());
        answer.flush();
        return offices.values().stream().anyMatch(OfficeCount::anyBroken) ? Headless.BROKEN : Headless.DONE;
    }

    private boolean isAskedFor(VisitFacts visit) {
        var there = visit.assignment();
        return there.judgeable()
                && (there.status() == VisitStatus.PLANNED || there.status() == VisitStatus.CONFIRMED)
                && (from == null || !there.date().isBefore(from))
                && (to == null || !there.date().isAfter(to));
    }

    /** As a person reads: office by office, day by day, in the order of the day. */
    private static Comparator<VisitFacts> inOrderOf(Map<String, OfficeCount> offices) {
        var places = new LinkedHashMap<String, Integer>();
        offices.keySet().forEach(office -> places.put(office, places.size()));
        return Comparator.<VisitFacts>comparingInt(
                        visit -> places.get(visit.customer().office().code()))
                .thenComparing(visit -> visit.assignment().date())
                .thenComparing(visit -> visit.assignment().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(VisitFacts::code);
    }
}
