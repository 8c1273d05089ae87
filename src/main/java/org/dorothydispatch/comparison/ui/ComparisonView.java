package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureTables;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.Regions;
import org.dorothydispatch.comparison.Targets;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Exports;
import org.dorothydispatch.uikit.Refusal;

/**
 * Offices side by side, or one office's technicians or routes. The address says all of it:
 * {@code offices?what=route&office=RIVER&from=2025-12&to=2026-11}, {@code offices?region=North}.
 */
@Route("offices")
@PageTitle("Offices side by side · Dorothy")
@Menu(title = "Offices", order = 45, icon = "icons/offices.svg")
@StyleSheet("styles/comparison.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class ComparisonView extends Div implements BeforeEnterObserver {

    /** What a file's name should not have. */
    private static final Pattern FILE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final ComparisonService comparison;
    private final BehindService people;
    private final Targets targets;
    private final Regions regions;

    ComparisonView(ComparisonService comparison, BehindService people, Targets targets, Regions regions) {
        this.comparison = comparison;
        this.people = people;
        this.targets = targets;
        this.regions = regions;
        addClassNames("page", "comparison");
    }

    /** What the address asks for; the period as it was typed. */
    private record Asked(Kind kind, OfficeRow office, String region, YearMonth from, YearMonth to) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var offices = comparison.offices();
        if (offices.isEmpty()) {
            add(
                    new H1("Offices side by side"),
                    new Paragraph("You can compare offices once an administrator has given you one."));
            return;
        }
        var first = comparison.firstMonth();
        if (first == null) {
            add(
                    new H1("Offices side by side"),
                    new Paragraph(
                            comparison.upToDate()
                                    ? "No visit has been done yet. The first figures come with the first visit that is over."
                                    : "The figures are being counted. Open this page again in a minute."));
            return;
        }
        var query = event.getLocation().getQueryParameters();
        var now = comparison.thisMonth();
        var to = Months.of(query, "to", now);
        var from = Months.of(query, "from", to == null ? null : Months.yearTo(to, first));
        var code = query.getSingleParameter("office").orElse("");
        var office = offices.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(offices.getFirst());
        var asked = new Asked(
                kind(query.getSingleParameter("what").orElse("")),
                office,
                query.getSingleParameter("region").orElse(""),
                from == null ? now.minusMonths(11) : from,
                to == null ? now : to);
        add(header(offices, asked, first, now));
        if (from == null || to == null) {
            add(new Refusal("The address names a month that is none. Choose the months above."));
            return;
        }
        show(offices, asked);
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "technician" -> Kind.TECHNICIAN;
            case "route" -> Kind.ROUTE;
            default -> Kind.OFFICE;
        };
    }

    private Header header(List<OfficeRow> offices, Asked asked, YearMonth first, YearMonth now) {
        var what = new Select<Kind>();
        what.setItems(Kind.values());
        what.setItemLabelGenerator(ComparisonView::words);
        what.setAriaLabel("What to compare");
        what.setValue(asked.kind());
        what.addValueChangeListener(
                change -> go(new Asked(change.getValue(), asked.office(), asked.region(), asked.from(), asked.to())));
        var office = new Select<OfficeRow>();
        office.setItems(offices);
        office.setItemLabelGenerator(OfficeRow::name);
        office.setAriaLabel("Office");
        office.setValue(asked.office());
        office.setVisible(asked.kind() != Kind.OFFICE);
        office.addValueChangeListener(
                change -> go(new Asked(asked.kind(), change.getValue(), asked.region(), asked.from(), asked.to())));
        var months = Months.between(first, now);
        var from = Months.select("First month", months, asked.from());
        from.addValueChangeListener(
                change -> go(new Asked(asked.kind(), asked.office(), asked.region(), change.getValue(), asked.to())));
        var to = Months.select("Last month", months, asked.to());
        to.addValueChangeListener(
                change -> go(new Asked(asked.kind(), asked.office(), asked.region(), asked.from(), change.getValue())));
        var title = new H1(
                switch (asked.kind()) {
                    case OFFICE -> "Offices side by side";
                    case TECHNICIAN -> "Technicians of " + asked.office().name();
                    case ROUTE -> "Routes of " + asked.office().name();
                });
        var header = new Header(title, what, office, region(asked), from, to);
        header.addClassName("page-header");
        header.addComponentAtIndex(1, new Anchor("risk", "At risk"));
        header.add(new Anchor(
                WhyView.address(
                        asked.kind() == Kind.OFFICE
                                ? List.of()
                                : List.of(asked.office().code()),
                        asked.from(),
                        asked.to()),
                "Why promises were broken"));
        if (asked.kind() == Kind.OFFICE) {
            header.add(new Button("Regions", click -> new RegionsDialog(regions, offices, () -> go(asked)).open()));
            header.add(new Button("Targets", click -> new TargetsDialog(targets, offices, () -> go(asked)).open()));
        }
        return header;
    }

    private Select<String> region(Asked asked) {
        var region = Months.region(comparison, asked.region());
        region.setVisible(asked.kind() == Kind.OFFICE && region.isVisible());
        region.addValueChangeListener(
                change -> go(new Asked(asked.kind(), asked.office(), change.getValue(), asked.from(), asked.to())));
        return region;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case OFFICE -> "Offices";
            case TECHNICIAN -> "Technicians";
            case ROUTE -> "Routes";
        };
    }

    private void show(List<OfficeRow> offices, Asked asked) {
        Period period;
        List<OfficeRow> compared;
        try {
            period = comparison.period(asked.from(), asked.to());
            compared = asked.kind() == Kind.OFFICE ? comparison.offices(asked.region()) : offices;
        } catch (IllegalArgumentException refused) {
            add(new Refusal(refused.getMessage()));
            return;
        }
        var lines = asked.kind() == Kind.OFFICE
                ? comparison.offices(period, asked.region())
                : comparison.of(asked.kind(), asked.office().code(), period);
        if (lines.isEmpty()) {
            add(new Paragraph("No visit was done at %s in this time."
                    .formatted(asked.office().name())));
            return;
        }
        if (!comparison.upToDate()) {
            add(new Paragraph("The last changes are being counted; they are in the figures in a moment."));
        }
        Consumer<String> open = code -> open(offices, asked, code);
        var table = new SideBySide((figure, code) -> behind(compared, asked, period, lines, figure, code), open);
        var what = switch (asked.kind()) {
            case OFFICE -> "Office";
            case TECHNICIAN -> "Technician";
            case ROUTE -> "Route";
        };
        table.show(what, period, true, lines);
        var name = "%s-%s-to-%s"
                .formatted(
                        asked.kind() == Kind.OFFICE
                                ? asked.region().isEmpty()
                                        ? "offices"
                                        : "offices-"
                                                + FILE.matcher(asked.region()).replaceAll("-")
                                : "%ss-%s"
                                        .formatted(
                                                asked.kind().name().toLowerCase(Locale.ROOT),
                                                asked.office().code()),
                        asked.from(),
                        asked.to());
        var takeAway = new Div(Exports.of(() -> FigureTables.of(name, what, lines)), onPaper(query(asked)));
        takeAway.addClassName("take-away");
        add(
                table,
                takeAway,
                new QuadrantPicture(what, period, lines, open),
                Exports.of("the table of the picture", () -> FigureTables.ofQuadrant("quadrant-" + name, what, lines)));
    }

    /** The same figures as a page to print and as PDF; plain pages, so no part of this application. */
    static Anchor onPaper(QueryParameters query) {
        var paper = new Anchor("print/figures?" + query.getQueryString(), "Print or PDF");
        paper.setRouterIgnore(true);
        paper.setTarget("_blank");
        return paper;
    }

    /** An office opens its technicians, a technician or a route its own page. */
    private void open(List<OfficeRow> offices, Asked asked, String code) {
        if (asked.kind() != Kind.OFFICE) {
            OneLineView.open(asked.kind(), asked.office().code(), code, asked.from(), asked.to());
            return;
        }
        offices.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .ifPresent(one -> go(new Asked(Kind.TECHNICIAN, one, asked.region(), asked.from(), asked.to())));
    }

    private void behind(
            List<OfficeRow> offices, Asked asked, Period period, List<OfficeLine> lines, Figure figure, String code) {
        var codes = asked.kind() != Kind.OFFICE
                ? List.of(asked.office().code())
                : code.isEmpty() ? offices.stream().map(OfficeRow::code).toList() : List.of(code);
        var name = lines.stream()
                .filter(line -> line.code().equals(code))
                .map(OfficeLine::name)
                .findFirst()
                .orElse("");
        var question = new BehindService.Question(figure, codes, asked.kind(), code, period);
        (people.tooMany(question)
                        ? new OfficesBehindDialog(people, question, name, lines)
                        : new BehindDialog(people, question, name))
                .open();
    }

    private void go(Asked asked) {
        UI.getCurrent().navigate(ComparisonView.class, query(asked));
    }

    private static QueryParameters query(Asked asked) {
        var address = new LinkedHashMap<String, String>();
        if (asked.kind() != Kind.OFFICE) {
            address.put("what", asked.kind().name().toLowerCase(Locale.ROOT));
            address.put("office", asked.office().code());
        }
        if (!asked.region().isEmpty()) {
            address.put("region", asked.region());
        }
        address.put("from", asked.from().toString());
        address.put("to", asked.to().toString());
        return QueryParameters.simple(Map.copyOf(address));
    }
}
