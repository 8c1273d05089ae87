package org.dorothydispatch.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import org.jspecify.annotations.Nullable;

/** One sentence at the edge of the screen. */
public final class Notices {

    private static final int A_MOMENT = 4_000;
    private static final int UNTIL_CLOSED = 0;

    private Notices() {}

    /** Something was done. Goes away by itself. */
    public static void done(String sentence) {
        show(sentence, "success", A_MOMENT).setAssertive(false);
    }

    /** Something was not done, and the sentence says what to do. Stays until it is closed. */
    public static void problem(@Nullable String sentence) {
        show(sentence == null ? "That did not work." : sentence, "error", UNTIL_CLOSED)
                .setAssertive(true);
    }

    /** Asks in one sentence, with one thing to do about it. Stays until it is answered or closed. */
    public static Notification offer(String sentence, String verb, Runnable then) {
        var notice = show(sentence, "contrast", UNTIL_CLOSED);
        var line = (HorizontalLayout) notice.getChildren().findFirst().orElseThrow();
        line.addComponentAtIndex(1, new Button(verb, click -> {
            notice.close();
            then.run();
        }));
        return notice;
    }

    private static Notification show(String sentence, String theme, int duration) {
        var notice = new Notification();
        notice.setDuration(duration);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.addThemeName(theme);
        var line = new HorizontalLayout(new Span(sentence));
        line.addClassName("notice");
        line.setAlignItems(HorizontalLayout.Alignment.CENTER);
        if (duration == UNTIL_CLOSED) {
            var close = new Button("Close", click -> notice.close());
            close.addThemeName("tertiary");
            line.add(close);
        }
        notice.add(line);
        notice.open();
        return notice;
    }
}
