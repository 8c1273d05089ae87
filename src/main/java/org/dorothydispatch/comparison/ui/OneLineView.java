package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureTables;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Exports;
import org.dorothydispatch.uikit.Refusal;

/**
 * One technician or one route: the figures beside those of the whole office, and the people behind them. The address says
 * all of it: {@code offices/technician?office=RIVER&code=ANA&from=2025-12&to=2026-11&figure=kept_promises}.
 */
@Route("offices/technician")
@RouteAlias("offices/route")
@PageTitle("Side by side with the office · Dorothy")
@StyleSheet("styles/comparison.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class OneLineView extends Div implements BeforeEnterObserver {

    private final ComparisonService comparison;
    private final BehindService people;

    OneLineView(ComparisonService comparison, BehindService people) {
        this.comparison = comparison;
        this.people = people;
        addClassNames("page", "comparison");
    }

    private record Asked(Kind kind, OfficeRow office, String code, YearMonth from, YearMonth to, Figure figure) {

        Asked in(YearMonth first, YearMonth last) {
            return new Asked(kind, office, code, first, last, figure);
        }

        Asked about(Figure other) {
            return new Asked(kind, office, code, from, to, other);
        }
    }

    static void open(Kind kind, String office, String code, YearMonth from, YearMonth to) {
        UI.getCurrent()
                .navigate(
                        address(kind),
                        QueryParameters.simple(
                                Map.of("office", office, "code", code, "from", from.toString(), "to", to.toString())));
    }

    private static String address(Kind kind) {
        return "offices/" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters();
        var kind = event.getLocation().getPath().endsWith("route") ? Kind.ROUTE : Kind.TECHNICIAN;
        var code = query.getSingleParameter("code").orElse("");
        var office = comparison.offices().stream()
                .filter(one ->
                        one.code().equals(query.getSingleParameter("office").orElse("")))
                .findFirst();
        var first = comparison.firstMonth();
        var now = comparison.thisMonth();
        var to = Months.of(query, "to", now);
        var from = Months.of(query, "from", to == null || first == null ? null : Months.yearTo(to, first));
        if (office.isEmpty() || first == null || from == null || to == null) {
            add(
                    new H1(kind == Kind.ROUTE ? "A route" : "A technician"),
                    new Paragraph("The address names no office of yours, or no month. Choose from the list."),
                    new Anchor("offices", "Offices side by side"));
            return;
        }
        show(new Asked(kind, office.get(), code, from, to, figure(query)), Months.between(first, now));
    }

    private static Figure figure(QueryParameters query) {
        var word = query.getSingleParameter("figure").orElse("");
        return Arrays.stream(Figure.values())
                .filter(Figure::ofVisits)
                .filter(figure -> figure.word().equals(word))
                .findFirst()
                .orElse(Figure.KEPT_PROMISES);
    }

    private void show(Asked asked, List<YearMonth> months) {
        try {
            var period = comparison.period(asked.from(), asked.to());
            var lines = comparison.one(asked.kind(), asked.office().code(), asked.code(), period);
            var header = header(lines.getFirst().name(), asked, months);
            header.add(onPaper(asked));
            add(header, back(asked));
            if (!comparison.upToDate()) {
                add(new Paragraph("The last changes are being counted; they are in the figures in a moment."));
            }
            show(asked, period, lines);
        } catch (IllegalArgumentException refused) {
            add(
                    header(asked.kind() == Kind.ROUTE ? "A route" : "A technician", asked, months),
                    back(asked),
                    new Refusal(String.valueOf(refused.getMessage())));
        }
    }

    private static Header header(String name, Asked asked, List<YearMonth> months) {
        var from = Months.select("First month", months, asked.from());
        from.addValueChangeListener(change -> go(asked.in(change.getValue(), asked.to())));
        var to = Months.select("Last month", months, asked.to());
        to.addValueChangeListener(change -> go(asked.in(asked.from(), change.getValue())));
        var header = new Header(new H1(name), from, to);
        header.addClassName("page-header");
        return header;
    }

    private static Anchor onPaper(Asked asked) {
        return ComparisonView.onPaper(QueryParameters.simple(Map.of(
                "what", asked.kind().name().toLowerCase(Locale.ROOT),
                "office", asked.office().code(),
                "code", asked.code(),
                "from", asked.from().toString(),
                "to", asked.to().toString())));
    }

    private static Anchor back(Asked asked) {
        return new Anchor(
                "offices?"
                        + QueryParameters.simple(Map.of(
                                        "what", asked.kind().name().toLowerCase(Locale.ROOT),
                                        "office", asked.office().code(),
                                        "from", asked.from().toString(),
                                        "to", asked.to().toString()))
                                .getQueryString(),
                "All %s of %s"
                        .formatted(
                                asked.kind() == Kind.ROUTE ? "routes" : "technicians",
                                asked.office().name()));
    }

    private void show(Asked asked, Period period, List<OfficeLine> lines) {
        var what = asked.kind() == Kind.ROUTE ? "Route" : "Technician";
        var name = lines.getFirst().name();
        var table = new SideBySide(
                (figure, code) -> new BehindDialog(
                                people,
                                new Question(
                                        figure,
                                        List.of(asked.office().code()),
                                        code.isEmpty() ? Kind.OFFICE : asked.kind(),
                                        code,
                                        period),
                                code.isEmpty() ? lines.getLast().name() : name)
                        .open(),
                code -> {});
        table.show(what, period, false, lines);
        add(
                table,
                Exports.of(() -> FigureTables.of(
                        "%s-%s-%s-to-%s"
                                .formatted(
                                        asked.kind().name().toLowerCase(Locale.ROOT),
                                        asked.code(),
                                        asked.from(),
                                        asked.to()),
                        what,
                        lines)));
        add(behind(asked, period, name));
    }

    private Section behind(Asked asked, Period period, String name) {
        var question = new Question(asked.figure(), List.of(asked.office().code()), asked.kind(), asked.code(), period);
        var figure = new Select<Figure>();
        figure.setItems(Arrays.stream(Figure.values()).filter(Figure::ofVisits).toList());
        figure.setItemLabelGenerator(Figure::title);
        figure.setAriaLabel("Figure");
        figure.setValue(asked.figure());
        figure.addValueChangeListener(change -> go(asked.about(change.getValue())));
        int count = people.count(question);
        var section = new Section(
                new H2("Who is behind it"),
                figure,
                new Paragraph(
                        count == 0
                                ? "Nobody: nothing went wrong here."
                                : count == 1
                                        ? "One customer of %s.".formatted(name)
                                        : "%,d customers of %s, whoever it went worst for first."
                                                .formatted(count, name)));
        section.addClassName("behind-one");
        if (count > 0) {
            var grid = new PeopleGrid(true, (offset, limit) -> people.list(question, offset, limit));
            grid.addClassName("people-grid");
            section.add(grid);
        }
        return section;
    }

    private static void go(Asked asked) {
        UI.getCurrent()
                .navigate(
                        address(asked.kind()),
                        QueryParameters.simple(Map.of(
                                "office", asked.office().code(),
                                "code", asked.code(),
                                "from", asked.from().toString(),
                                "to", asked.to().toString(),
                                "figure", asked.figure().word())));
    }
}
