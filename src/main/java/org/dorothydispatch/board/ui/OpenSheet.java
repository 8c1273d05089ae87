package org.dorothydispatch.board.ui;

import java.util.Optional;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** The person whose visit is open, beside the board or in a window of their own, as they are after each change. */
final class OpenSheet {

    private final BoardDesk desk;
    private final CustomerPanel panel;
    private final Runnable closed;
    /** Read by the thread that hears of changes. */
    private volatile @Nullable String visit;

    /** @param closed nobody is open now, and the panel is to say so */
    OpenSheet(BoardDesk desk, CustomerPanel panel, Runnable closed) {
        this.desk = desk;
        this.panel = panel;
        this.closed = closed;
    }

    /** Answers whether the person may be seen; if not, nobody is open and a sentence says why. */
    boolean open(String wanted) {
        try {
            panel.show(desk.sheet(wanted));
            visit = wanted;
            return true;
        } catch (NotAllowed | IllegalArgumentException refusal) {
            close();
            Notices.problem(refusal.getMessage());
            return false;
        }
    }

    void close() {
        visit = null;
        closed.run();
    }

    /** Reads again what a change concerns, in the thread that heard of it; what it answers is run inside the session. */
    Runnable changed(OfficeChanged change) {
        var shown = visit;
        if (shown == null || !(change.visits().isEmpty() || change.visits().contains(shown))) {
            return () -> {};
        }
        var sheet = readable(shown);
        return () -> {
            if (shown.equals(visit)) {
                sheet.ifPresentOrElse(panel::show, this::close);
            }
        };
    }

    private Optional<CustomerSheet> readable(String shown) {
        try {
            return Optional.of(desk.sheet(shown));
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return Optional.empty();
        }
    }
}
