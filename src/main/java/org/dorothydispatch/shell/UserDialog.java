package org.dorothydispatch.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.ApiTokens;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.FreshPassword;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.TechnicianChoice;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.security.UserRow;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.Notices;
import org.dorothydispatch.uikit.Refusal;
import org.jspecify.annotations.Nullable;

/** One person: name, what they do, where. Passwords are made by the program and shown once, to be passed on. */
class UserDialog extends Dialog {

    private final UserService users;
    private final Runnable changed;
    private final TextField name = new TextField("Name");
    private final TextField username = new TextField("Username");
    private final TextField email = new TextField("E-mail");
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>("What they do");
    private final MultiSelectComboBox<OfficeRow> offices = new MultiSelectComboBox<>("Offices");
    private final ComboBox<TechnicianChoice> technician = new ComboBox<>("Is the technician");
    private final Refusal refusal = new Refusal();

    static UserDialog forNewPerson(UserService users, OfficeService offices, Runnable changed) {
        var dialog = new UserDialog(users, offices, changed);
        dialog.setHeaderTitle("New person");
        dialog.username.setHelperText("To sign in with. Small letters, digits, dots.");
        dialog.addButtons(List.of(), "Add", dialog::create);
        dialog.name.focus();
        return dialog;
    }

    static UserDialog forPerson(
            UserService users,
            CalendarAddresses calendars,
            ApiTokens tokens,
            OfficeService offices,
            UserRow row,
            Runnable changed) {
        var dialog = new UserDialog(users, offices, changed);
        dialog.setHeaderTitle(row.name());
        dialog.show(row);
        var password = new Button("New password", click -> dialog.newPassword(row));
        var onOff = row.enabled()
                ? new Button("Switch off", click -> dialog.switchOff(row))
                : new Button("Switch on", click -> dialog.attempt(() -> users.enable(row.username(), row.version())));
        var first = new ArrayList<>(List.of(password, onOff));
        if (row.technician().isPresent()) {
            first.add(new Button("Calendar address", click -> dialog.calendar(calendars, row)));
        }
        if (!tokens.listOf(row.username()).isEmpty()) {
            first.add(new Button("Tokens", click -> tokens(tokens, offices, row)));
        }
        dialog.addButtons(first, "Save", () -> dialog.save(row));
        return dialog;
    }

    private UserDialog(UserService users, OfficeService offices, Runnable changed) {
        this.users = users;
        this.changed = changed;
        setWidth("32rem");
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(Role::words);
        // Not marked as required: a group may not say so to a screen reader (WAI-ARIA 1.2, aria-required).
        roles.setHelperText("At least one.");
        this.offices.setItems(offices.list());
        this.offices.setItemLabelGenerator(OfficeRow::name);
        email.setHelperText("Branch managers get their offices' figures once a month, where a mail server is set up.");
        technician.setItems(users.technicians());
        technician.setItemLabelGenerator(TechnicianChoice::name);
        technician.setClearButtonVisible(true);
        technician.setHelperText("They see their own visits.");
        roles.addValueChangeListener(change -> fitToRoles());
        fitToRoles();
        var fields = new VerticalLayout(name, username, email, roles, this.offices, technician, refusal);
        fields.setPadding(false);
        fields.getChildren().forEach(field -> field.getElement().getStyle().set("width", "100%"));
        add(fields);
    }

    private void fitToRoles() {
        boolean everywhere = roles.getValue().contains(Role.ADMINISTRATOR);
        offices.setEnabled(!everywhere);
        offices.setHelperText(everywhere ? "An administrator sees all offices." : "They see these and no others.");
        technician.setVisible(roles.getValue().contains(Role.TECHNICIAN));
    }

    private void show(UserRow row) {
        name.setValue(row.name());
        username.setValue(row.username());
        username.setReadOnly(true);
        email.setValue(row.email().orElse(""));
        roles.setValue(row.roles());
        offices.setValue(offices.getListDataView()
                .getItems()
                .filter(office -> row.offices().contains(office.code()))
                .collect(Collectors.toSet()));
        row.technician()
                .ifPresent(code -> technician
                        .getListDataView()
                        .getItems()
                        .filter(choice -> choice.code().equals(code))
                        .findFirst()
                        .ifPresent(technician::setValue));
    }

