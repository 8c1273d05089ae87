package org.dorothydispatch.comparison;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A table to take away. Cells are text, numbers as they stand on the screen, or nothing.
 *
 * @param name of the file, without its ending
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Every figure of the lines, each with its sample size. */
    public static Table of(String name, String what, List<OfficeLine> lines) {
        var figures = lines.isEmpty()
                ? List.<Figure>of()
                : Arrays.stream(Figure.values())
                        .filter(figure -> lines.getFirst().values().containsKey(figure))
                        .toList();
        return of(name, what, lines, figures);
    }

    /** One figure of the lines, with its sample size. */
    public static Table of(String name, String what, List<OfficeLine> lines, Figure figure) {
        return of(name, what, lines, List.of(figure));
    }

    private static Table of(String name, String what, List<OfficeLine> lines, List<Figure> figures) {
        var columns = new ArrayList<String>();
        columns.add(what);
        figures.forEach(figure -> addColumns(columns, figure));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : lines) {
            var row = new ArrayList<@Nullable Object>();
            row.add(line.name());
            figures.forEach(figure -> addCells(row, line, figure));
            rows.add(row);
        }
        return new Table(name, columns, rows);
    }

    /** The points of the quadrant, as its table on the screen has them, each share with its sample size. */
    public static Table ofQuadrant(String name, String what, List<OfficeLine> lines) {
        var axes = List.of(Figure.PROTOCOL_KEPT, Figure.KEPT_PROMISES);
        var columns = new ArrayList<String>();
        columns.add(what);
        axes.forEach(figure -> addColumns(columns, figure));
        columns.add("Corner");
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : lines) {
            line.corner().ifPresent(corner -> {
                var row = new ArrayList<@Nullable Object>();
                row.add(line.name());
                axes.forEach(figure -> addCells(row, line, figure));
                row.add(corner.words());
                rows.add(row);
            });
        }
        return new Table(name, columns, rows);
    }

    private static void addColumns(List<String> columns, Figure figure) {
        columns.add("%s (%s)".formatted(figure.title(), figure.unit().words()));
        columns.add("%s: %s".formatted(figure.title(), figure.sampleOf()));
        if (figure == Figure.AVOIDABLE_BREAKS) {
            columns.add("%s: not looked at yet".formatted(figure.title()));
        }
    }

    private static void addCells(List<@Nullable Object> row, OfficeLine line, Figure figure) {
        var value = line.of(figure);
        // Text in a column of numbers: a spreadsheet sums and averages past it, as it would not past a 0.
        row.add(
                value.value() == null
                        ? OfficeLine.DASH
                        : new BigDecimal(figure.unit().number(value.value())));
        row.add(new BigDecimal(value.sample()));
        if (figure == Figure.AVOIDABLE_BREAKS) {
            row.add(new BigDecimal(value.open()));
        }
    }

    /** The people behind a figure. */
    public static Table ofPeople(String name, List<Behind> people) {
        return new Table(
                name,
                List.of("Who", "What", "Code"),
                people.stream()
                        .<List<@Nullable Object>>map(one -> List.of(one.name(), one.what(), one.code()))
                        .toList());
    }

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
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** As a workbook of one sheet, its head standing still. */
    public byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Dorothy", "1.0")) {
            var sheet = book.newWorksheet("Figures");
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
