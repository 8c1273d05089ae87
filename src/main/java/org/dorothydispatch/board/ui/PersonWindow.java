package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.dorothydispatch.uikit.Scripts;
import org.jspecify.annotations.Nullable;

/** The customer of the visit that the board has selected, in a window of its own, with everything that can be done there. */
@Tag("person-window")
class PersonWindow extends Component implements HasComponents, VisitActions.Screen {

    private final BoardDesk desk;
    private final CustomerPanel panel;
    private final LiveUpdates<OfficeChanged> updates;
    /** Read by the thread that hears of changes. */
    private volatile @Nullable String shown;

    PersonWindow(BoardDesk desk, WindowAddress address) {
        this.desk = desk;
        this.panel = new CustomerPanel(new VisitActions(desk, this));
        this.updates = new LiveUpdates<>(desk.changes()::subscribe, this::changed);
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
        try {
            panel.show(desk.sheet(visit));
            shown = visit;
        } catch (NotAllowed | IllegalArgumentException refusal) {
            close();
            Notices.problem(refusal.getMessage());
        }
    }

    @Override
    public void saved(String visit, int version) {
        show(visit);
    }

    @Override
    public void givenUp(String visit) {
        // Only the board marks a visit as waiting.
    }

    @Override
    public void close() {
        shown = null;
        panel.showNobody("Select a visit on the board: the person behind it appears here.");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        updates.start(attach.getUI());
        Scripts.address("person").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        updates.stop();
    }

    private Runnable changed(OfficeChanged change) {
        var visit = shown;
        if (visit == null || !(change.visits().isEmpty() || change.visits().contains(visit))) {
            return () -> {};
        }
        var sheet = readable(visit);
        return () -> {
            if (visit.equals(shown)) {
                sheet.ifPresentOrElse(panel::show, this::close);
            }
        };
    }

    private Optional<CustomerSheet> readable(String visit) {
        try {
            return Optional.of(desk.sheet(visit));
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return Optional.empty();
        }
    }
}
