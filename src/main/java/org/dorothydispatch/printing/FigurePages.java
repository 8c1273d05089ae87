package org.dorothydispatch.printing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.office.OfficeRow;
import org.springframework.stereotype.Component;

/** The comparison on paper: the numbers of the screen, each with its formula, period, unit and sample. */
@Component
class FigurePages {

    /** Columns that are read beside each other on one sheet; more go on a further table. */
    private static final int COLUMNS = 6;

    private final ComparisonService comparison;
    private final Pdf pdf;
    private final Clock clock;

    FigurePages(ComparisonService comparison, Pdf pdf, Clock clock) {
        this.comparison = comparison;
        this.pdf = pdf;
        this.clock = clock;
    }

    /**
     * @param code one technician or route beside the office; blank for all of them
     * @throws IllegalArgumentException with a sentence when nothing can be said of it
     */
    FigureSheet of(String what, String office, String code, String region, String from, String to) {
        var period = comparison.period(month(from), month(to));
        return switch (what) {
            case "office" -> offices(period, region);
            case "technician" -> part(Kind.TECHNICIAN, "Technicians", office, code, period);
            case "route" -> part(Kind.ROUTE, "Routes", office, code, period);
            default ->
                throw new IllegalArgumentException(
                        "What to compare (%s) must be office, technician or route.".formatted(what));
        };
    }

    /** The offices that whoever asks may see. */
    FigureSheet offices(Period period) {
        return offices(period, "");
    }

    /** @param region blank for all */
    private FigureSheet offices(Period period, String region) {
        var mine = comparison.offices(region);
        if (mine.isEmpty()) {
            throw new IllegalArgumentException("You can compare offices once an administrator has given you one.");
        }
        return sheet(
                "Offices %s, %s".formatted(region.isEmpty() ? "side by side" : "of " + region, period.words()),
                period,
                comparison.offices(period, region),
                mine.getFirst());
    }

    private FigureSheet part(Kind kind, String plural, String code, String one, Period period) {
        var lines = one.isEmpty() ? comparison.of(kind, code, period) : comparison.one(kind, code, one, period);
        var office = comparison.offices().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no office (%s).".formatted(code)));
        return sheet(
                "%s of %s, %s"
                        .formatted(one.isEmpty() ? plural : lines.getFirst().name(), office.name(), period.words()),
                period,
                lines,
                office);
    }

    private FigureSheet sheet(String title, Period period, List<OfficeLine> lines, OfficeRow office) {
        return new FigureSheet(
                title, period, lines, comparison.upToDate(), clock.instant().atZone(office.timeZone()));
    }

    private static YearMonth month(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "Say which months to print: open “Print or PDF” on the page of offices, or"
                            + " add them to the address, as in from=2026-01&to=2026-10.");
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The month (%s) is none; write it as in from=2026-01&to=2026-10.".formatted(text));
        }
    }

    byte[] pdf(FigureSheet sheet, Pdf.Paper paper) {
        return pdf.print(List.of(letters -> Pages.document(
                new Markup(letters), sheet.title(), paper.style(true), "wide", page -> write(page, sheet))));
    }

    /** Figures down the side, offices across. */
    static void write(Markup page, FigureSheet sheet) {
        page.open("div", "figures");
        page.words("h1", "", sheet.title());
        page.line("p", "", "Printed %s.".formatted(Pages.moment(sheet.printedAt())));
        if (!sheet.upToDate()) {
            page.line("p", "", "The last changes are being counted and are not in these figures yet.");
        }
        if (sheet.lines().isEmpty()) {
            page.line("p", "nothing", "No visit was done in this time.").close("div");
            return;
        }
        FigurePictures.quadrant(page, sheet.lines());
        var figures = Arrays.stream(Figure.values())
                .filter(figure -> sheet.lines().getFirst().values().containsKey(figure))
                .toList();
        for (int from = 0; from < sheet.lines().size(); from += COLUMNS) {
            table(page, sheet.lines().subList(from, Math.min(sheet.lines().size(), from + COLUMNS)), figures);
        }
        page.line(
                        "p",
                        "legend",
                        "The line under a number is how it went, from its lowest to its highest of the last months. “of 131 promises” is what a figure is made of; “few” marks fewer than 30: chance may have made it."
                                + " A dash: there was nothing to count. Nobody is ranked by a number.")
                .close("div");
    }

    private static void table(Markup page, List<OfficeLine> lines, List<Figure> figures) {
        page.open("table", "figure-table").open("thead", "").open("tr", "").line("th", "figure", "Figure");
        lines.forEach(line -> page.words("th", "", line.name()));
        page.close("tr").close("thead").open("tbody", "");
        Figure.Group group = null;
        for (var figure : figures) {
            if (figure.group() != group) {
                group = figure.group();
                page.open("tr", "")
                        .open("td", "group", "colspan", String.valueOf(1 + lines.size()))
                        .text("%s. %s".formatted(group.title(), group.question()))
                        .close("td")
                        .close("tr");
            }
            page.open("tr", "").open("td", "figure");
            page.line("b", "", "%s (%s)".formatted(figure.title(), figure.unit().words()))
                    .line(
                            "div",
                            "formula",
                            "%s %s.".formatted(figure.formula(), figure.span().words()))
                    .close("td");
            lines.forEach(line -> cell(page, line, figure));
            page.close("tr");
        }
        page.close("tbody").close("table");
    }

    private static void cell(Markup page, OfficeLine line, Figure figure) {
        page.open("td", "").line("b", "", line.text(figure));
        if (line.of(figure).present() || line.of(figure).open() > 0) {
            page.line("div", "formula", sample(line, figure));
        }
        FigurePictures.trend(page, line.trends().getOrDefault(figure, List.of()));
        var target = line.targets().get(figure);
        if (target != null) {
            page.line(
                    "div",
                    line.misses(figure) ? "broken" : "formula",
                    "%s %s"
                            .formatted(
                                    line.misses(figure) ? "× target" : "target",
                                    figure.unit().text(target)));
        }
        page.close("td");
    }

    /** "of 131 promises", "of 12 promises, few". */
    static String sample(OfficeLine line, Figure figure) {
        var value = line.of(figure);
        return "of %,d %s%s%s"
                .formatted(
                        value.sample(),
                        figure.sampleOf(),
                        value.small() && figure.unit() != Figure.Unit.COUNT ? ", few" : "",
                        value.open() > 0 ? "; %,d broken not looked at yet".formatted(value.open()) : "");
    }
}