    private void addButtons(List<Button> first, String verb, Runnable work) {
        first.forEach(getFooter()::add);
        var save = new Button(verb, click -> work.run());
        save.addThemeName("primary");
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void create() {
        var password = FreshPassword.next();
        attempt(() -> {
            users.create(new NewUser(
                    username.getValue(),
                    name.getValue(),
                    password,
                    roles.getValue(),
                    officeCodes(),
                    technicianCode(),
                    Optional.of(email.getValue())));
            passOn(name.getValue(), password);
        });
    }

    private void save(UserRow row) {
        attempt(() -> {
            users.change(
                    row.username(),
                    row.version(),
                    name.getValue(),
                    roles.getValue(),
                    officeCodes(),
                    technicianCode(),
                    Optional.of(email.getValue()));
            Notices.done("%s is saved.".formatted(name.getValue()));
        });
    }

    private static void passOn(String name, String password) {
        new ToPassOn(
                        "Password of " + name,
                        password,
                        "They can change it after signing in, in the menu behind their face.")
                .open();
    }

    private void switchOff(UserRow row) {
        Ask.beforeHarm(
                "Switch off the account of %s?".formatted(row.name()),
                "They are signed out now and cannot sign in until somebody switches the account on again.",
                "Switch off",
                () -> attempt(() -> users.disable(row.username(), row.version())));
    }

    private void newPassword(UserRow row) {
        Ask.first(
                "Give %s a new password?".formatted(row.name()),
                "The present one stops working, and they are signed out now.",
                "New password",
                () -> {
                    var password = FreshPassword.next();
                    attempt(() -> {
                        users.setPassword(row.username(), password);
                        passOn(row.name(), password);
                    });
                });
    }

    /** A technician without a sign-in at hand asks for one, or has lost the phone that reads it. */
    private void calendar(CalendarAddresses calendars, UserRow row) {
        var made = calendars.madeAt(row.username()).isPresent();
        var asked = Ask.first(
                made
                        ? "Give %s a new calendar address?".formatted(row.name())
                        : "Make a calendar address for %s?".formatted(row.name()),
                made
                        ? "The present one stops working. Whoever knows the new one can read their visits."
                        : "Whoever knows it can read their visits.",
                made ? "New address" : "Make it",
                () -> attempt(() -> {
                    var path = "calendar/%s.ics".formatted(calendars.renew(row.username()));
                    new ToPassOn(
                                    "Calendar address of " + row.name(),
                                    path,
                                    "They subscribe to it in their own calendar.")
                            .atThisConsole()
                            .open();
                }));
        if (made) {
            asked.setRejectable(true);
            asked.setRejectText("Stop the present one");
            asked.setRejectButtonTheme("error tertiary");
            asked.addRejectListener(reject -> attempt(() -> {
                calendars.stop(row.username());
                Notices.done("The calendar address of %s answers no more.".formatted(row.name()));
            }));
        }
    }

    /** What somebody's programs may do ends with a token, without their account being switched off. */
    private static void tokens(ApiTokens tokens, OfficeService offices, UserRow row) {
        var dialog = new Dialog("Tokens of " + row.name());
        dialog.setWidth("32rem");
        var list = new TokenList(
                offices, "%s has no token.".formatted(row.name()), () -> tokens.listOf(row.username()), token -> {
                    tokens.stop(row.username(), token.id());
                    Notices.done("“%s” of %s opens nothing any more.".formatted(token.name(), row.name()));
                });
        dialog.add(
                new Paragraph(
                        "With each of these a program of theirs may do what they may. What is stopped is shut out at"
                                + " once, and the others go on."),
                list);
        var done = new Button("Done", click -> dialog.close());
        done.addThemeName("primary");
        dialog.getFooter().add(done);
        dialog.open();
    }

    private void attempt(Runnable work) {
        refusal.clear();
        try {
            work.run();
            close();
            changed.run();
        } catch (UserRefused | NotAllowed refused) {
            refusal.say(refused);
        }
    }

    private Set<String> officeCodes() {
        return offices.getValue().stream().map(OfficeRow::code).collect(Collectors.toSet());
    }

    private Optional<String> technicianCode() {
        @Nullable TechnicianChoice choice = roles.getValue().contains(Role.TECHNICIAN) ? technician.getValue() : null;
        return Optional.ofNullable(choice).map(TechnicianChoice::code);
    }

    /** The only time the password, or the address, can be read. */
    private static final class ToPassOn extends Dialog {

        private final TextField shown = new TextField("Pass it on; it is not shown again");
        private final String secret;

        ToPassOn(String title, String secret, String then) {
            this.secret = secret;
            setHeaderTitle(title);
            setWidth("26rem");
            shown.setValue(secret);
            shown.setReadOnly(true);
            shown.setWidthFull();
            shown.addClassName("password-to-pass-on");
            add(shown, new Paragraph(then));
            var done = new Button("Done", click -> close());
            done.addThemeName("primary");
            getFooter().add(done);
            setCloseOnOutsideClick(false);
        }

        /** Beside the question that led here and not inside of it: when that closes, it takes along what it holds. */
        @Override
        public void open() {
            UI.getCurrentOrThrow().add(this);
            addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    removeFromParent();
                }
            });
            super.open();
        }

        /** A path: only the browser knows under which name the console is reached. */
        ToPassOn atThisConsole() {
            shown.getElement().executeJs("this.value = new URL($0, document.baseURI).href", secret);
            return this;
        }
    }
}
