package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.uikit.Scripts;

/** What fills a window beside the board's: it brings its own script, and hears what others change while it is open. */
abstract class LiveWindow extends Component {

    private final String script;
    private final LiveUpdates<OfficeChanged> updates;

    LiveWindow(BoardDesk desk, String script) {
        this.script = script;
        this.updates = new LiveUpdates<>(desk.changes()::subscribe, this::changed);
    }

    /** See {@link LiveUpdates}: outside the session's lock; what it answers is run inside. */
    abstract Runnable changed(OfficeChanged change);

    @Override
    protected void onAttach(AttachEvent attach) {
        updates.start(attach.getUI());
        Scripts.address(script).ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        updates.stop();
    }
}
