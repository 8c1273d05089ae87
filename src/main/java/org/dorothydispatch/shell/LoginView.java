package org.dorothydispatch.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import org.dorothydispatch.security.CurrentUser;

/**
 * Sign-in. The query says why one is here: {@code error}, {@code wait=SECONDS}, {@code busy} from a failed try;
 * {@code changed}, {@code ready} from elsewhere.
 */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Dorothy")
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words());
    private final Paragraph news = new Paragraph();
    private final CurrentUser user;

    LoginView(CurrentUser user) {
        this.user = user;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        news.addClassName("welcome-news");
        news.getElement().setAttribute("role", "status");
        news.setVisible(false);
        add(new Welcome(new Div(news, form)));
    }

    private static LoginI18n words() {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle("Sign in");
        words.getForm().setSubmit("Sign in");
        words.setAdditionalInformation(
                "Forgot your password? An administrator of your company can give you a new one.");
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.present()) {
            event.forwardTo("");
            return;
        }
        var why = event.getLocation().getQueryParameters();
        if (why.getParameters().containsKey("error")) {
            form.showErrorMessage("That did not match", "The username or the password is not right. Try again.");
        } else if (why.getParameters().containsKey("wait")) {
            form.showErrorMessage(
                    "A short pause", "There were many failed tries. Wait %s and try again.".formatted(wait(why)));
        } else if (why.getParameters().containsKey("busy")) {
            form.showErrorMessage("Very busy", "Too many people are signing in at this moment. Try again in a moment.");
        } else if (why.getParameters().containsKey("changed")) {
            tell("Your password is changed. Sign in with the new one.");
        } else if (why.getParameters().containsKey("ready")) {
            tell("You are the administrator now. Sign in with the password you chose.");
        } else if (cameFromAScreen()) {
            tell("Sign in, and you are back where you were. A draft that you left there is kept.");
        }
    }

    /** A session ends after a while, with a change of the account, and when Dorothy is started anew. */
    private static boolean cameFromAScreen() {
        var wanted =
                VaadinSession.getCurrent().getSession().getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        return wanted instanceof String address && address.contains("?");
    }

    private void tell(String sentence) {
        news.setText(sentence);
        news.setVisible(true);
    }

    /** A number from the address line is shown only if it is one. */
    private static String wait(QueryParameters why) {
        var seconds = why.getSingleParameter("wait").orElse("");
        return seconds.matches("\\d{1,3}") ? (seconds.equals("1") ? "a second" : seconds + " seconds") : "a minute";
    }
}
