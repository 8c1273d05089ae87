package org.dorothydispatch.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Face;
import org.springframework.context.annotation.Scope;

/** Who is signed in, as what and for which offices; the look; the password; the way out. */
@SpringComponent
@Scope("prototype")
class UserMenu extends Div {

    /** More would make the menu a list of offices. */
    private static final int OFFICES_NAMED = 6;

    UserMenu(CurrentUser user, OfficeService offices, UserService users, AuthenticationContext session) {
        addClassName("user-menu");
        var open = new Button(new Face(user.username(), user.name()));
        open.addThemeName("tertiary icon");
        open.setAriaLabel("Your account: " + user.name());
        open.addClassName("user-menu-button");

        var popover = new Popover(
                new H2(user.name()),
                new Paragraph(user.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "))),
                new Paragraph(officeWords(user, offices)),
                schemes(),
                new Button("Change password", click -> new OwnPasswordDialog(users).open()),
                new Button("Sign out", click -> session.logout()));
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.END_BOTTOM);
        popover.setModal(true);
        popover.setAriaLabel("Your account");
        popover.addClassName("user-menu-popover");
        add(open, popover);
    }

    private static String officeWords(CurrentUser user, OfficeService offices) {
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
