package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dorothydispatch.flags.PromiseOutlooks;
import org.dorothydispatch.listening.AnswerService;
import org.dorothydispatch.listening.Drafting;
import org.dorothydispatch.listening.HeardChanged;
import org.dorothydispatch.listening.HeardRow;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.Suggestion;
import org.dorothydispatch.listening.TurnCommand;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/**
 * From words to preferences: the sentence with the words marked that a suggestion rests on, each suggestion to confirm,
 * correct or drop, the answer to each, and the way out when nothing follows from it.
 */
class TurnDialog extends Dialog {

    private final ListeningService listening;
    private final AnswerService answers;
    private final PromiseOutlooks outlooks;
    private final HeardRow heard;
    private final Drafting.Table table;
    private final LocalDate today;
    private final Runnable then;
    private final Div forms = new Div();
    private final List<WishForm> wishes = new ArrayList<>();
    private final Paragraph empty = new Paragraph();
    private final TextField aside = new TextField("Why nothing follows from it");

    TurnDialog(
            ListeningService listening,
            AnswerService answers,
            PromiseOutlooks outlooks,
            Drafting.Sentence sentence,
            LocalDate today,
            Runnable then) {
        this.listening = listening;
        this.answers = answers;
        this.outlooks = outlooks;
        heard = sentence.heard();
        table = sentence.table();
        this.today = today;
        this.then = then;
        addClassName("turn-dialog");
        setHeaderTitle(table.customer().calledName() + " said");
        setWidth("min(46rem, 96vw)");
        var by = new Paragraph("to %s, %s%s"
                .formatted(
                        heard.heardBy(),
                        heard.channel().words(),
                        heard.saidBy() == null ? "" : "; it is the wish of " + heard.saidBy()));
        by.addClassName("turn-by");
        forms.addClassName("turn-wishes");
        add(quote(heard.words(), table.suggestions()), by, empty, forms);
        table.suggestions().forEach(this::offer);
        var more = new Button("Add another wish", click -> offer(null));
        more.addThemeName("tertiary");
        aside.setWidthFull();
        aside.setMaxLength(500);
        aside.setPlaceholder("Thanked us for the last visit");
        var putAside = new Button("Put aside", click -> putAside());
        putAside.addThemeName("tertiary");
        var out = new Div(aside, putAside);
        out.addClassName("turn-aside");
        add(more, out);
        var cancel = new Button("Cancel", click -> close());
        cancel.addThemeName("tertiary");
        var save = new Button("Save", click -> save());
        save.addThemeName("primary");
        getFooter().add(cancel, save);
        sayWhatIsThere();
    }

    /** The sentence, the used words marked; all of it as text. */
    private static Paragraph quote(String words, List<Suggestion> suggestions) {
        var used = new BitSet(words.length());
        suggestions.forEach(one -> one.words().forEach(span -> used.set(span.start(), span.end())));
        var quote = new Paragraph("“");
        quote.addClassName("turn-words");
        for (int at = 0; at < words.length(); ) {
            var marked = used.get(at);
            int end = marked ? used.nextClearBit(at) : used.nextSetBit(at);
            end = end < 0 || end > words.length() ? words.length() : end;
            var piece = new Span(words.substring(at, end));
            if (marked) {
                piece.addClassName("used");
            }
            quote.add(piece);
            at = end;
        }
        quote.add("”");
        return quote;
    }

    private void offer(@Nullable Suggestion suggestion) {
        var form = new WishForm(
                table, suggestion, today, wish -> outlooks.of(table.customer().code(), wish, null), dropped -> {
                    wishes.remove(dropped);
                    forms.remove(dropped);
                    sayWhatIsThere();
                });
        wishes.add(form);
        forms.add(form);
        sayWhatIsThere();
    }

    private void sayWhatIsThere() {
        empty.setText(
                wishes.isEmpty()
                        ? "We see no wish in these words. Add one if you do, or put the sentence aside."
                        : "These wishes may be meant. Confirm, correct or drop each; nothing happens before you save.");
    }

    private void save() {
        settle(() -> {
            answers.turn(new TurnCommand(
                    heard.code(),
                    heard.version(),
                    wishes.stream().map(WishForm::wish).toList()));
            Notices.done("Saved. Every visit to come is judged by it from now on.");
        });
    }

    private void putAside() {
        settle(() -> {
            listening.putAside(heard.code(), heard.version(), aside.getValue());
            Notices.done("Put aside, with your reason.");
        });
    }

    private void settle(Runnable work) {
        try {
            work.run();
            close();
            then.run();
        } catch (HeardChanged late) {
            Notices.problem(late.getMessage());
            close();
            then.run();
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
