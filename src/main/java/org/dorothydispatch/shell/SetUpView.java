package org.dorothydispatch.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.SetUpLinks;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.uikit.Refusal;

/** Behind the link of the first start: makes the first administrator, once. */
@Route(value = "set-up/:token", autoLayout = false)
@PageTitle("Set up · Dorothy")
@AnonymousAllowed
class SetUpView extends Div implements BeforeEnterObserver {

    private final SetUpLinks links;
    private final Div form = new Div();
    private final TextField name = new TextField("Your name");
    private final TextField username = new TextField("Username");
    private final PasswordField password = new PasswordField("Password");
    private final PasswordField again = new PasswordField("The password again");
    private final Refusal refusal = new Refusal();
    private String token = "";

    SetUpView(SetUpLinks links) {
        this.links = links;
        form.addClassName("welcome-form");
        add(new Welcome(form));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        form.removeAll();
        if (links.good(token)) {
            showForm();
        } else {
            form.add(
                    new H2("This link is no longer good"),
                    new Paragraph(
                            "It works once, and each start with nobody in the database makes a new one. Look at the"
                                    + " console where Dorothy was started last, or sign in."),
                    signIn());
        }
    }

    private void showForm() {
        name.setAutocomplete(Autocomplete.NAME);
        username.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText("8 characters or more. A short sentence is easy to remember.");
        var save = new Button("Make me the administrator", click -> save());
        save.addThemeName("primary");
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        form.add(
                new H2("Welcome"),
                new Paragraph("You are the first here. Make your account; you can invite the others afterwards."),
                name,
                username,
                password,
                again,
                refusal,
                save);
        name.focus();
    }

    private void save() {
        refusal.clear();
        if (!password.getValue().equals(again.getValue())) {
            refusal.say("The two passwords are not the same. Type both once more.");
            return;
        }
        try {
            links.use(token, username.getValue(), name.getValue(), password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?ready"));
        } catch (UserRefused | NotAllowed refused) {
            refusal.say(refused);
        }
    }

    private Button signIn() {
        var button = new Button("Sign in", click -> getUI().ifPresent(ui -> ui.navigate(LoginView.class)));
        button.addThemeName("primary");
        return button;
    }
}
