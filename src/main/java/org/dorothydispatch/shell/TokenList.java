package org.dorothydispatch.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.ApiTokenRow;
import org.dorothydispatch.uikit.Ask;

/** A person's tokens: what each is for, since when there is it, when it was used, and a button that stops it. */
class TokenList extends UnorderedList {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, H:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final String none;
    private final Supplier<List<ApiTokenRow>> tokens;
    private final Consumer<ApiTokenRow> stop;

    /**
     * @param none what is said where there is none
     * @param tokens asked for whenever they are shown
     * @param stop after they have said so; what is left is shown then
     */
    TokenList(OfficeService offices, String none, Supplier<List<ApiTokenRow>> tokens, Consumer<ApiTokenRow> stop) {
        this.zone = offices.list().stream().findFirst().map(OfficeRow::timeZone).orElse(ZoneOffset.UTC);
        this.none = none;
        this.tokens = tokens;
        this.stop = stop;
        addClassName("token-list");
        show();
    }

    void show() {
        removeAll();
        var all = tokens.get();
        all.forEach(token -> add(line(token)));
        if (all.isEmpty()) {
            add(new ListItem(none));
        }
    }

    private ListItem line(ApiTokenRow token) {
        var words = new Div(new Span(token.name()), small(token));
        words.addClassName("token-words");
        var button = new Button(
                "Stop",
                click -> Ask.beforeHarm(
                        "Stop “%s”?".formatted(token.name()),
                        "The program that uses it is shut out at once. A stopped token cannot be started again.",
                        "Stop it",
                        () -> {
                            stop.accept(token);
                            show();
                        }));
        button.setAriaLabel("Stop " + token.name());
        return new ListItem(words, button);
    }

    private Span small(ApiTokenRow token) {
        var words = new Span("Made %s · %s"
                .formatted(
                        said(DAY, token.madeAt()),
                        token.lastUsedAt() == null ? "never used" : "last used " + said(MINUTE, token.lastUsedAt())));
        words.addClassName("token-small");
        return words;
    }

    private String said(DateTimeFormatter format, Instant moment) {
        return format.format(moment.atZone(zone));
    }
}
