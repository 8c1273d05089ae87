package org.dorothydispatch.board.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

/** The story's offices and who sits there: Vera plans for both, Otto for Riverside alone. */
final class BoardScreens implements AutoCloseable {

    private final SecuredBrowserlessApplicationContext<Authentication> browsers;

    private BoardScreens(SecuredBrowserlessApplicationContext<Authentication> browsers) {
        this.browsers = browsers;
    }

    static BoardScreens tellTheStory(ApplicationContext context) {
        var jdbc = context.getBean(JdbcClient.class);
        new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "vera", Role.DISPATCHER, "RIVER", "HILL");
        UserFixture.store(jdbc, "otto", Role.DISPATCHER, "RIVER");
        context.getBean(FlagService.class).recheckAll(List.of("RIVER", "HILL"));
        return new BoardScreens(SpringBrowserlessApplicationContext.createSecured(context, "org.dorothydispatch"));
    }

    BrowserlessUIContext newWindow(String user) {
        return newWindow(user, Role.DISPATCHER);
    }

    BrowserlessUIContext newWindow(String user, Role role) {
        return browsers.newUser(user, role.name()).newWindow();
    }

    /** Opens a screen there and answers it. */
    static Component open(BrowserlessUIContext window, String screen, Map<String, String> question) {
        window.activate();
        window.getUI().navigate(screen, QueryParameters.simple(question));
        return (Component) window.getCurrentView();
    }

    @Override
    public void close() {
        browsers.close();
    }
}
