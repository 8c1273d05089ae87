package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;

/** Why somebody sees neither board nor map nor customer. */
final class WindowRefusal extends Div {

    private WindowRefusal(String title, String advice) {
        super(new H1(title), new Paragraph(advice));
        addClassName("board-refusal");
    }

    /** Empty for those who may look. */
    static Optional<Component> of(BoardDesk desk) {
        if (!desk.mayRead()) {
            return Optional.of(new WindowRefusal(
                    "The board is for the people who plan.", "Ask an administrator if you should see it."));
        }
        return desk.offices().isEmpty()
                ? Optional.of(new WindowRefusal(
                        "No office yet.", "You see a board once an administrator has given you an office."))
                : Optional.empty();
    }
}
