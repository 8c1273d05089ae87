package org.dorothydispatch.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Ask;
import org.springframework.stereotype.Component;

/**
 * The menu of one's account: who is signed in, as what and for which offices; the look; the password; the tokens of one's
 * programs; the way out.
 */
@Component
class UserMenus {

    /** More would make the menu a list of offices. */
    private static final int OFFICES_NAMED = 6;

    private final CurrentUser user;
    private final OfficeService offices;
    private final UserService users;
    private final AuthenticationContext session;

    UserMenus(CurrentUser user, OfficeService offices, UserService users, AuthenticationContext session) {
        this.user = user;
        this.offices = offices;
        this.users = users;
        this.session = session;
    }

    /**
     * An open menu at the button with this id, which opens and closes it from now on.
     *
     * @param phone what the browser keeps of a technician's day
     */
    Popover open(String button, PhoneDay phone) {
        var menu = new Popover(
                new H2(user.name()),
                new Paragraph(user.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "))),
                new Paragraph(officeWords()),
                schemes(),
                new Button("Change password", click -> new OwnPasswordDialog(users).open()),
                new Button("Tokens for programs", click -> UI.getCurrent().navigate(TokensView.class)),
                new Button("Sign out", click -> signOut(phone)));
        menu.setFor(button);
        menu.setPosition(PopoverPosition.END_BOTTOM);
        menu.setModal(true);
        menu.setAriaLabel("Your account");
        menu.addClassName("user-menu-popover");
        menu.open();
        return menu;
    }

    /** What was not sent is not lost by signing out, and whoever signs out knows that it is there. */
    private void signOut(PhoneDay phone) {
        phone.unsent(unsent -> {
            if (unsent == 0) {
                phone.forget(session::logout);
                return;
            }
            Ask.first(
                    unsent == 1
                            ? "1 entry is not sent yet. Sign out?"
                            : "%d entries are not sent yet. Sign out?".formatted(unsent),
                    "The office does not have %s. Better wait for network first. If you sign out, they stay on this phone and are sent when you sign in on it again."
                            .formatted(unsent == 1 ? "it" : "them"),
                    "Sign out",
                    () -> phone.forget(session::logout));
        });
    }

    private String officeWords() {
        if (user.roles().contains(Role.ADMINISTRATOR)) {
            return "All offices";
        }
        var names = offices.list().stream().map(OfficeRow::name).toList();
        var named = names.stream().limit(OFFICES_NAMED).collect(Collectors.joining(", "));
        return names.size() <= OFFICES_NAMED ? named : named + " and %d more".formatted(names.size() - OFFICES_NAMED);
    }

    private static RadioButtonGroup<Scheme> schemes() {
        var schemes = new RadioButtonGroup<Scheme>("Look");
        schemes.setItems(Scheme.values());
        schemes.setItemLabelGenerator(Scheme::words);
        schemes.setValue(Scheme.remembered());
        schemes.addValueChangeListener(change -> change.getValue().use(UI.getCurrent()));
        return schemes;
    }
}
