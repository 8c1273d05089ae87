package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dorothydispatch.rules.GivesWay;

/**
 * What gives way first, in the customer's own order: dragged, or moved up and down by buttons. The question to ask out
 * loud stands above it; nothing is kept before somebody saves it.
 */
class GivesWayPart extends Div {

    private final OrderedList list = new OrderedList();
    private final Div said = new Div();
    private final Button save;
    private final boolean editable;
    private final List<GivesWay> order;

    GivesWayPart(String question, List<GivesWay> listed, boolean editable, Consumer<List<GivesWay>> keep) {
        this.editable = editable;
        order = new ArrayList<>(GivesWay.inOrder(listed));
        addClassName("gives-way");
        list.addClassName("gives-way-list");
        said.addClassName("sr-only");
        said.getElement().setAttribute("role", "status");
        save = new Button("Save this order", click -> keep.accept(List.copyOf(order)));
        save.addThemeName("primary");
        save.setVisible(editable && listed.isEmpty());
        var ask = new Paragraph("Ask: “" + question + "”");
        ask.addClassName("gives-way-question");
        add(ask);
        if (listed.isEmpty()) {
            add(new Paragraph("Nobody has asked them yet. Until then this is our order, not theirs."));
        }
        add(list, said, save);
        draw();
    }

    private void draw() {
        list.removeAll();
        for (int i = 0; i < order.size(); i++) {
            list.add(item(order.get(i), i));
        }
    }

    private ListItem item(GivesWay what, int place) {
        var words = new Span(words(what));
        var hint = new Span(place == 0 ? "gives way first" : place == order.size() - 1 ? "is kept longest" : "");
        hint.addClassName("gives-way-hint");
        var item = new ListItem(words, hint);
        item.setId("gives-way-" + what.word());
        if (editable) {
            item.add(step(what, place, -1), step(what, place, 1));
            var source = DragSource.create(item);
            source.setEffectAllowed(EffectAllowed.MOVE);
            var target = DropTarget.create(item);
            target.setDropEffect(DropEffect.MOVE);
            target.addDropListener(drop -> drop.getDragSourceComponent()
                    .flatMap(dragged -> dragged.getId())
                    .flatMap(id -> order.stream()
                            .filter(one -> id.equals("gives-way-" + one.word()))
                            .findFirst())
                    .ifPresent(dragged -> move(dragged, order.indexOf(what))));
            item.addClassName("draggable");
        }
        return item;
    }

    private Button step(GivesWay what, int place, int by) {
        var up = by < 0;
        var button = new Button(up ? "↑" : "↓", click -> {
            move(what, place + by);
            focus(what, up);
        });
        button.addThemeName("tertiary");
        button.setAriaLabel("%s gives way %s".formatted(words(what), up ? "earlier" : "later"));
        button.addClassName(up ? "earlier" : "later");
        button.setEnabled(place + by >= 0 && place + by < order.size());
        return button;
    }

    private void move(GivesWay what, int to) {
        order.remove(what);
        order.add(to, what);
        draw();
        save.setVisible(true);
        said.setText("%s is now number %d of %d.".formatted(words(what), to + 1, order.size()));
    }

    /** Whoever goes on by keyboard finds the button where it went; at the end of the list the other one. */
    private void focus(GivesWay what, boolean up) {
        int place = order.indexOf(what);
        var item = list.getComponentAt(place);
        var wanted = up ? place == 0 ? "later" : "earlier" : place == order.size() - 1 ? "earlier" : "later";
        item.getChildren()
                .filter(child -> child instanceof Button button && button.hasClassName(wanted))
                .map(Button.class::cast)
                .forEach(Button::focus);
    }

    static String words(GivesWay what) {
        return switch (what) {
            case DAY -> "The day";
            case TIME -> "The time of day";
            case NOTICE -> "The notice we give";
            case PERSON -> "The person";
        };
    }
}
