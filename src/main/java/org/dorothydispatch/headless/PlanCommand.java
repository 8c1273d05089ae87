package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the arguments planning will take and says that it is not there yet; writes nothing. */
@Command(
        name = "plan",
        description = "Plan the open visits of a bundle (not available yet; ends with status 2 and writes nothing).",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private final PrintStream err;

    @Parameters(paramLabel = "BUNDLE", description = "A folder or a .zip.")
    private @Nullable Path bundle;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day to plan.")
    private @Nullable LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last day to plan.")
    private @Nullable LocalDate to;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to search.")
    private int seconds;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the planned bundle goes.")
    private @Nullable Path out;

    PlanCommand(PrintStream err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        err.println("Planning is not available yet; nothing was planned and nothing was written.");
        return Headless.FAILED;
    }
}
