package org.dorothydispatch.uikit;

import com.vaadin.flow.component.html.Paragraph;

/** Why something was not accepted, in its place on the screen and read aloud. */
public final class Refusal extends Paragraph {

    /** Nothing is wrong yet. */
    public Refusal() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public Refusal(String sentence) {
        this();
        say(sentence);
    }

    public void say(RuntimeException refused) {
        say(String.valueOf(refused.getMessage()));
    }

    public void say(String sentence) {
        setText(sentence);
        setVisible(true);
    }

    public void clear() {
        setVisible(false);
    }
}
