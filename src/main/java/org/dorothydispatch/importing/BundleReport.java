package org.dorothydispatch.importing;

import java.util.List;
import java.util.Map;

/**
 * What reading a bundle found. The lists hold the first {@link #KEPT} of each kind, in the order of the files; the
 * counts are of all.
 *
 * @param rows how many good lines each file that is there has
 */
public record BundleReport(
        List<Problem> errors, long errorCount, List<Problem> warnings, long warningCount, Map<BundleFile, Long> rows) {

    /** More than anybody reads, and little enough to hold in memory. */
    public static final int KEPT = 10_000;

    /** No error anywhere; only then may anything of the bundle be kept. */
    public boolean ok() {
        return errorCount == 0;
    }
}
