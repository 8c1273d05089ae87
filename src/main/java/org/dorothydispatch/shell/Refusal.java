package org.dorothydispatch.shell;

import com.vaadin.flow.component.html.Paragraph;

/** Why a form was not accepted, beside the form and read aloud. */
class Refusal extends Paragraph {

    Refusal() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void say(RuntimeException refused) {
        say(String.valueOf(refused.getMessage()));
    }

    void say(String sentence) {
        setText(sentence);
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}
