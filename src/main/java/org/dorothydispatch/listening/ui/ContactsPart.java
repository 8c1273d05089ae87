package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.listening.Contact;
import org.dorothydispatch.listening.Contacts;
import org.dorothydispatch.listening.CustomerFile;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.Notices;

/** The people of a customer that is a business. */
class ContactsPart extends Section {

    private static final int LONGEST = 200;

    ContactsPart(CustomerFile file, Contacts contacts, Runnable again) {
        addClassName("caller-section");
        add(new H3("Their people"));
        if (file.contacts().isEmpty()) {
            add(new Paragraph("Nobody is written down yet. Whose wish is it? A name is enough."));
        }
        var list = new UnorderedList();
        list.addClassName("contact-list");
        for (var contact : file.contacts()) {
            var gone = new Button(
                    "No longer there",
                    click -> Ask.first(
                            "Is %s no longer there?".formatted(contact.name()),
                            "What they wished for stays, and says whose wish it was.",
                            "They have left",
                            () -> work(again, () -> contacts.left(contact.code()))));
            gone.addThemeName("tertiary");
            gone.setAriaLabel("No longer there: " + contact.name());
            list.add(new ListItem(new Span(words(contact)), gone));
        }
        add(list, more(file, contacts, again));
    }

    private static Div more(CustomerFile file, Contacts contacts, Runnable again) {
        var name = field("Name");
        var position = field("What they do (optional)");
        var phone = field("Telephone (optional)");
        var email = field("E-mail (optional)");
        var add = new Button(
                "Add",
                click -> work(
                        again,
                        () -> contacts.add(
                                file.customer().code(),
                                name.getValue(),
                                position.getValue(),
                                phone.getValue(),
                                email.getValue())));
        var fields = new Div(name, position, phone, email, add);
        fields.addClassName("wish-parts");
        return fields;
    }

    /** Asks whose wish one of theirs is. */
    static void askWhose(PreferenceRow wish, CustomerFile file, Contacts contacts, Runnable again) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Whose wish is it?");
        dialog.setWidth("min(28rem, 96vw)");
        var who = new Select<Contact>();
        who.setLabel("Whose wish");
        who.setItems(file.contacts());
        who.setItemLabelGenerator(contact -> contact == null ? "Nobody in particular" : contact.name());
        who.setEmptySelectionAllowed(true);
        who.setWidthFull();
        file.contacts().stream()
                .filter(contact -> contact.name().equals(file.whose().get(wish.code())))
                .findFirst()
                .ifPresent(who::setValue);
        dialog.add(new Paragraph(WishWords.of(wish, file.names())), who);
        var cancel = new Button("Cancel", click -> dialog.close());
        cancel.addThemeName("tertiary");
        var save = new Button(
                "Save",
                click -> work(again, () -> {
                    contacts.isTheWishOf(
                            wish.code(),
                            who.getValue() == null ? null : who.getValue().code());
                    dialog.close();
                }));
        save.addThemeName("primary");
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }

    private static String words(Contact contact) {
        return Stream.of(contact.name(), contact.position(), contact.phone(), contact.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static TextField field(String label) {
        var field = new TextField(label);
        field.setMaxLength(LONGEST);
        return field;
    }

    private static void work(Runnable again, Runnable work) {
        try {
            work.run();
            again.run();
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
