package org.dorothydispatch.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a reading finds: counts everything, keeps what a person can read. */
final class Findings {

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<BundleFile, Long> rows = new EnumMap<>(BundleFile.class);
    private long errorCount;
    private long warningCount;

    void error(String file, long line, @Nullable String column, String message, @Nullable String value) {
        errorCount++;
        keep(errors, file, line, column, message, value);
    }

    void warning(String file, long line, @Nullable String column, String message, @Nullable String value) {
        warningCount++;
        keep(warnings, file, line, column, message, value);
    }

    void rows(BundleFile file, long count) {
        rows.put(file, count);
    }

    long errorCount() {
        return errorCount;
    }

    BundleReport report() {
        return new BundleReport(
                List.copyOf(errors),
                errorCount,
                List.copyOf(warnings),
                warningCount,
                Collections.unmodifiableMap(rows));
    }

    private static void keep(
            List<Problem> problems,
            String file,
            long line,
            @Nullable String column,
            String message,
            @Nullable String value) {
        if (problems.size() < BundleReport.KEPT) {
            problems.add(new Problem(file, line, column, message, value == null ? null : Quoted.plain(value)));
        }
    }
}
