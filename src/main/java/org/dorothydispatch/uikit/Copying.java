package org.dorothydispatch.uikit;

import com.vaadin.flow.component.Component;

/** Puts a text where the person can paste it, and says whether the browser let us. */
public final class Copying {

    private Copying() {}

    /** @param otherwise what to say and do when the browser does not let pages copy */
    public static void text(Component from, String text, String otherwise) {
        script(from, "$0", text, otherwise);
    }

    /** @param script gives the text from {@code $0}, the value, as the browser knows more than the server */
    public static void script(Component from, String script, String value, String otherwise) {
        from.getElement()
                .executeJs(
                        "return navigator.clipboard.writeText(%s).then(() => true, () => false)".formatted(script),
                        value)
                .then(Boolean.class, copied -> {
                    if (Boolean.TRUE.equals(copied)) {
                        Notices.done("Copied.");
                    } else {
                        Notices.problem(otherwise);
                    }
                });
    }
}
