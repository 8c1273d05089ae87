package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.board.ChangeLog;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;

/** Who changed what, when and why, at one office. */
@Route("changes")
@PageTitle("What changed · Dorothy")
@Menu(title = "What changed", order = 50, icon = "icons/record.svg")
@RolesAllowed({"DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class ChangesView extends Div {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, H:mm", Locale.ENGLISH);

    private final Grid<ChangeLog.Line> changes = new Grid<>();
    private final ComboBox<OfficeRow> office = new ComboBox<>();

    ChangesView(ChangeLog log, OfficeService offices) {
        addClassName("page");
        var own = offices.list();
        if (own.isEmpty()) {
            add(
                    new H1("What changed"),
                    new Paragraph("You see changes once an administrator has given you an office."));
            return;
        }
        add(header(own), grid(log));
    }

    private Header header(List<OfficeRow> own) {
        office.setItems(own);
        office.setItemLabelGenerator(OfficeRow::name);
        office.setAriaLabel("Office");
        office.setValue(own.getFirst());
        office.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                office.setValue(change.getOldValue());
            } else {
                changes.getDataProvider().refreshAll();
            }
        });
        var header = new Header(new H1("What changed"), office);
        header.addClassName("page-header");
        return header;
    }

    private Grid<ChangeLog.Line> grid(ChangeLog log) {
        changes.addClassName("page-grid");
        changes.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        changes.addColumn(LitRenderer.<ChangeLog.Line>of("""
                                <span class="person"><span class="person-words"><b>${item.who}</b>\
                                <small>${item.when}</small></span></span>""")
                        .withProperty("who", ChangesView::who)
                        .withProperty("when", line -> WHEN.format(line.at())))
                .setHeader("Who and when")
                .setKey("who")
                .setFlexGrow(1);
        changes.addColumn(LitRenderer.<ChangeLog.Line>of("""
                                <span class="person"><span class="person-words"><b>${item.about}</b>\
                                <small>${item.what}</small></span></span>""")
                        .withProperty("about", ChangesView::about)
                        .withProperty("what", ChangesView::what))
                .setHeader("What")
                .setKey("what")
                .setFlexGrow(3);
        changes.addColumn(line -> line.why() == null ? "" : line.why())
                .setHeader("Why")
                .setKey("why")
                .setFlexGrow(2);
        changes.setItemsPageable(page -> log.list(office.getValue().code(), page));
        changes.setEmptyStateText("Nothing was changed here yet. Every move, consent and import will stand here.");
        return changes;
    }

    private static String who(ChangeLog.Line line) {
        return line.token() == null ? line.who() : "%s, by the token “%s”".formatted(line.who(), line.token());
    }

    private static String about(ChangeLog.Line line) {
        return (line.customer() == null ? "" : line.customer() + ": ") + line.action();
    }

    private static String what(ChangeLog.Line line) {
        return Stream.of(line.before(), line.after())
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining(" → "));
    }
}
