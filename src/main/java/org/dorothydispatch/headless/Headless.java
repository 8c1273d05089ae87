package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The commands that need no server: each reads its arguments, writes its answer to {@code out} and everything else to
 * {@code err}, and ends with a status: 0 done, 1 {@code check} found something broken, 2 it could not be done.
 */
public final class Headless {

    /** The database of {@code import}, {@code export} and {@code rollup}. */
    public record Database(String url, String user, String password) {}

    static final int DONE = 0;
    static final int BROKEN = 1;
    static final int FAILED = 2;

    private static final Set<String> WORDS =
            Set.of("check", "plan", "import", "export", "rollup", "help", "--help", "-h", "--version", "-V");

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Supplier<Database> database;

    public Headless(PrintStream out, PrintStream err, Clock clock, Supplier<Database> database) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.database = database;
    }

    /** Whether these arguments are a headless command, as opposed to starting the console. */
    public static boolean answers(String[] args) {
        return args.length > 0 && WORDS.contains(args[0]);
    }

    /** Answers one command; never throws and never prints a stack trace. */
    public int run(String... args) {
        try {
            return new CommandLine(new Root())
                    .addSubcommand(new CheckCommand(out, err, clock))
                    .addSubcommand(new PlanCommand(err))
                    .addSubcommand(new ImportCommand(out, err, clock, database))
                    .addSubcommand(new ExportCommand(out, err, database))
                    .addSubcommand(new RollupCommand(out, err, clock, database))
                    .addSubcommand(new CommandLine.HelpCommand())
                    .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                    .registerConverter(LocalDate.class, Headless::date)
                    .registerConverter(LocalDateTime.class, Headless::dateTime)
                    .setParameterExceptionHandler((exception, arguments) -> misunderstood(exception))
                    .setExecutionExceptionHandler((exception, command, parsed) -> unexpected(exception))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(args);
        } catch (OutOfMemoryError full) {
            err.println("There is not enough memory for this bundle. Give more: DOROTHY_JAVA_OPTS=-Xmx4g ./dorothy …");
            return FAILED;
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new TypeConversionException("'%s' is not a date; write it as yyyy-MM-dd".formatted(text));
        }
    }

    private static LocalDateTime dateTime(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException notAMoment) {
            throw new TypeConversionException(
                    "'%s' is not a date and time; write it as yyyy-MM-ddTHH:mm".formatted(text));
        }
    }

    private int misunderstood(ParameterException exception) {
        err.printf(
                "%s%nSee ./%s --help.%n",
                exception.getMessage(),
                exception.getCommandLine().getCommandSpec().qualifiedName());
        return FAILED;
    }

    private int unexpected(Exception exception) {
        err.println("Something went wrong that should not: " + exception);
        return FAILED;
    }

    @Command(
            name = "dorothy",
            description = "Dispatch for people with names: answers from a bundle or the database, without a server.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "A bundle is a folder, or a .zip of one, with the CSV files offices.csv, customers.csv, visits.csv and more.",
                "Exit status: 0 done, 1 check found something broken, 2 it could not be done."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    private static final class Root {}

    private static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Headless.class.getPackage().getImplementationVersion();
            return new String[] {"dorothy " + (version == null ? "(not packaged)" : version)};
        }
    }
}
