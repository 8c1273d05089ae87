package org.dorothydispatch.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.uikit.FromAnywhere;

/** A narrow rail at the left (at the bottom of a small screen) and the screen beside it. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main content = new Main();
    private final Rail rail;

    MainLayout(CurrentUser user, UserMenus menus, List<FromAnywhere> deeds) {
        addClassName("shell");
        content.setId("content");
        content.addClassName("shell-content");
        rail = new Rail(
                MenuConfiguration.getMenuEntries(),
                deeds.stream().filter(FromAnywhere::offered).toList(),
                user.username(),
                user.name(),
                phone -> add(menus.open("account", phone)));
        add(rail, content);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        view.getElement().removeFromParent();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.showHere(event.getLocation().getFirstSegment());
    }
}
