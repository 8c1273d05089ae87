package org.dorothydispatch.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.dorothydispatch.security.NotAllowed;

/** What went wrong in a sentence or two and the way back. Never an exception's text unless it was written for people. */
abstract class ErrorPage extends Main implements HasDynamicTitle {

    private String title = "";

    ErrorPage() {
        addClassName("error-page");
    }

    @Override
    public String getPageTitle() {
        return title + " · Dorothy";
    }

    void say(String title, String sentence) {
        this.title = title;
        removeAll();
        var back = new Anchor(".", "To the first page");
        back.setRouterIgnore(true);
        add(new Div(new H1(title), new Paragraph(sentence), back));
    }

    /** The same words for a page that does not exist and for one that is not ours: a stranger learns nothing. */
    void sayNothingHere() {
        say(
                "There is nothing here for you",
                "The page does not exist, or it belongs to somebody else. Check the address, or ask an administrator.");
    }

    @AnonymousAllowed
    static class NotFound extends ErrorPage implements HasErrorParameter<NotFoundException> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
            sayNothingHere();
            return 404;
        }
    }

    @AnonymousAllowed
    static class Denied extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
            sayNothingHere();
            return 403;
        }
    }

    /** A service refused; its sentence is written for people. */
    @AnonymousAllowed
    static class Refused extends ErrorPage implements HasErrorParameter<NotAllowed> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotAllowed> error) {
            say("You may not do this", String.valueOf(error.getException().getMessage()));
            return 403;
        }
    }

    @AnonymousAllowed
    static class Broken extends ErrorPage implements HasErrorParameter<Exception> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
            say(
                    "Something broke on our side",
                    "Nothing of what you did before is lost. Try again; if it happens again, tell your administrator this"
                            + " reference: " + Trouble.logged(error.getException()) + ".");
            return 500;
        }
    }
}
