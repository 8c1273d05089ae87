package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.schedule.OfficeChanged;

/** The customer of the visit that the board has selected, in a window of its own, with everything that can be done there. */
@Tag("person-window")
class PersonWindow extends LiveWindow implements HasComponents, VisitActions.Screen {

    private final BoardDesk desk;
    private final OpenSheet sheet;

    PersonWindow(BoardDesk desk, WindowAddress address) {
        super(desk, "person");
        this.desk = desk;
        var panel = new CustomerPanel(new VisitActions(desk, this));
        this.sheet = new OpenSheet(
                desk, panel, () -> panel.showNobody("Select a visit on the board: the person behind it appears here."));
        getElement().setAttribute("board-number", address.board());
        panel.showNobody("Open the board and select a visit: the person behind it appears here.");
        add(panel);
        if (address.visit() != null) {
            show(address.visit());
        }
    }

    @Override
    public List<String> offices() {
        return desk.offices().stream().map(OfficeRow::code).toList();
    }

    /** Called by the browser too, when the board has selected another visit. */
    @Override
    @ClientCallable
    public void show(String visit) {
        sheet.open(visit);
    }

    @Override
    public void saved(String visit, int version) {
        show(visit);
    }

    @Override
    public void savedTogether(List<SavedMove> moves) {
        // What was changed here is taken back on the board, move by move.
    }

    @Override
    public void givenUp(String visit) {
        // Only the board marks a visit as waiting.
    }

    @Override
    public void close() {
        sheet.close();
    }

    @Override
    Runnable changed(OfficeChanged change) {
        return sheet.changed(change);
    }
}
