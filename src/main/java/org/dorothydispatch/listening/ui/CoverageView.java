package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.listening.Coverage;
import org.dorothydispatch.listening.Coverage.State;
import org.dorothydispatch.listening.Coverages;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.uikit.Face;

/** Whom an office has asked what matters to them, and whom not. */
@Route("coverage")
@PageTitle("Whom we asked · Dorothy")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class CoverageView extends Div {

    private final Coverages coverages;
    private final Select<String> office = new Select<>();
    private final Select<State> state = new Select<>();
    private final Grid<Coverage> list = new Grid<>();
    private Map<State, Integer> counts = Map.of();

    CoverageView(Coverages coverages, OfficeService offices) {
        this.coverages = coverages;
        addClassNames("page", "coverage");
        var names = offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
        var title = new H1("Whom we asked");
        if (names.isEmpty()) {
            add(title, new Paragraph("You see customers once an administrator has given you an office."));
            return;
        }
        office.setItems(offices.list().stream().map(OfficeRow::code).toList());
        office.setItemLabelGenerator(names::get);
        office.setAriaLabel("Office");
        office.setVisible(names.size() > 1);
        state.setItems(State.values());
        state.setItemLabelGenerator(one -> "%s (%d)".formatted(one.words(), counts.getOrDefault(one, 0)));
        state.setAriaLabel("Which");
        state.setWidth("20rem");
        var header = new Header(title, new Anchor("listening", "Listening"), office, state);
        header.addClassName("page-header");
        add(header, grid());
        office.addValueChangeListener(change -> refresh());
        state.addValueChangeListener(change -> list.getDataProvider().refreshAll());
        state.setValue(State.NEVER_ASKED);
        // Last: the office says whom there is to list.
        office.setValue(offices.list().getFirst().code());
    }

    private Grid<Coverage> grid() {
        list.addClassName("page-grid");
        list.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        list.addColumn(LitRenderer.<Coverage>of("""
                                <span class="person"><span class="face" aria-hidden="true" \
                                style="background-color: var(--dorothy-face-${item.colour})">${item.initials}</span>\
                                <span class="person-words"><b>${item.name}</b><small>${item.small}</small></span></span>""")
                        .withProperty("name", Coverage::name)
                        .withProperty("small", AskPart::words)
                        .withProperty("initials", row -> Face.initialsOf(row.name()))
                        .withProperty("colour", row -> Face.colourOf(row.customer())))
                .setHeader("Who")
                .setFlexGrow(1);
        list.addColumn(LitRenderer.<Coverage>of("""
                                <span class="person-words"><b>${item.ask}</b><small>${item.wishes}</small></span>""")
                        .withProperty("ask", row -> row.question() == null ? "" : row.question())
                        .withProperty("wishes", CoverageView::wishes))
                .setHeader("What to ask them")
                .setFlexGrow(2);
        list.setItemsPageable(page -> office.getValue() == null || state.getValue() == null
                ? List.of()
                : coverages.list(office.getValue(), state.getValue(), page.getOffset(), page.getPageSize()));
        list.setEmptyStateText("Nobody here.");
        list.addItemClickListener(click -> getUI().ifPresent(ui ->
                ui.getPage().setLocation(CustomerScreen.address(click.getItem().customer()))));
        return list;
    }

    private static String wishes(Coverage row) {
        return switch (row.wishes()) {
            case 0 -> "no wish on record";
            case 1 -> "one wish on record";
            default -> row.wishes() + " wishes on record";
        };
    }

    private void refresh() {
        counts = coverages.counts(office.getValue());
        var chosen = state.getValue();
        // The text of the chosen one is drawn when it is chosen.
        state.setItems(State.values());
        state.setValue(chosen);
        list.getDataProvider().refreshAll();
    }
}
