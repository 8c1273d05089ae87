package org.dorothydispatch.technicianday.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.Copying;
import org.dorothydispatch.uikit.Notices;

/** The address under which the calendar on a person's phone reads their visits: to make it, renew it, stop it. */
class CalendarDialog extends Dialog {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final CalendarAddresses addresses;
    private final String username;
    private final ZoneId zone;
    private final Div content = new Div();

    CalendarDialog(CalendarAddresses addresses, String username, ZoneId zone) {
        this.addresses = addresses;
        this.username = username;
        this.zone = zone;
        setHeaderTitle("Your visits in your own calendar");
        setWidth("min(30rem, 96vw)");
        content.addClassName("calendar-address");
        add(content);
        getFooter().add(new Button("Close", click -> close()));
        show();
    }

    private void show() {
        content.removeAll();
        content.add(
                new Paragraph("The calendar on your phone can show your visits: the last two weeks and the next sixty"
                        + " days, with each customer's name, address and words. It looks again about every hour."));
        var made = addresses.madeAt(username);
        if (made.isEmpty()) {
            content.add(new Paragraph("Whoever knows the address can read your visits. Keep it to yourself."));
            content.add(primary("Make an address", this::renew));
            return;
        }
        content.add(
                new Paragraph("You have had an address since %s. It was shown once. If you need it again, make a new"
                                .formatted(DAY.format(made.get().atZone(zone)))
                        + " one: the old one stops then."));
        content.add(
                new Button(
                        "Make a new one",
                        click -> Ask.first(
                                "Make a new address?",
                                "Calendars that read the present one show nothing new from now on.",
                                "Make a new one",
                                this::renew)),
                new Button(
                        "Stop it",
                        click -> Ask.beforeHarm(
                                "Stop the address?",
                                "Calendars that read it show nothing new from now on.",
                                "Stop it",
                                this::stop)));
    }

    private void renew() {
        attempt(() -> {
            var token = addresses.renew(username);
            content.removeAll();
            var address = new TextField("Copy it now; it is not shown again");
            address.setReadOnly(true);
            address.setWidthFull();
            address.setValue("/calendar/%s.ics".formatted(token));
            // Only the browser knows under which name the console is reached.
            address.getElement()
                    .executeJs("this.value = new URL('calendar/' + $0 + '.ics', document.baseURI).href", token);
            content.add(
                    new Paragraph("In your calendar choose \"subscribe\" or \"add by address\" and paste this."),
                    address,
                    primary("Copy", () -> copy(address, token)));
        });
    }

    private void copy(TextField address, String token) {
        Copying.script(
                address,
                "new URL('calendar/' + $0 + '.ics', document.baseURI).href",
                token,
                "Your browser does not let pages copy. Mark the address and copy it yourself.");
    }

    private void stop() {
        attempt(() -> {
            addresses.stop(username);
            Notices.done("The address answers no more.");
            show();
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (UserRefused | NotAllowed refused) {
            Notices.problem(refused.getMessage());
        }
    }

    private static Button primary(String verb, Runnable work) {
        var button = new Button(verb, click -> work.run());
        button.addThemeName("primary");
        return button;
    }
}
