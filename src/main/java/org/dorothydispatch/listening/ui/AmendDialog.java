package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Objects;
import org.dorothydispatch.flags.PromiseOutlooks;
import org.dorothydispatch.listening.Amendments;
import org.dorothydispatch.listening.AnswerService;
import org.dorothydispatch.listening.Drafting;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.ui.WishForm.Shows;
import org.dorothydispatch.preference.PreferenceChanged;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.DayFields;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the dialogs in which a preference that is written down is answered, corrected, changed, ended or confirmed. */
@Component
class AmendDialog {

    private static final int LONGEST = 500;
    private static final int USUALLY_ASK_AGAIN_MONTHS = 12;

    private final Amendments amendments;
    private final AnswerService answers;
    private final Drafting drafting;
    private final PromiseOutlooks outlooks;

    AmendDialog(Amendments amendments, AnswerService answers, Drafting drafting, PromiseOutlooks outlooks) {
        this.amendments = amendments;
        this.answers = answers;
        this.drafting = drafting;
        this.outlooks = outlooks;
    }

    /** What the company says to it, now or anew. */
    void answer(PreferenceRow wish, LocalDate today, Runnable then) {
        var table = drafting.ofCustomer(wish.customer());
        var dialog = dialog("What we say to " + table.customer().calledName(), wish, table);
        var form = form(wish, table, today, Shows.ANSWER, new TextArea());
        dialog.add(form);
        finish(dialog, "Save", then, () -> {
            var given = form.wish().answer();
            if (given == null) {
                throw new IllegalArgumentException("Choose what we say: a promise, a try, or an open decline.");
            }
            answers.answer(wish.code(), wish.version(), given);
            return "Saved. Every visit to come is judged by it from now on.";
        });
    }

    /** It was written down wrongly. */
    void correct(PreferenceRow wish, LocalDate today, Runnable then) {
        var table = drafting.ofCustomer(wish.customer());
        var dialog = dialog("Correct what is written down", wish, table);
        var words = words("Their words", wish.words());
        var form = form(wish, table, today, Shows.WISH, words);
        var why = why("What was written down wrongly");
        dialog.add(words, form, why);
        finish(dialog, "Save", then, () -> {
            amendments.correct(wish.code(), wish.version(), form.wish().preference(), why.getValue());
            return "Corrected. What stood there before is in its history.";
        });
    }

    /** They changed their mind: the old one ends, a new one begins. */
    void change(PreferenceRow wish, LocalDate today, Runnable then) {
        var table = drafting.ofCustomer(wish.customer());
        var dialog = dialog(table.customer().calledName() + " wants something else now", wish, table);
        var words = words("What they say now, in their words", null);
        var form = form(wish, table, today, Shows.WISH_AND_ANSWER, words);
        dialog.add(words, form);
        finish(dialog, "Save", then, () -> {
            amendments.change(wish.code(), wish.version(), form.wish());
            return "Saved. The old wish has ended, and the new one holds from today on.";
        });
    }

    /** It no longer holds. */
    void end(PreferenceRow wish, LocalDate today, Runnable then) {
        var table = drafting.ofCustomer(wish.customer());
        var dialog = dialog("This no longer holds", wish, table);
        var lastDay = DayFields.labelled("The last day on which it holds");
        lastDay.setValue(today.minusDays(1));
        var why = why("What they said");
        dialog.add(lastDay, why);
        finish(dialog, "End it", then, () -> {
            if (lastDay.getValue() == null) {
                throw new IllegalArgumentException("Choose the last day on which it holds.");
            }
            amendments.end(wish.code(), wish.version(), lastDay.getValue(), why.getValue());
            return "Ended. It stays in the history, with their words.";
        });
    }

    /** The review date has come: still so, changed, or no longer. */
    void askAgain(PreferenceRow wish, LocalDate today, Runnable then) {
        var table = drafting.ofCustomer(wish.customer());
        var name = table.customer().calledName();
        var dialog = dialog("Ask again", wish, table);
        dialog.addComponentAsFirst(
                new Paragraph("Does %s still want this: %s?".formatted(name, WishWords.of(wish, table.technicians()))));
        var next = DayFields.labelled("If it is still so, ask again on");
        next.setMin(today.plusDays(1));
        next.setValue(today.plusMonths(USUALLY_ASK_AGAIN_MONTHS));
        var said = why("What they said (needed when it no longer holds)");
        dialog.add(said, next);
        var changed = new Button("Changed", click -> {
            dialog.close();
            change(wish, today, then);
        });
        var noLonger = new Button(
                "No longer",
                click -> attempt(dialog, then, () -> {
                    amendments.noLonger(wish.code(), wish.version(), said.getValue());
                    return "Ended. It stays in the history, with their words.";
                }));
        dialog.getFooter().add(cancel(dialog), noLonger, changed);
        var still = new Button(
                "Still so",
                click -> attempt(dialog, then, () -> {
                    if (next.getValue() == null) {
                        throw new IllegalArgumentException("Choose the day to ask again.");
                    }
                    amendments.stillSo(wish.code(), wish.version(), next.getValue(), said.getValue());
                    return "Good to know. %s is asked again on %s.".formatted(name, next.getValue());
                }));
        still.addThemeName("primary");
        dialog.getFooter().add(still);
        dialog.open();
    }

    private WishForm form(PreferenceRow wish, Drafting.Table table, LocalDate today, Shows shows, TextArea words) {
        return WishForm.of(
                wish,
                table,
                today,
                stated -> outlooks.of(wish.customer(), stated, wish.code()),
                shows,
                () -> shows == Shows.ANSWER ? Objects.toString(wish.words(), "") : words.getValue());
    }

    /** The sentence it is about, as text. */
    private static Dialog dialog(String title, PreferenceRow wish, Drafting.Table table) {
        var dialog = new Dialog();
        dialog.addClassName("amend-dialog");
        dialog.setHeaderTitle(title);
        dialog.setWidth("min(42rem, 96vw)");
        var meaning = WishWords.of(wish, table.technicians());
        var quote = new Paragraph(
                wish.words() == null || wish.words().isBlank() ? meaning : "“" + wish.words() + "” – " + meaning);
        quote.addClassName("amend-about");
        dialog.add(quote);
        return dialog;
    }

    private static TextArea words(String label, @Nullable String known) {
        var words = new TextArea(label);
        words.setMaxLength(ListeningService.LONGEST);
        words.setWidthFull();
        words.setValue(known == null ? "" : known);
        return words;
    }

    private static TextField why(String label) {
        var why = new TextField(label);
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        return why;
    }

    private static void finish(Dialog dialog, String verb, Runnable then, Work work) {
        var save = new Button(verb, click -> attempt(dialog, then, work));
        save.addThemeName("primary");
        dialog.getFooter().add(cancel(dialog), save);
        dialog.open();
    }

    private static Button cancel(Dialog dialog) {
        var cancel = new Button("Cancel", click -> dialog.close());
        cancel.addThemeName("tertiary");
        return cancel;
    }

    /** Does it and says so; a refusal is said, and whatever was typed stays. */
    private interface Work {
        String done();
    }

    private static void attempt(Dialog dialog, Runnable then, Work work) {
        try {
            var sentence = work.done();
            dialog.close();
            Notices.done(sentence);
            then.run();
        } catch (PreferenceChanged late) {
            dialog.close();
            Notices.problem(late.getMessage());
            then.run();
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
