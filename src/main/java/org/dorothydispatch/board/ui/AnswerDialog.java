package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import org.jspecify.annotations.Nullable;

/**
 * Asks what a move is missing: for each broken wish the customer's consent or the reason to go on without it, for each
 * protocol a reason. Sends the same move again with the answers. If the visit was changed meanwhile it says so, keeps
 * what was typed, and sends it for the visit as it is now only when the person says so again.
 */
class AnswerDialog extends Dialog {

    /** What the dialog is about. */
    record Question(String customer, String visit, MoveTarget target, String asker, LocalDate today) {}

    private final Question question;
    private final Function<MoveCommand, MoveOutcome> mover;
    private final Consumer<MoveOutcome> accepted;
    private final Paragraph news = new Paragraph();
    private final Div parts = new Div();
    private final Map<String, AnswerPart> answers = new LinkedHashMap<>();
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
            var part = before.getOrDefault(flag.code(), part(flag));
            answers.put(flag.code(), part);
            parts.add(part);
        }
    }

    private AnswerPart part(FlagRow flag) {
        return new AnswerPart(
                List.of(new AnswerPart.Asked(question.customer(), flag)), question.asker(), question.today());
    }

    private void say(@Nullable String sentence) {
        news.setText(sentence == null ? "" : sentence);
        news.setVisible(sentence != null);
    }

    private void send() {
        var complete = answers.values().stream().map(AnswerPart::complete).reduce(true, Boolean::logicalAnd);
        if (!complete) {
            say("Something is missing below.");
            return;
        }
        var consents = new ArrayList<ConsentGiven>();
        var reasons = new ArrayList<ReasonGiven>();
        answers.forEach((code, part) -> part.addTo(code, consents, reasons));
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
}
