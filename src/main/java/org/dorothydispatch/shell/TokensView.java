package org.dorothydispatch.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.ApiTokenRow;
import org.dorothydispatch.security.ApiTokens;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.uikit.Copying;
import org.dorothydispatch.uikit.Notices;
import org.dorothydispatch.uikit.Refusal;

/** One's own tokens, with which programs ask the API: to make one, to see when it was used, to stop it. */
@Route("tokens")
@PageTitle("Tokens · Dorothy")
@PermitAll
class TokensView extends Div {

    private final ApiTokens tokens;
    private final TextField name = new TextField("What is it for?");
    private final Refusal refusal = new Refusal();
    private final Div made = new Div();
    private final TokenList list;

    TokensView(ApiTokens tokens, OfficeService offices) {
        this.tokens = tokens;
        this.list = new TokenList(offices, "You have no token yet.", tokens::list, this::stop);
        addClassNames("page", "tokens");
        var header = new Header(new H1("Tokens for programs"));
        header.addClassName("page-header");
        made.addClassName("token-made");
        add(
                header,
                new Paragraph(
                        "A program of yours can read and change what you can: the files of an office, its visits with"
                                + " both lights, a move. It shows a token instead of your password. There is no charge."),
                form(),
                refusal,
                made,
                new H2("Your tokens"),
                list);
    }

    private Div form() {
        name.setPlaceholder("Nightly export");
        name.setMaxLength(ApiTokens.LONGEST_NAME);
        var make = new Button("Make a token", click -> make());
        make.addThemeName("primary");
        make.addClickShortcut(Key.ENTER).listenOn(name);
        var form = new Div(name, make);
        form.addClassName("token-form");
        return form;
    }

    private void make() {
        refusal.clear();
        try {
            var token = tokens.make(name.getValue());
            made.removeAll();
            var shown = new TextField("Copy it now; it is not shown again");
            shown.setReadOnly(true);
            shown.setValue(token);
            shown.addClassName("password-to-pass-on");
            var copy = new Button("Copy", click -> copy(token));
            copy.addThemeName("primary");
            made.add(
                    shown,
                    copy,
                    new Paragraph("The program sends it with every request, as \"Authorization: Bearer\" and the token."
                            + " Whoever has it can do what you can: keep it like a password."));
            name.clear();
            list.show();
        } catch (UserRefused | NotAllowed refused) {
            refusal.say(refused);
        }
    }

    private void copy(String token) {
        Copying.text(made, token, "Your browser does not let pages copy. Mark the token and copy it yourself.");
    }

    private void stop(ApiTokenRow token) {
        tokens.stop(token.id());
        made.removeAll();
        Notices.done("“%s” opens nothing any more.".formatted(token.name()));
    }
}
