package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.dorothydispatch.board.BoardDelta;

/**
 * The changes that an element in the browser is still to be told. They wait here, and not as script calls, until an answer
 * really goes out: a browser that is away for long would else pile up all it misses. It is asked to read the whole
 * picture instead, which costs one message. Used inside the session's lock.
 */
final class Patches {

    /** Beyond either of these a fresh snapshot is the smaller message. */
    static final int MOST_DELTAS = 20;

    static final int MOST_CARDS = 300;

    private final Component component;
    private final BoardDesk desk;
    private final List<BoardDelta> waiting = new ArrayList<>();
    private int cards;
    private boolean whole;
    private boolean scheduled;

    /** @param component its element has the functions {@code patch} and {@code refetch} */
    Patches(Component component, BoardDesk desk) {
        this.component = component;
        this.desk = desk;
    }

    void patch(BoardDelta delta) {
        cards += delta.cards().size();
        if (whole || waiting.size() == MOST_DELTAS || cards > MOST_CARDS) {
            refetch();
            return;
        }
        waiting.add(delta);
        schedule();
    }

    void refetch() {
        whole = true;
        waiting.clear();
        schedule();
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            component
                    .getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(component, answer -> send()));
        }
    }

    private void send() {
        if (whole) {
            component.getElement().executeJs("this.refetch?.()");
        }
        waiting.forEach(delta -> component.getElement().executeJs("this.patch?.($0)", desk.json(delta)));
        waiting.clear();
        cards = 0;
        whole = false;
        scheduled = false;
    }
}
