package org.dorothydispatch.importing;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a bundle: where it stands and a sentence that says what to do, the value included.
 *
 * @param file the file's name, or the bundle's own name when it is not about one file
 * @param line the line on which the row begins, the header being 1; 0 when it is about the whole file
 * @param column the column's name, or null when it is about the whole line
 * @param value the cell as it was found, shortened; null when there is none
 */
public record Problem(
        String file,
        long line,
        @Nullable String column,
        String message,
        @Nullable String value) {

    /** {@code visits.csv:17: due_on: "2026-02-31" is not a date: …}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (column == null ? "" : column + ": ") + message;
    }
}
