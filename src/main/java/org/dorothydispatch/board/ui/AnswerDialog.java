package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dorothydispatch.flags.ConsentGiven;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.rules.Side;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a move is missing: for each broken wish the customer's consent or the reason to go on without it, for each
 * protocol a reason. Sends the same move again with the answers. If the visit was changed meanwhile it says so, keeps
 * what was typed, and sends it for the visit as it is now only when the person says so again.
 */
class AnswerDialog extends Dialog {

    private static final int MOST_WORDS = 2_000;
    private static final String AGREES = "The customer agrees";
    private static final String KEEP = "I keep it";

    /** What the dialog is about. */
    record Question(String customer, String visit, MoveTarget target, String asker, LocalDate today) {}

    private final Question question;
    private final Function<MoveCommand, MoveOutcome> mover;
    private final Consumer<MoveOutcome> accepted;
    private final Paragraph news = new Paragraph();
    private final Div parts = new Div();
    private final Map<String, Part> answers = new LinkedHashMap<>();
    private final Button save = new Button("Save", click -> send());
    private int version;
    private boolean done;

    /**
     * @param needs what the server said is missing
     * @param mover carries a command out
     * @param accepted told once when the move is saved
     * @param abandoned told when the dialog is closed without it
     */
    AnswerDialog(
            Question question,
            MoveOutcome needs,
            Function<MoveCommand, MoveOutcome> mover,
            Consumer<MoveOutcome> accepted,
            Runnable abandoned) {
        this.question = question;
        this.mover = mover;
        this.accepted = accepted;
        addClassName("answer-dialog");
        setHeaderTitle(question.customer() + " should know");
        setWidth("min(34rem, 96vw)");
        news.addClassName("dialog-news");
        news.getElement().setAttribute("role", "status");
        news.setVisible(false);
        add(news, parts);
        save.addThemeName("primary");
        var cancel = new Button("Cancel", click -> close());
        cancel.addThemeName("tertiary");
        getFooter().add(cancel, save);
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && !done) {
                abandoned.run();
            }
        });
        ask(needs);
    }

    private void ask(MoveOutcome needs) {
        version = needs.version();
        var before = Map.copyOf(answers);
        answers.clear();
        parts.removeAll();
        for (var flag : needs.flags()) {
            var part = before.getOrDefault(flag.code(), new Part(flag, question));
            answers.put(flag.code(), part);
            parts.add(part);
        }
    }

    private void say(@Nullable String sentence) {
        news.setText(sentence == null ? "" : sentence);
        news.setVisible(sentence != null);
    }

    private void send() {
        var complete = answers.values().stream().map(Part::complete).reduce(true, Boolean::logicalAnd);
        if (!complete) {
            say("Something is missing below.");
            return;
        }
        var consents = new ArrayList<ConsentGiven>();
        var reasons = new ArrayList<ReasonGiven>();
        answers.values().forEach(part -> part.addTo(consents, reasons));
        var outcome = mover.apply(new MoveCommand(
                UUID.randomUUID().toString(), question.visit(), version, question.target(), consents, reasons));
        switch (outcome.status()) {
            case ACCEPTED -> {
                done = true;
                close();
                accepted.accept(outcome);
            }
            case NEEDS -> {
                say("Meanwhile something else needs an answer too.");
                ask(outcome);
            }
            case STALE -> {
                version = outcome.version();
                say(outcome.sentence() + " What you wrote is still here: look again, then save.");
            }
            case REFUSED -> say(outcome.sentence());
        }
    }

    /** One flag and its answer. */
    private static final class Part extends Section {

        private final FlagRow flag;
        private final RadioButtonGroup<String> choice = new RadioButtonGroup<>();
        private final TextField by = new TextField("Who asked them");
        private final DatePicker on = new DatePicker("When");
        private final TextField note = new TextField("What they said (optional)");
        private final TextArea why = new TextArea("Why");

        Part(FlagRow flag, Question question) {
            this.flag = flag;
            addClassNames("answer-part", flag.level().word());
            add(new H3(flag.message()));
            by.setValue(question.asker());
            by.setMaxLength(200);
            by.setRequiredIndicatorVisible(true);
            on.setValue(question.today());
            on.setMax(question.today());
            on.setRequiredIndicatorVisible(true);
            note.setMaxLength(MOST_WORDS);
            why.setMaxLength(MOST_WORDS);
            why.setRequiredIndicatorVisible(true);
            why.setValueChangeMode(ValueChangeMode.EAGER);
            why.addValueChangeListener(change -> why.setInvalid(false));
            if (flag.side() == Side.CUSTOMER) {
                choice.setItems(AGREES, KEEP);
                choice.setAriaLabel("What happens about it");
                choice.setValue(AGREES);
                choice.addValueChangeListener(change -> show());
                var asked = new Div(by, on);
                asked.addClassName("answer-asked");
                add(choice, asked, note);
            }
            add(why);
            show();
        }

        private boolean agrees() {
            return flag.side() == Side.CUSTOMER && AGREES.equals(choice.getValue());
        }

        private void show() {
            by.getParent().ifPresent(asked -> asked.setVisible(agrees()));
            note.setVisible(agrees());
            why.setVisible(!agrees());
        }

        /** Marks what is missing. */
        boolean complete() {
            if (agrees()) {
                var noAsker = by.getValue().isBlank();
                by.setErrorMessage("Say who asked the customer.");
                by.setInvalid(noAsker);
                var badDay = on.getValue() == null
                        || (on.getMax() != null && on.getValue().isAfter(on.getMax()));
                on.setErrorMessage("Say on which day they agreed; it cannot be in the future.");
                on.setInvalid(badDay);
                return !noAsker && !badDay;
            }
            var noReason = why.getValue().isBlank();
            why.setErrorMessage("Say why, in a few words; it stays on the record.");
            why.setInvalid(noReason);
            return !noReason;
        }

        void addTo(List<ConsentGiven> consents, List<ReasonGiven> reasons) {
            if (agrees()) {
                var words = note.getValue().isBlank() ? null : note.getValue().strip();
                consents.add(new ConsentGiven(flag.code(), by.getValue().strip(), on.getValue(), words));
            } else {
                reasons.add(new ReasonGiven(flag.code(), why.getValue().strip()));
            }
        }
    }
}
