package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Ranking;
import org.dorothydispatch.comparison.RiskLine;
import org.dorothydispatch.comparison.RiskPart;
import org.dorothydispatch.comparison.RiskRow;
import org.dorothydispatch.comparison.RiskScore;
import org.dorothydispatch.comparison.RiskService;
import org.dorothydispatch.flags.AwayOutlooks;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Exports;
import org.dorothydispatch.uikit.Face;
import org.jspecify.annotations.Nullable;

/**
 * Customers who may be on the way out, with the reasons in words and what to do next; and whose absence would break the
 * most promises. The address says which office: {@code risk?office=RIVER}, without one all of them.
 */
@Route("risk")
@PageTitle("At risk · Dorothy")
@Menu(title = "At risk", order = 46, icon = "icons/risk.svg")
@StyleSheet("styles/comparison.css")
@StyleSheet("styles/risk.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class RiskView extends Div implements BeforeEnterObserver {

    /** Each row asks the plan what would mend it, so few are asked at once. */
    private static final int ROWS = 10;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private final RiskService risks;
    private final ComparisonService comparison;
    private final AwayOutlooks away;

    RiskView(RiskService risks, ComparisonService comparison, AwayOutlooks away) {
        this.risks = risks;
        this.comparison = comparison;
        this.away = away;
        addClassNames("page", "comparison", "risk");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var offices = risks.offices();
        if (offices.isEmpty()) {
            add(
                    new H1("At risk"),
                    new Paragraph("You see customers here once an administrator has given you an office."));
            return;
        }
        var code = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("office")
                .orElse("");
        var chosen = offices.stream()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .orElse(offices.size() == 1 ? offices.getFirst() : null);
        var asked = chosen == null ? offices : List.of(chosen);
        add(header(offices, chosen));
        var ranking = risks.ranking(asked.stream().map(OfficeRow::code).toList());
        add(new Paragraph(sizes(ranking)), how());
        if (!comparison.upToDate()) {
            add(new Paragraph("The last changes are being counted; they are in the scores in a moment."));
        }
        add(ranking.rows().isEmpty() ? nobody(ranking) : list(ranking, asked.size() > 1));
        if (!ranking.rows().isEmpty()) {
            add(Exports.of(() -> risks.table(ranking)));
        }
        add(chosen == null ? chooseOne() : new AwayPart(away, chosen, risks.today(chosen)));
    }

    private static Header header(List<OfficeRow> offices, @Nullable OfficeRow chosen) {
        var header = new Header(new H1("At risk"), new Anchor("offices", "Offices side by side"));
        header.addClassName("page-header");
        if (offices.size() > 1) {
            var choices = new ArrayList<String>();
            choices.add("");
            offices.forEach(office -> choices.add(office.code()));
            var names = offices.stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
            var office = new Select<String>();
            office.setItems(choices);
            office.setItemLabelGenerator(
                    one -> one.isEmpty() ? "All %d offices".formatted(offices.size()) : names.get(one));
            office.setAriaLabel("Office");
            office.setValue(chosen == null ? "" : chosen.code());
            office.addValueChangeListener(change -> UI.getCurrent()
                    .navigate(
                            RiskView.class,
                            change.getValue().isEmpty()
                                    ? QueryParameters.empty()
                                    : QueryParameters.simple(Map.of("office", change.getValue()))));
            header.add(office);
        }
        return header;
    }

    private static String sizes(Ranking ranking) {
        var days =
                ranking.rows().stream().map(RiskRow::asOf).distinct().sorted().toList();
        return "%,d of %,d customer%s %s something against their name%s. It says whom to talk to first; it is no forecast."
                .formatted(
                        ranking.rows().size(),
                        ranking.customers(),
                        ranking.customers() == 1 ? "" : "s",
                        ranking.rows().size() == 1 ? "has" : "have",
                        days.isEmpty()
                                ? ""
                                : ", as of " + days.stream().map(DAY::format).collect(Collectors.joining(" and ")));
    }

    private static Component how() {
        var parts = new UnorderedList();
        for (var part : RiskPart.values()) {
            var item = new ListItem();
            item.add(new Span("%s: %d each. ".formatted(part.title(), part.weight())), new Span(part.why()));
            item.getChildren().findFirst().ifPresent(first -> first.addClassName("risk-part"));
            parts.add(item);
        }
        var how = new Details(
                "How the score is made",
                new Paragraph(
                        ("The score is the sum of these, and nothing else. Back: the last %d days, today among them."
                                        + " Ahead: the next %d days, as they are planned now. What they pay is shown, but is not in"
                                        + " the score; it only decides among equals.")
                                .formatted(RiskScore.DAYS_BACK, RiskScore.DAYS_AHEAD)),
                parts);
        how.addClassName("risk-how");
        return how;
    }

    private static Component nobody(Ranking ranking) {
        var empty = new Paragraph(
                ranking.customers() == 0
                        ? "There is no customer here yet."
                        : "Nobody: no promise broken or about to be, no new face without a word, nothing left unanswered."
                                + " Keep it so.");
        empty.addClassName("empty");
        return empty;
    }

    private static Component chooseOne() {
        var hint = new Paragraph("Choose one office to see whose absence next month would break the most promises.");
        hint.addClassName("risk-hint");
        return hint;
    }

    private Component list(Ranking ranking, boolean several) {
        var grid = new Grid<RiskLine>(ROWS);
        grid.addClassNames("page-grid", "risk-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(line -> row(line, several))
                .setHeader("Who, why, and what to do")
                .setKey("who");
        grid.setItemsPageable(page -> risks.page(ranking, (int) page.getOffset(), page.getPageSize()));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private static Component row(RiskLine line, boolean several) {
        var row = line.row();
        var name = new CustomerLink(row.code(), row.name());
        var small = new Span(several ? "%s · %s".formatted(row.officeName(), row.valueWords()) : row.valueWords());
        small.addClassName("risk-small");
        var words = new Div(name, small);
        words.addClassName("risk-words");
        var who = new Div(new Face(row.code(), row.name()), words);
        who.addClassName("risk-who");

        var total = new Span("Score %d".formatted(row.score().total()));
        total.addClassName("risk-total");
        var sums = new UnorderedList();
        row.score().lines().forEach(part -> sums.add(new ListItem(part.words())));
        var score = new Div(total, sums);
        score.addClassName("risk-score");

        var reasons = new UnorderedList();
        reasons.addClassName("risk-reasons");
        line.reasons().forEach(reason -> reasons.add(reason(reason)));

        var mend = new Div(new Anchor(line.mend().address(), line.mend().sentence()));
        mend.addClassName("risk-mend");
        var all = new Div(who, score, reasons, mend);
        all.addClassName("risk-row");
        return all;
    }

    private static ListItem reason(RiskLine.Reason reason) {
        var item = new ListItem();
        item.add(new Span(reason.sentence()));
        if (reason.words() != null) {
            var words = new Span("“" + reason.words() + "”");
            words.addClassName("risk-quote");
            words.getElement().setAttribute("dir", "auto");
            item.add(words);
        }
        return item;
    }
}
