package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.dorothydispatch.customer.CustomerChanged;
import org.dorothydispatch.listening.Leaving;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.ReopenCommand;
import org.dorothydispatch.listening.Reopening;
import org.dorothydispatch.listening.Reopenings;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;

/** Somebody who cancelled comes back: their words, and whether what they had goes on or is asked anew. */
class ComeBackPart extends Section {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final TextArea words = new TextArea("What do they say? In their words");
    private final RadioButtonGroup<Boolean> how = new RadioButtonGroup<>("What they had");

    ComeBackPart(Leaving leaving, Reopenings reopenings, Runnable then) {
        addClassName("caller-section");
        var customer = leaving.customer();
        var cancellation = leaving.cancellation();
        words.setMaxLength(ListeningService.LONGEST);
        words.setWidthFull();
        how.setItems(true, false);
        how.setItemLabelGenerator(asItWas -> asItWas
                ? "Goes on as it was; visits still to come wait for a place"
                : "Stays ended; ask them anew what they want");
        how.setVisible(cancellation != null);
        var opId = UUID.randomUUID().toString();
        var save = new Button("They are back", click -> {
            if (cancellation != null && how.getValue() == null) {
                Notices.problem("Choose whether what they had goes on or is asked anew.");
                return;
            }
            try {
                var done = reopenings.reopen(new ReopenCommand(
                        opId,
                        customer.code(),
                        customer.version(),
                        cancellation == null ? null : cancellation.code(),
                        Boolean.TRUE.equals(how.getValue()),
                        words.getValue()));
                Notices.done(done(done));
                then.run();
            } catch (CustomerChanged | IllegalArgumentException | NotAllowed refusal) {
                Notices.problem(refusal.getMessage());
            }
        });
        add(new H3("Do they come back?"), words, how, save);
    }

    private static String done(Reopening done) {
        if (!done.asItWas()) {
            return "On record. Whoever meets them next is told to ask what they want.";
        }
        return switch (done.visits()) {
            case 0 -> "On record. What they had goes on; no visit of theirs waits for a place.";
            case 1 -> "On record. 1 visit waits for a place on the board.";
            default -> "On record. %d visits wait for a place on the board.".formatted(done.visits());
        };
    }

    /** When it is on the record already. */
    static Component done(Reopening reopening, ZoneId zone) {
        var words = new Paragraph("“" + reopening.words() + "”");
        words.addClassName("turn-words");
        var section = new Section(
                new H3("They came back"),
                words,
                new Paragraph("to %s, on %s. %s"
                        .formatted(
                                reopening.reopenedBy(),
                                DAY.format(reopening.reopenedAt().atZone(zone)),
                                reopening.asItWas()
                                        ? "What they had goes on as it was."
                                        : "What they had stays ended; they are asked anew.")));
        section.addClassName("caller-section");
        return section;
    }
}
