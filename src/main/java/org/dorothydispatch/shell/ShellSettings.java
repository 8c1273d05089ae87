package org.dorothydispatch.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Optional;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.uikit.Notices;
import org.springframework.stereotype.Component;

/** What holds on every page: the remembered look, the icon, plain words for what fails, and what becomes of an ended session. */
@Component
class ShellSettings implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ShellSettings::prepare);
        event.getSource()
                .addSessionInitListener(session -> session.getSession().setErrorHandler(ShellSettings::failed));
        var messages = messages();
        event.getSource().setSystemMessagesProvider(where -> messages);
        event.getSource().addUIInitListener(opened -> explain(opened.getUI().getReconnectDialogConfiguration()));
    }

    /** Said at the edge of a screen; the board says it itself, with what becomes of a draft. */
    private static void explain(ReconnectDialogConfiguration dialog) {
        dialog.setDialogText("No connection. Trying to reconnect…");
        dialog.setDialogTextGaveUp("No connection. We go on as soon as it is back.");
    }

    private static void prepare(IndexHtmlResponse page) {
        var html = page.getDocument().selectFirst("html");
        if (html != null) {
            html.attr("lang", "en");
            var scheme = Scheme.remembered(page.getVaadinRequest());
            if (scheme != Scheme.SYSTEM) {
                html.attr("style", "color-scheme: " + scheme.css());
            }
        }
        page.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "favicon.svg");
    }

    /** A listener of a view failed. What was written for people is shown; the rest gets a reference. */
    private static void failed(ErrorEvent event) {
        var failure = event.getThrowable();
        var sentence = written(failure)
                .orElseGet(() -> "Something broke on our side. Try again; if it happens again, tell your administrator"
                        + " this reference: " + Trouble.logged(failure) + ".");
        Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> ui.access(() -> Notices.problem(sentence)));
    }

    private static Optional<String> written(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAllowed || cause instanceof UserRefused) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        // Without an address the page is loaded again: the sign-in comes in between where it must, and leads back.
        messages.setInternalErrorCaption("Something broke on our side");
        messages.setInternalErrorMessage("Nothing of what you did before is lost. Press here to load the page again.");
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption("Cookies are switched off");
        messages.setCookiesDisabledMessage(
                "Dorothy keeps you signed in with a cookie. Allow it and load the page again.");
        return messages;
    }
}
