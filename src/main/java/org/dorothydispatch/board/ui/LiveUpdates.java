package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Tells one window what others do, from its attach to its detach. */
final class LiveUpdates<T> {

    private final Function<Consumer<T>, Runnable> announcer;
    private final Function<T, Runnable> reader;
    /** Held here, because the announcer holds it weakly. */
    private final Consumer<T> listener = this::told;

    private volatile @Nullable UI ui;
    private volatile @Nullable SecurityContext rights;
    private @Nullable Runnable unsubscribe;

    /**
     * @param announcer registers a listener until its answer is run, and holds it weakly
     * @param reader called in a thread of its own, under the rights of the person who looks and outside their session's
     *     lock; what it answers is run inside
     */
    LiveUpdates(Function<Consumer<T>, Runnable> announcer, Function<T, Runnable> reader) {
        this.announcer = announcer;
        this.reader = reader;
    }

    void start(UI ui) {
        this.ui = ui;
        // A copy: the holder's own context may be changed or emptied by the thread that carries it.
        rights = new SecurityContextImpl(SecurityContextHolder.getContext().getAuthentication());
        unsubscribe = announcer.apply(listener);
    }

    void stop() {
        if (unsubscribe != null) {
            unsubscribe.run();
            unsubscribe = null;
        }
        ui = null;
    }

    private void told(T news) {
        var there = ui;
        var own = rights;
        if (there == null || own == null) {
            return;
        }
        SecurityContextHolder.setContext(own);
        try {
            var then = reader.apply(news);
            there.access(then::run);
        } catch (UIDetachedException e) {
            stop();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
