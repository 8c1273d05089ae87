package org.dorothydispatch.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;

/** The bare address leads to the first screen of the navigation that the person may enter. */
@Route("")
@PageTitle("Dorothy")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    HomeView() {
        addClassName("page");
        add(
                new H1("Nothing to show yet"),
                new Paragraph("Your account opens no screen. Ask an administrator for a role that does."));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() != null)
                .findFirst()
                .ifPresent(entry -> event.forwardTo(entry.menuClass()));
    }
}
