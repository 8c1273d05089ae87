package org.dorothydispatch.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Refusal;

/** A new password of one's own; afterwards one signs in with it. */
class OwnPasswordDialog extends Dialog {

    private final PasswordField present = new PasswordField("Present password");
    private final PasswordField wanted = new PasswordField("New password");
    private final Refusal refusal = new Refusal();

    OwnPasswordDialog(UserService users) {
        setHeaderTitle("Change your password");
        setWidth("24rem");
        present.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.CURRENT_PASSWORD);
        wanted.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        wanted.setHelperText("8 characters or more. A short sentence is easy to remember.");
        present.setWidthFull();
        wanted.setWidthFull();
        var fields = new VerticalLayout(
                present, wanted, refusal, new Paragraph("You will be asked to sign in with the new password."));
        fields.setPadding(false);
        add(fields);
        var save = new Button("Change password", click -> save(users));
        save.addThemeName("primary");
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void save(UserService users) {
        try {
            users.changeOwnPassword(present.getValue(), wanted.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?changed"));
        } catch (UserRefused refused) {
            refusal.say(refused);
        }
    }
}
