package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.RestrictedRow;

/** Wishes about who a technician is, for the branch manager: what was said, what it was about, what was answered. */
class RestrictedDialog extends Dialog {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    RestrictedDialog(ListeningService listening, Collection<String> offices) {
        addClassName("restricted-dialog");
        setHeaderTitle("Wishes we may not follow");
        setWidth("min(52rem, 96vw)");
        setHeight("min(40rem, 90vh)");
        var grid = new Grid<RestrictedRow>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(LitRenderer.<RestrictedRow>of("""
                                <span class="person-words"><b>${item.who}</b><small>${item.when}</small></span>""")
                        .withProperty("who", RestrictedRow::customerName)
                        .withProperty(
                                "when",
                                row -> DAY.format(row.heardAt().atZone(ZoneOffset.UTC)) + " to " + row.heardBy()))
                .setHeader("Who")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<RestrictedRow>of("""
                                <span class="person-words"><b class="heard-words">${item.words}</b>\
                                <small>${item.about}</small></span>""")
                        .withProperty("words", row -> "“" + row.words() + "”")
                        .withProperty("about", row -> "About " + row.about()))
                .setHeader("What they said")
                .setFlexGrow(2);
        grid.addColumn(RestrictedRow::told).setHeader("What they were told").setFlexGrow(2);
        grid.setItemsPageable(page -> listening.restricted(offices, page.getOffset(), page.getPageSize()));
        grid.setEmptyStateText("None was kept.");
        add(
                new Paragraph("They restrict nobody: no board, no plan and no list of candidates reads them."
                        + " Talk to whoever hears them; a pattern is yours to see."),
                grid);
        getFooter().add(new Button("Close", click -> close()));
    }
}
