package org.dorothydispatch.uikit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.dorothydispatch.shared.Light;

/**
 * The two lights, never merged: a round one for the customer, a square one for the company. Shape, sign and colour each
 * carry the meaning alone; two greens are quiet dots.
 */
public class LightsBadge extends Span {

    public LightsBadge(Light customer, Light company) {
        addClassName("lights");
        add(light("customer", customer), light("company", company));
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", "Customer: %s. Company: %s.".formatted(words(customer), words(company)));
    }

    private static Span light(String side, Light light) {
        var part = new Span(sign(light));
        part.addClassNames("light", side, light.name().toLowerCase(Locale.ROOT));
        return part;
    }

    private static String sign(Light light) {
        return switch (light) {
            case GREEN -> "✓";
            case AMBER -> "!";
            case RED -> "×";
        };
    }

    private static String words(Light light) {
        return switch (light) {
            case GREEN -> "green, in order";
            case AMBER -> "amber, look at it";
            case RED -> "red, broken";
        };
    }
}
