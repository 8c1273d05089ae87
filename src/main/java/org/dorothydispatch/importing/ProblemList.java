package org.dorothydispatch.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The errors of a bundle as a file to take away. */
public final class ProblemList {

    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private ProblemList() {}

    /** One line a problem, with a header. What came from the bundle is made harmless for spreadsheets. */
    public static String csv(List<Problem> problems) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord("file", "line", "column", "message", "value");
        for (var problem : problems) {
            csv.writeRecord(
                    harmless(problem.file()),
                    problem.line() == 0 ? "" : Long.toString(problem.line()),
                    harmless(problem.column()),
                    harmless(problem.message()),
                    harmless(problem.value()));
        }
        return text.toString();
    }

    private static String harmless(@Nullable String cell) {
        return cell == null ? "" : cell.lines().map(ProblemList::harmlessLine).collect(Collectors.joining("\n"));
    }

    /** A cell that begins like a formula would be computed by whoever opens the list. */
    private static String harmlessLine(String line) {
        var start = line.strip();
        return !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0 ? "'" + line : line;
    }
}
