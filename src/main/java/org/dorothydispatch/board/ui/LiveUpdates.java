package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dorothydispatch.board.BoardChanges;
import org.dorothydispatch.schedule.OfficeChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Tells one window what others changed, from its attach to its detach. */
final class LiveUpdates {

    private final BoardChanges changes;
    private final Function<OfficeChanged, Runnable> reader;
    /** Held here, because the announcer of changes holds it weakly. */
    private final Consumer<OfficeChanged> listener = this::told;

    private volatile @Nullable UI ui;
    private volatile @Nullable SecurityContext rights;
    private @Nullable Runnable unsubscribe;

    /**
     * @param reader called in a thread of its own, under the rights of the person who looks and outside their session's
     *     lock; what it answers is run inside
     */
    LiveUpdates(BoardChanges changes, Function<OfficeChanged, Runnable> reader) {
        this.changes = changes;
        this.reader = reader;
    }

    void start(UI ui) {
        this.ui = ui;
        // A copy: the holder's own context may be changed or emptied by the thread that carries it.
        rights = new SecurityContextImpl(SecurityContextHolder.getContext().getAuthentication());
        unsubscribe = changes.subscribe(listener);
    }

    void stop() {
        if (unsubscribe != null) {
            unsubscribe.run();
            unsubscribe = null;
        }
        ui = null;
    }

    private void told(OfficeChanged change) {
        var there = ui;
        var own = rights;
        if (there == null || own == null) {
            return;
        }
        SecurityContextHolder.setContext(own);
        try {
            var then = reader.apply(change);
            there.access(then::run);
        } catch (UIDetachedException e) {
            stop();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
