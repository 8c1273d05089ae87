package org.dorothydispatch.headless;

import java.io.PrintStream;
import org.dorothydispatch.importing.ImportProgress;
import org.jspecify.annotations.Nullable;

/** Tells on standard error how far long work is, in tenths; short work is done before it is worth a word. */
final class Progress implements ImportProgress {

    private static final long WORTH_A_WORD = 10_000_000;
    private static final long VISITS_WORTH_A_WORD = 20_000;

    private final PrintStream err;
    private @Nullable Phase told;
    private long tenths;

    Progress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void at(Phase phase, long done, long total) {
        if (total < (phase == Phase.CHECKING ? VISITS_WORTH_A_WORD : WORTH_A_WORD)) {
            return;
        }
        long now = 10 * done / total;
        if (phase != told || now > tenths) {
            told = phase;
            tenths = now;
            err.printf("%s: %d %%%n", phase.words(), 10 * now);
        }
    }
}
