package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorothydispatch.comparison.CauseTables;
import org.dorothydispatch.comparison.Causes;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.WhyService;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Exports;
import org.dorothydispatch.uikit.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why promises were broken: what it came of, whether it could have been avoided, who moved what by hand, and the company's
 * rules that stood against it. The address says all of it: {@code why?office=RIVER&from=2026-09&to=2026-11},
 * {@code why?region=North}; without either it is about all.
 */
@Route("why")
@PageTitle("Why promises were broken · Dorothy")
@Menu(title = "Why", order = 46, icon = "icons/why.svg")
@StyleSheet("styles/comparison.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class WhyView extends Div implements BeforeEnterObserver {

    private static final String FORMULA =
            "A promise is broken when a visit was done against it without the customer’s consent. The share of what was"
                    + " broken is of all promises that bound a visit done in the period; shares of causes are of the broken"
                    + " ones, and fewer than thirty of those are marked few. The first cause that is on"
                    + " record counts: somebody left, an absence, the planner, a move by hand, the route. A break was"
                    + " avoidable when another time or person of the office, within seven days of the day the visit was"
                    + " due, would have kept the promise: nobody double-booked, nothing that blocks, no other promise broken"
                    + " for it, and everything else as it was. Of visits only done ones count.";

    private final ComparisonService comparison;
    private final WhyService whys;

    WhyView(ComparisonService comparison, WhyService whys) {
        this.comparison = comparison;
        this.whys = whys;
        addClassNames("page", "comparison", "why");
    }

    /** Of one office, or of all where several are asked for. */
    static String address(List<String> offices, YearMonth from, YearMonth to) {
        var asked = new LinkedHashMap<String, String>();
        if (offices.size() == 1) {
            asked.put("office", offices.getFirst());
        }
        asked.put("from", from.toString());
        asked.put("to", to.toString());
        return "why?" + QueryParameters.simple(asked).getQueryString();
    }

    /** What the address asks for; no office is all of the region, no region is all of them. */
    private record Asked(@Nullable OfficeRow office, String region, YearMonth from, YearMonth to) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var offices = comparison.offices();
        if (offices.isEmpty()) {
            add(
                    new H1("Why promises were broken"),
                    new Paragraph("You see why promises were broken once an administrator has given you an office."));
            return;
        }
        var first = comparison.firstMonth();
        if (first == null) {
            add(
                    new H1("Why promises were broken"),
                    new Paragraph(
                            comparison.upToDate()
                                    ? "No visit has been done yet. There is nothing to explain."
                                    : "The visits are being counted. Open this page again in a minute."));
            return;
        }
        var query = event.getLocation().getQueryParameters();
        var now = comparison.thisMonth();
        var to = Months.of(query, "to", now);
        var usual = to == null ? now : to.minusMonths(WhyService.REPLAYED_MONTHS - 1L);
        var from = Months.of(query, "from", usual.isBefore(first) ? first : usual);
        var code = query.getSingleParameter("office").orElse("");
        var office = offices.size() == 1
                ? offices.getFirst()
                : offices.stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElse(null);
        var region = query.getSingleParameter("region").orElse("");
        var asked = new Asked(office, region, from == null ? usual : from, to == null ? now : to);
        add(header(offices, asked, first, now));
        if (from == null || to == null) {
            add(new Refusal("The address names a month that is none. Choose the months above."));
            return;
        }
        Period period;
        List<OfficeRow> there;
        try {
            period = comparison.period(from, to);
            there = comparison.offices(region);
        } catch (IllegalArgumentException refused) {
            add(new Refusal(refused.getMessage()));
            return;
        }
        if (!comparison.upToDate()) {
            add(new Paragraph("The last changes are being counted; they are in the figures in a moment."));
        }
        var chosen = asked.office() == null ? there : List.of(asked.office());
        add(new Awaited<>(
                "Looking at every broken promise and at what would have kept it",
                chosen.stream().map(one -> whys.causes(one.code(), period)).toList(),
                all -> sections(all, period, chosen.size())));
    }

    private Header header(List<OfficeRow> offices, Asked asked, YearMonth first, YearMonth now) {
        var office = new Select<OfficeRow>();
        office.setItems(offices);
        office.setItemLabelGenerator(one -> one == null ? "All offices" : one.name());
        office.setAriaLabel("Office");
        office.setEmptySelectionAllowed(true);
        office.setEmptySelectionCaption("All offices");
        office.setValue(asked.office());
        office.setVisible(offices.size() > 1);
        office.addValueChangeListener(change -> go(new Asked(
                change.getValue(), change.getValue() == null ? asked.region() : "", asked.from(), asked.to())));
        var region = Months.region(comparison, asked.region());
        region.addValueChangeListener(change -> go(new Asked(null, change.getValue(), asked.from(), asked.to())));
        var months = Months.between(first, now);
        var from = Months.select("First month", months, asked.from());
        from.addValueChangeListener(
                change -> go(new Asked(asked.office(), asked.region(), change.getValue(), asked.to())));
        var to = Months.select("Last month", months, asked.to());
        to.addValueChangeListener(
                change -> go(new Asked(asked.office(), asked.region(), asked.from(), change.getValue())));
        var header = new Header(
                new H1("Why promises were broken"),
                region,
                office,
                from,
                to,
                new Anchor(
                        "offices?"
                                + QueryParameters.simple(Map.of(
                                                "from",
                                                asked.from().toString(),
                                                "to",
                                                asked.to().toString()))
                                        .getQueryString(),
                        "Offices side by side"));
        header.addClassName("page-header");
        return header;
    }

    private void go(Asked asked) {
        var address = new LinkedHashMap<String, String>();
        if (asked.office() != null) {
            address.put("office", asked.office().code());
        }
        if (!asked.region().isEmpty()) {
            address.put("region", asked.region());
        }
        address.put("from", asked.from().toString());
        address.put("to", asked.to().toString());
        UI.getCurrent().navigate(WhyView.class, QueryParameters.simple(address));
    }

    private List<Component> sections(List<Causes> all, Period period, int offices) {
        return List.of(causes(all, period), byHand(all, period), rules(all, period, offices));
    }

    private static Section section(String title, Component... parts) {
        var section = new Section(new H2(title));
        section.add(parts);
        return section;
    }

    // --- what it came of ---

    private static Section causes(List<Causes> all, Period period) {
        var columns = new ArrayList<>(List.of("Office", "Promises", "Broken"));
        CauseTables.CAUSES.forEach(cause -> columns.add(cause.words()));
        columns.add(Cause.CUSTOMER_ASKED.words());
        var rows = new ArrayList<List<Component>>();
        for (var office : all) {
            rows.add(row(office, period));
        }
        var section = section(
                "What it came of",
                Cells.table("Causes of broken promises, " + period.words(), columns, rows),
                new CausesPicture(all, period),
                small(FORMULA));
        all.stream()
                .filter(office -> office.open() > 0)
                .forEach(office -> section.add(small("%s: %,d more %s looked at and not in these numbers yet."
                        .formatted(office.name(), office.open(), office.open() == 1 ? "is being" : "are being"))));
        long unheard = all.stream().mapToLong(Causes::unheard).sum();
        if (unheard > 0) {
            section.add(small(
                    "%,d more %s on the page of offices: the visit came before the day on which the wish was heard."
                            .formatted(unheard, unheard == 1 ? "is counted" : "are counted")));
        }
        section.add(Exports.of(() -> CauseTables.causes(all, period)));
        return section;
    }

    private static List<Component> row(Causes office, Period period) {
        var file = "broken-%s-%s-to-%s".formatted(office.office(), period.from(), period.to());
        var broken = office.broken();
        var row = new ArrayList<Component>();
        row.add(Cells.text(office.name()));
        row.add(office.due() == 0 ? Cells.nothing() : Cells.text("%,d".formatted(office.due())));
        row.add(Cells.fewIfFew(
                Cells.countAndAvoidable(office.name() + ": Broken", file, broken, office.due()), broken.size()));
        for (var cause : CauseTables.CAUSES) {
            row.add(Cells.countAndAvoidable(
                    "%s: %s".formatted(office.name(), cause.words()),
                    file + "-" + cause.name().toLowerCase(Locale.ROOT),
                    office.of(cause),
                    broken.size()));
        }
        row.add(Cells.count(
                "%s: %s".formatted(office.name(), Cause.CUSTOMER_ASKED.words()),
                file + "-agreed",
                office.of(Cause.CUSTOMER_ASKED),
                office.due()));
        return row;
    }

    private static Section byHand(List<Causes> all, Period period) {
        var rows = new ArrayList<List<Component>>();
        for (var office : all) {
            office.byWhom()
                    .forEach((who, moved) -> rows.add(List.of(
                            Cells.text(who),
                            Cells.text(office.name()),
                            Cells.countAndAvoidable(
                                    "%s: moved by hand by %s".formatted(office.name(), who),
                                    "moved-by-hand-%s-%s-to-%s".formatted(office.office(), period.from(), period.to()),
                                    moved,
                                    office.broken().size()))));
        }
        return rows.isEmpty()
                ? section("Moved by hand, by whom", new Paragraph("Nobody broke a promise by moving a visit by hand."))
                : section(
                        "Moved by hand, by whom",
                        Cells.table(
                                "Promises broken by hand, " + period.words(),
                                List.of("Who", "Office", "Promises broken"),
                                rows),
                        small(
                                "Whoever moved the visit last, or kept it where it broke the promise and said why. Shares are of"
                                        + " the promises broken by the office. A number says nothing of a person before you read"
                                        + " the reasons: open it."),
                        Exports.of(() -> CauseTables.byHand(all, period)));
    }

    // --- the company's rules ---

    private Section rules(List<Causes> all, Period period, int offices) {
        var rows = new ArrayList<List<Component>>();
        var played = new Div();
        played.addClassName("sections");
        for (var office : all) {
            for (var one : office.against()) {
                var file = "against-%s-%s"
                        .formatted(office.office(), one.protocol().code());
                var what = "%s: %s".formatted(office.name(), one.protocol().words());
                var play = new Button("Play it", click -> {
                    played.removeAll();
                    played.add(replay(office, one));
                });
                play.addThemeName("small");
                play.setAriaLabel("Play it: %s with “%s” only informing"
                        .formatted(office.name(), one.protocol().words()));
                rows.add(List.of(
                        Cells.text(one.protocol().words()),
                        Cells.text(office.name()),
                        Cells.text(one.protocol().levelWords()),
                        Cells.count(what, file, one.stood(), office.broken().size()),
                        Cells.people(
                                "%,d".formatted(one.alone().size()), what + ", it alone", file + "-alone", one.alone()),
                        Cells.text("%,d".formatted(Causes.customers(one.stood()))),
                        play));
            }
        }
        if (rows.isEmpty()) {
            return section(
                    "Rules that stood against a promise",
                    new Paragraph(
                            all.stream().anyMatch(office -> office.open() > 0)
                                    ? "None so far; broken promises are still being looked at."
                                    : all.stream()
                                                    .allMatch(office ->
                                                            office.broken().isEmpty())
                                            ? "No promise was broken."
                                            : "None. What could have been kept could have been kept within the company’s rules."));
        }
        if (offices == 1 && all.size() == 1 && all.getFirst().open() == 0) {
            played.add(replay(all.getFirst(), all.getFirst().against().getFirst()));
        }
        return section(
                "Rules that stood against a promise",
                Cells.table(
                        "Protocols that stood against promises, " + period.words(),
                        List.of(
                                "Protocol",
                                "Office",
                                "When broken it",
                                "Promises it stood against",
                                "It alone",
                                "Customers",
                                "If it only informed"),
                        rows),
                small(
                        "Counted are broken promises that could have been kept, but only against a protocol that blocks or asks"
                                + " for a reason (one that the visit had to give where it stood does not count again). Of the ways"
                                + " to keep it, those against the fewest protocols count. “It alone”: no other would have had to"
                                + " give way."),
                Exports.of(() -> CauseTables.rules(all, period)),
                played);
    }

    private Component replay(Causes office, Causes.Against against) {
        return new Awaited<>(
                "Playing the last months of %s with “%s” only informing"
                        .formatted(office.name(), against.protocol().words()),
                List.of(whys.replay(office, against.protocol().code())),
                all -> List.of(new ReplayPart(office.name(), all.getFirst())));
    }

    private static Paragraph small(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("small-print");
        return paragraph;
    }
}
