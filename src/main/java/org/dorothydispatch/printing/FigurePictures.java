package org.dorothydispatch.printing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dorothydispatch.comparison.Corner;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.jspecify.annotations.Nullable;

/** The pictures of the comparison on paper. A number leads from a dot to its line in the table: paper may have no colours. */
final class FigurePictures {

    static final int WIDTH = 420;
    static final int HEIGHT = 240;

    private static final int TREND_WIDTH = 78;
    private static final int TREND_HEIGHT = 14;

    private FigurePictures() {}

    /** The company's rules against what was promised; nothing where no line has both. */
    static void quadrant(Markup page, List<OfficeLine> lines) {
        var marks = lines.stream().filter(line -> line.corner().isPresent()).toList();
        if (marks.isEmpty()) {
            return;
        }
        double left = Corner.lowest(marks.stream().mapToDouble(line -> share(line, Figure.PROTOCOL_KEPT)));
        double bottom = Corner.lowest(marks.stream().mapToDouble(line -> share(line, Figure.KEPT_PROMISES)));
        double split = (Corner.LINE - left) / (1 - left) * WIDTH;
        double line = (1 - Corner.LINE) / (1 - bottom) * HEIGHT;
        var dots = new Dots();
        for (int i = 0; i < marks.size(); i++) {
            dots.add(
                    i + 1,
                    (share(marks.get(i), Figure.PROTOCOL_KEPT) - left) / (1 - left) * WIDTH,
                    (1 - share(marks.get(i), Figure.KEPT_PROMISES)) / (1 - bottom) * HEIGHT);
        }
        page.line("h2", "", "The company’s rules against what was promised").open("div", "quadrant");
        area(page, Corner.COMPANY_RED, 0, 0, split, line);
        area(page, Corner.BOTH_GREEN, split, 0, WIDTH - split, line);
        area(page, Corner.BOTH_RED, 0, line, split, HEIGHT - line);
        area(page, Corner.CUSTOMER_RED, split, line, WIDTH - split, HEIGHT - line);
        dots.write(page, WIDTH);
        page.close("div")
                .line(
                        "p",
                        "formula",
                        "To the right more of the company’s rules was kept (%.0f %% to 100 %%), upwards more of what was promised (%.0f %% to 100 %%). Green from %s on."
                                .formatted(
                                        left * 100,
                                        bottom * 100,
                                        Figure.KEPT_PROMISES.unit().text(Corner.LINE)));
        page.open("table", "quadrant-table");
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            page.open("tr", "").line("td", "n", String.valueOf(i + 1)).words("td", "", mark.name());
            page.line("td", "", "protocols %s".formatted(mark.text(Figure.PROTOCOL_KEPT)))
                    .line(
                            "td",
                            "",
                            "promises %s%s"
                                    .formatted(
                                            mark.text(Figure.KEPT_PROMISES),
                                            mark.of(Figure.KEPT_PROMISES).small() ? " (few)" : ""))
                    .line("td", "", mark.corner().orElseThrow().words())
                    .close("tr");
        }
        page.close("table");
    }

    private static double share(OfficeLine line, Figure figure) {
        return Objects.requireNonNull(line.of(figure).value());
    }

    private static void area(Markup page, Corner corner, double left, double top, double width, double height) {
        page.open(
                        "div",
                        "area " + corner.word(),
                        "style",
                        String.format(
                                Locale.ENGLISH,
                                "left:%.0fpx;top:%.0fpx;width:%.0fpx;height:%.0fpx",
                                left,
                                top,
                                width,
                                height))
                .text(corner.words())
                .close("div");
    }

    /** How a figure went month by month, between its lowest and its highest; nothing where less than two months have one. */
    static void trend(Markup page, List<@Nullable Double> months) {
        var known = months.stream()
                .filter(Objects::nonNull)
                .mapToDouble(month -> month)
                .summaryStatistics();
        if (known.getCount() < 2) {
            return;
        }
        double span = known.getMax() - known.getMin();
        var line = new DrawnLine(TREND_WIDTH, TREND_HEIGHT);
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i);
            if (month == null) {
                line.lift();
            } else {
                double up = span == 0 ? 0.5 : (month - known.getMin()) / span;
                line.to(1 + (TREND_WIDTH - 2.0) * i / (months.size() - 1), TREND_HEIGHT - 1 - (TREND_HEIGHT - 2) * up);
            }
        }
        line.write(page, "trend", "The last %d months".formatted(months.size()));
    }
}
