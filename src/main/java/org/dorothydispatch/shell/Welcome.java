package org.dorothydispatch.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.LightsBadge;

/** The calm page before one is in: what this is at one side, what to fill in at the other. */
class Welcome extends Main {

    Welcome(Component form) {
        addClassName("welcome");
        add(story(), new Div(form));
    }

    private static Div story() {
        var mark = new Image("favicon.svg", "");
        mark.addClassName("welcome-mark");
        var name = new H1("Dorothy");
        var brand = new Div(mark, name);
        brand.addClassName("welcome-brand");
        var sentence = new Paragraph(
                "Personal service, kept: no promise to a customer is broken without a person deciding so.");
        sentence.addClassName("welcome-sentence");
        var story = new Div(brand, sentence, example());
        story.addClassName("welcome-story");
        return story;
    }

    /** The two lights on one card, so that the first screen already shows what the board is about. */
    private static Div example() {
        var who = new Span("Dorothy");
        who.addClassName("welcome-who");
        var when = new Span("Tue 9:00");
        when.addClassName("welcome-when");
        var card = new Div(new LightsBadge(Light.RED, Light.GREEN), who, when);
        card.addClassName("welcome-card");
        var said = new Div(new Face("ANA", "Ana Petrov", Face.Size.SMALL), new Span("Dorothy was promised Ana."));
        said.addClassName("welcome-said");
        var example = new Div(card, said);
        example.addClassName("welcome-example");
        example.getElement().setAttribute("aria-hidden", "true");
        return example;
    }
}
