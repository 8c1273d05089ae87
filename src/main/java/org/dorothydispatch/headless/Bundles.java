package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.util.List;
import org.dorothydispatch.importing.Problem;

/** Tells on standard error what is wrong with a bundle. */
final class Bundles {

    private static final int WARNINGS_SHOWN = 20;

    private Bundles() {}

    /** Every error that was kept, how many more there are, and what that means for the command. */
    static void tellErrors(PrintStream err, List<Problem> errors, long count, String consequence) {
        errors.forEach(err::println);
        if (count > errors.size()) {
            err.printf("… and %,d more errors.%n", count - errors.size());
        }
        err.printf("%,d %s. %s%n", count, count == 1 ? "error" : "errors", consequence);
    }

    static void tellWarnings(PrintStream err, List<Problem> warnings, long count) {
        warnings.stream().limit(WARNINGS_SHOWN).forEach(warning -> err.println("warning: " + warning));
        if (count > WARNINGS_SHOWN) {
            err.printf("… and %,d more warnings.%n", count - WARNINGS_SHOWN);
        }
    }
}
