package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The exception chips: how many visits of this board need somebody's eye, as the element counted them. */
class BoardSummary extends Div {

    /** What the element counted. A visit with a broken promise is not counted again as a wish. */
    record Counts(
            int visits, int brokenPromises, int wishes, int protocols, int overlaps, int unassigned, int waiting) {}

    BoardSummary() {
        addClassName("board-chips");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", "What needs an eye");
    }

    void show(Counts counts) {
        removeAll();
        chip(counts.brokenPromises(), "promise broken", "promises broken", "bad");
        chip(counts.wishes(), "wish", "wishes", "warn");
        chip(counts.protocols(), "protocol", "protocols", "plain");
        chip(counts.overlaps(), "overlap", "overlaps", "plain");
        chip(counts.unassigned(), "unassigned", "unassigned", "plain");
        chip(counts.waiting(), "waiting for an answer", "waiting for an answer", "plain");
        if (getComponentCount() == 0 && counts.visits() > 0) {
            add(span("Nothing needs an eye", "ok"));
        }
    }

    private void chip(int count, String one, String many, String look) {
        if (count > 0) {
            add(span(count + " " + (count == 1 ? one : many), look));
        }
    }

    private static Span span(String words, String look) {
        var chip = new Span(words);
        chip.addClassNames("board-chip", look);
        return chip;
    }
}
