package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
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
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.Table;
import org.dorothydispatch.comparison.Targets;
import org.dorothydispatch.office.OfficeRow;
import org.jspecify.annotations.Nullable;

/**
 * Offices side by side, or one office's technicians or routes. The address says all of it:
 * {@code offices?what=route&office=RIVER&from=2025-12&to=2026-11}.
 */
@Route("offices")
@PageTitle("Offices side by side · Dorothy")
@Menu(title = "Offices", order = 45, icon = "icons/offices.svg")
@StyleSheet("styles/comparison.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class ComparisonView extends Div implements BeforeEnterObserver {

    private final ComparisonService comparison;
    private final BehindService people;
    private final Targets targets;

    ComparisonView(ComparisonService comparison, BehindService people, Targets targets) {
        this.comparison = comparison;
        this.people = people;
        this.targets = targets;
        addClassNames("page", "comparison");
    }

    /** What the address asks for; the period as it was typed. */
    private record Asked(Kind kind, OfficeRow office, YearMonth from, YearMonth to) {}

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
        var to = month(query, "to", now);
        var from = month(query, "from", to == null ? null : first(first, to.minusMonths(11)));
        var code = query.getSingleParameter("office").orElse("");
        var office = offices.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(offices.getFirst());
        var asked = new Asked(
                kind(query.getSingleParameter("what").orElse("")),
                office,
                from == null ? now.minusMonths(11) : from,
                to == null ? now : to);
        add(header(offices, asked, first, now));
        if (from == null || to == null) {
            add(refusal("The address names a month that is none. Choose the months above."));
            return;
        }
        show(offices, asked);
    }

    private static YearMonth first(YearMonth first, YearMonth wanted) {
        return wanted.isBefore(first) ? first : wanted;
    }

    /** Null for what is no month. */
    private static @Nullable YearMonth month(QueryParameters query, String name, @Nullable YearMonth otherwise) {
        var text = query.getSingleParameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return YearMonth.parse(text.get());
        } catch (DateTimeException e) {
            return null;
        }
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
                change -> go(new Asked(change.getValue(), asked.office(), asked.from(), asked.to())));
        var office = new Select<OfficeRow>();
        office.setItems(offices);
        office.setItemLabelGenerator(OfficeRow::name);
        office.setAriaLabel("Office");
        office.setValue(asked.office());
        office.setVisible(asked.kind() != Kind.OFFICE);
        office.addValueChangeListener(
                change -> go(new Asked(asked.kind(), change.getValue(), asked.from(), asked.to())));
        var months = new ArrayList<YearMonth>();
        for (var month = now; !month.isBefore(first); month = month.minusMonths(1)) {
            months.add(month);
        }
        var from = months("First month", months, asked.from());
        from.addValueChangeListener(
                change -> go(new Asked(asked.kind(), asked.office(), change.getValue(), asked.to())));
        var to = months("Last month", months, asked.to());
        to.addValueChangeListener(
                change -> go(new Asked(asked.kind(), asked.office(), asked.from(), change.getValue())));
        var title = new H1(
                switch (asked.kind()) {
                    case OFFICE -> "Offices side by side";
                    case TECHNICIAN -> "Technicians of " + asked.office().name();
                    case ROUTE -> "Routes of " + asked.office().name();
                });
        var header = new Header(title, what, office, from, to);
        header.addClassName("page-header");
        if (asked.kind() == Kind.OFFICE) {
            header.add(new Button("Targets", click -> new TargetsDialog(targets, offices, () -> go(asked)).open()));
        }
        return header;
    }

    private static Select<YearMonth> months(String label, List<YearMonth> months, YearMonth value) {
        var all = new ArrayList<>(months);
        if (!all.contains(value)) {
            all.add(value);
        }
        var select = new Select<YearMonth>();
        select.setItems(all);
        select.setItemLabelGenerator(Period::words);
        select.setAriaLabel(label);
        select.setValue(value);
        return select;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case OFFICE -> "Offices";
            case TECHNICIAN -> "Technicians";
            case ROUTE -> "Routes";
        };
    }

    private static Component refusal(String sentence) {
        var refusal = new Paragraph(sentence);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        return refusal;
    }

    private void show(List<OfficeRow> offices, Asked asked) {
        Period period;
        try {
            period = comparison.period(asked.from(), asked.to());
        } catch (IllegalArgumentException refused) {
            add(refusal(refused.getMessage()));
            return;
        }
        var lines = asked.kind() == Kind.OFFICE
                ? comparison.offices(period)
                : comparison.of(asked.kind(), asked.office().code(), period);
        if (lines.isEmpty()) {
            add(new Paragraph("No visit was done at %s in this time."
                    .formatted(asked.office().name())));
            return;
        }
        if (!comparison.upToDate()) {
            add(new Paragraph("The last changes are being counted; they are in the figures in a moment."));
        }
        var table = new SideBySide((figure, code) -> behind(offices, asked, period, lines, figure, code), code -> {
            if (asked.kind() == Kind.OFFICE) {
                offices.stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .ifPresent(one -> go(new Asked(Kind.TECHNICIAN, one, asked.from(), asked.to())));
            }
        });
        var what = switch (asked.kind()) {
            case OFFICE -> "Office";
            case TECHNICIAN -> "Technician";
            case ROUTE -> "Route";
        };
        table.show(what, period, asked.kind() == Kind.OFFICE, lines);
        var name = "%s-%s-to-%s"
                .formatted(
                        asked.kind() == Kind.OFFICE
                                ? "offices"
                                : "%ss-%s"
                                        .formatted(
                                                asked.kind().name().toLowerCase(Locale.ROOT),
                                                asked.office().code()),
                        asked.from(),
                        asked.to());
        add(table, Exports.of(() -> Table.of(name, what, lines)), new QuadrantPicture(what, period, lines));
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
        new BehindDialog(people, new BehindService.Question(figure, codes, asked.kind(), code, period), name).open();
    }

    private void go(Asked asked) {
        var address = new LinkedHashMap<String, String>();
        if (asked.kind() != Kind.OFFICE) {
            address.put("what", asked.kind().name().toLowerCase(Locale.ROOT));
            address.put("office", asked.office().code());
        }
        address.put("from", asked.from().toString());
        address.put("to", asked.to().toString());
        UI.getCurrent().navigate(ComparisonView.class, QueryParameters.simple(Map.copyOf(address)));
    }
}
