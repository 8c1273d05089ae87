package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.listening.Letter;
import org.dorothydispatch.listening.Letters;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Copying;
import org.dorothydispatch.uikit.Notices;

/** What we say back to a customer: read, changed where it is stiff, and then printed, copied, sent or read aloud. */
@Route("letter")
@PageTitle("Letter · Dorothy")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class LetterView extends Div implements BeforeEnterObserver {

    private final Letters letters;

    LetterView(Letters letters) {
        this.letters = letters;
        addClassNames("page", "letter-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("code")
                .orElse("");
        try {
            show(letters.write(code));
        } catch (IllegalArgumentException | NotAllowed stranger) {
            removeAll();
            add(
                    new H1("Letter"),
                    new Paragraph("There is no such customer in your offices. Look for a name, a street or a number."),
                    new Anchor("caller", "Who is calling"));
        }
    }

    private void show(Letter letter) {
        removeAll();
        var header = new Header(
                new H1("Letter to " + letter.to()),
                new Anchor(CustomerScreen.address(letter.customer()), "What they said"));
        header.addClassName("page-header");
        var subject = new TextField("Subject");
        subject.setValue(letter.subject());
        subject.setMaxLength(200);
        var text = new TextArea("Read it before it goes out, and change what does not sound like you");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(letter.text());
        text.addClassName("letter-text");
        // A field is no paper: what is printed stands beside it, as text.
        var paper = new Div(letter.text());
        paper.addClassName("letter-paper");
        paper.getElement().setAttribute("aria-hidden", "true");
        text.addValueChangeListener(change -> paper.setText(change.getValue()));
        add(header, subject, text, deeds(letter, subject, text), paper);
    }

    private Div deeds(Letter letter, TextField subject, TextArea text) {
        var send = new Button("Send to " + (letter.email() == null ? letter.to() : letter.email()));
        send.addThemeName("primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            done(
                    () -> letters.send(letter.customer(), subject.getValue(), text.getValue()),
                    "Sent to %s. It is on the record.".formatted(letter.to()));
            send.setEnabled(true);
        });
        var print = new Button("Print", click -> getElement().executeJs("window.print()"));
        var copy = new Button(
                "Copy",
                click -> Copying.text(
                        this,
                        text.getValue(),
                        "The browser did not let us copy. Select the text and copy it by hand."));
        var told = new Button(
                "I gave or read it to them",
                click -> done(
                        () -> letters.told(letter.customer(), text.getValue()),
                        "It is on the record that %s heard it from you.".formatted(letter.to())));
        var deeds = new Div(print, copy, told);
        letters.whyNotSent(letter)
                .ifPresentOrElse(
                        sentence -> {
                            var why = new Paragraph(sentence);
                            why.addClassName("file-small");
                            deeds.add(why);
                        },
                        () -> deeds.addComponentAsFirst(send));
        deeds.addClassName("letter-deeds");
        return deeds;
    }

    private static void done(Runnable work, String sentence) {
        try {
            work.run();
            Notices.done(sentence);
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
