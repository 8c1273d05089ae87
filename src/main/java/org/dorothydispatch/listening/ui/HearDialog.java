package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.UUID;
import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.HearCommand;
import org.dorothydispatch.listening.LawLine;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningService;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a customer said: the words, who, done. What is about who a technician is gets a gentle word while it
 * is typed. Nothing typed is lost when the server refuses.
 */
@StyleSheet("styles/listening.css")
class HearDialog extends Dialog {

    /** After so many milliseconds without a key the words are looked at. */
    private static final int PAUSE = 400;

    private final ListeningService listening;
    private final Runnable then;
    private final String opId = UUID.randomUUID().toString();
    private final TextArea words = new TextArea("What did they say? In their words");
    private final ComboBox<Listener.Caller> customer = new ComboBox<>("Who said it");
    private final Select<Channel> channel = new Select<>();
    private final TextField saidBy = new TextField("Whose wish, if somebody else's (optional)");
    private final Div law = new Div();
    private final Button save = new Button("Write it down");
    private final @Nullable String visit;

    /**
     * @param known the customer this is about; blank to look for them
     * @param then runs when something was written
     */
    HearDialog(
            ListeningService listening,
            Listener listener,
            Listener.@Nullable Caller known,
            @Nullable String visit,
            Channel usual,
            Runnable then) {
        this.listening = listening;
        this.visit = visit;
        this.then = then;
        addClassName("hear-dialog");
        setHeaderTitle("Write down what they said");
        setWidth("min(34rem, 96vw)");
        words.setMaxLength(ListeningService.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        words.setPlaceholder("“I can’t explain to a new face every time.”");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE);
        words.addValueChangeListener(change -> look());
        customer.setItemsWithFilterConverter(
                query -> listener.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                filter -> filter);
        customer.setItemLabelGenerator(Listener.Caller::words);
        customer.setPlaceholder("Name, street or telephone");
        customer.setWidthFull();
        customer.addValueChangeListener(change -> customer.setInvalid(false));
        channel.setLabel("How");
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(HearDialog::sentence);
        channel.setValue(usual);
        saidBy.setMaxLength(200);
        saidBy.setWidthFull();
        law.addClassName("hear-law");
        law.getElement().setAttribute("role", "status");
        if (known != null) {
            customer.setValue(known);
        }
        var fields = new Div(words, law, customer, channel, saidBy);
        fields.addClassName("hear-fields");
        add(fields);
        save.addThemeName("primary");
        save.addClickListener(click -> save(command()));
        var cancel = new Button("Cancel", click -> close());
        cancel.addThemeName("tertiary");
        getFooter().add(cancel, save);
        words.focus();
    }

    private static String sentence(Channel channel) {
        var words = channel.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void look() {
        words.setInvalid(false);
        law.removeAll();
        listening.caught(words.getValue()).ifPresent(finding -> law.add(LawNote.of(finding)));
    }

    private @Nullable HearCommand command() {
        if (words.getValue().isBlank()) {
            words.setErrorMessage("Write down what the customer said, in their words.");
            words.setInvalid(true);
            words.focus();
            return null;
        }
        if (customer.getValue() == null) {
            customer.setErrorMessage("Choose who said it. Look for a name, a street or a telephone number.");
            customer.setInvalid(true);
            customer.focus();
            return null;
        }
        return new HearCommand(
                opId,
                customer.getValue().customer(),
                words.getValue(),
                saidBy.getValue().isBlank() ? null : saidBy.getValue().strip(),
                channel.getValue(),
                visit,
                false,
                false);
    }

    private void save(@Nullable HearCommand command) {
        if (command != null) {
            new WriteDown(
                            listening,
                            finding -> {
                                law.removeAll();
                                law.add(LawNote.of(finding));
                            },
                            () -> {
                                close();
                                then.run();
                            })
                    .send(command);
        }
    }

    /** The gentle word: what may be offered, and what to say. */
    static final class LawNote {

        private LawNote() {}

        static Div of(LawLine.Finding finding) {
            var options = new UnorderedList();
            finding.options().forEach(option -> options.add(new ListItem(option)));
            var note = new Div(
                    new H3("We choose by the work, not by who somebody is"),
                    new Paragraph("You could say: “%s”".formatted(finding.toSay())),
                    new Paragraph("What we can offer instead:"),
                    options);
            note.addClassName("law-note");
            return note;
        }
    }
}
