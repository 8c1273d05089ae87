package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.listening.Coverage;
import org.dorothydispatch.listening.Coverages;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;

/** Whether a customer was ever asked, what to ask them, and that they were asked. */
final class AskPart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int LONGEST = 500;

    private AskPart() {}

    /** @param again shows the screen as it is then */
    static Div of(Coverage coverage, Coverages coverages, Runnable again) {
        var tag = new Span(words(coverage));
        tag.addClassNames("coverage-tag", coverage.state().name().toLowerCase(Locale.ROOT));
        var part = new Div(tag);
        part.addClassName("ask-part");
        if (coverage.question() != null) {
            var question = new Paragraph("Ask next time: " + coverage.question());
            if (coverage.questionBy() != null) {
                question.add(" (" + coverage.questionBy() + " would like to know)");
            }
            question.addClassName("ask-question");
            part.add(question);
        }
        if (coverage.question() != null || coverage.state() != Coverage.State.CONFIRMED) {
            var asked = new Button(
                    "They were asked: nothing new",
                    click -> work(again, () -> {
                        coverages.wereAsked(coverage.customer(), null);
                        return "Good to know. Today is on record.";
                    }));
            asked.addThemeName("tertiary");
            part.add(asked);
        }
        return part;
    }

    /** The same with a field for the question. */
    static Div withQuestion(Coverage coverage, Coverages coverages, Runnable again) {
        var part = of(coverage, coverages, again);
        var question = new TextField("What to ask them next time");
        question.setMaxLength(LONGEST);
        question.setPlaceholder("Does the new alarm code work?");
        question.setWidthFull();
        var save = new Button("Ask next time");
        save.addClickListener(click -> work(again, () -> {
            coverages.askNextTime(coverage.customer(), question.getValue());
            return "It stands on the card, on the board and on the run sheet until they were asked.";
        }));
        var line = new Div(question, save);
        line.addClassName("ask-line");
        part.add(line);
        return part;
    }

    static String words(Coverage coverage) {
        return switch (coverage.state()) {
            case NEVER_ASKED -> "Never asked";
            case ASKED ->
                coverage.last() == null
                        ? "Asked, nobody wrote down when"
                        : "Last asked on " + DAY.format(coverage.last());
            case CONFIRMED -> "Confirmed on " + DAY.format(coverage.last());
        };
    }

    private interface Work {
        String done();
    }

    private static void work(Runnable again, Work work) {
        try {
            Notices.done(work.done());
            again.run();
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
