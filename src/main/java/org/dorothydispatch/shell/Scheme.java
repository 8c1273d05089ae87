package org.dorothydispatch.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Light, dark, or what the system says. Remembered by the browser, so that the first paint already has it. */
enum Scheme {
    SYSTEM("As the system", ColorScheme.Value.LIGHT_DARK),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String COOKIE = "dorothy-look";

    private final String words;
    private final ColorScheme.Value value;

    Scheme(String words, ColorScheme.Value value) {
        this.words = words;
        this.value = value;
    }

    String words() {
        return words;
    }

    /** As CSS writes it. */
    String css() {
        return value.getValue();
    }

    static Scheme remembered() {
        return remembered(VaadinRequest.getCurrent());
    }

    static Scheme remembered(VaadinRequest request) {
        return Optional.ofNullable(request == null ? null : request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(values())
                        .filter(scheme -> scheme.cookieValue().equals(value)))
                .findFirst()
                .orElse(SYSTEM);
    }

    /** Changes the page now and asks the browser to remember it for a year. */
    void use(UI ui) {
        ui.getPage().setColorScheme(value);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000; samesite=lax'",
                        COOKIE,
                        cookieValue());
    }

    private String cookieValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
