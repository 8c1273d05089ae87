package org.dorothydispatch.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A table to take away. Cells are text, numbers as they stand on the screen, or nothing.
 *
 * @param name of the file, without its ending
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    /** What stands where there is nothing to count: neither 0 % nor 100 %. */
    public static final String DASH = "–";

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** As UTF-8 with a mark, so that a spreadsheet reads every name right. */
    public byte[] csv() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        try (var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(columns.stream().map(Table::harmless).toList());
            for (var row : rows) {
                csv.writeRecord(row.stream().map(Table::text).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell instanceof BigDecimal number ? number.toPlainString() : harmless((String) cell);
    }

    /** Whatever a spreadsheet would run as a formula begins with an apostrophe and is text. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** As a workbook of one sheet, its head standing still. */
    public byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Dorothy", "1.0")) {
            var sheet = book.newWorksheet("Table");
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, harmless(columns.get(column)));
            }
            sheet.range(0, 0, 0, Math.max(0, columns.size() - 1))
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            sheet.freezePane(1, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    var cell = rows.get(row).get(column);
                    if (cell instanceof BigDecimal number) {
                        sheet.value(row + 1, column, number);
                        sheet.style(row + 1, column)
                                .format(number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0")
                                .set();
                    } else if (cell != null) {
                        sheet.value(row + 1, column, harmless((String) cell));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
