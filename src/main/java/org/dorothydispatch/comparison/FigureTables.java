package org.dorothydispatch.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorothydispatch.shared.Table;
import org.jspecify.annotations.Nullable;

/** Figures and the people behind them as tables to take away. */
public final class FigureTables {

    private FigureTables() {}

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
                        ? Table.DASH
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
}
