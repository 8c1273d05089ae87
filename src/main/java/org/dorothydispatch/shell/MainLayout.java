package org.dorothydispatch.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;

/** A narrow rail at the left (at the bottom of a small screen) and the screen beside it. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main content = new Main();
    private final Map<String, Anchor> links = new LinkedHashMap<>();

    MainLayout(UserMenu userMenu) {
        addClassName("shell");
        content.setId("content");
        content.addClassName("shell-content");
        var skip = new Anchor("#content", "To the content");
        skip.addClassName("shell-skip");
        skip.setRouterIgnore(true);
        add(skip, rail(userMenu), content);
    }

    private Nav rail(UserMenu userMenu) {
        var rail = new Nav();
        rail.addClassName("shell-rail");
        rail.setAriaLabel("Screens");
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            var link = link(entry);
            links.put(trimmed(entry.path()), link);
            rail.add(link);
        });
        var rest = new Div();
        rest.addClassName("shell-rest");
        rail.add(rest, userMenu);
        return rail;
    }

    private static Anchor link(MenuEntry entry) {
        var words = new Span(entry.title());
        words.addClassName("shell-link-words");
        var path = trimmed(entry.path());
        // An empty href would be the page itself with its query.
        var link = new Anchor(path.isEmpty() ? "." : path, icon(entry), words);
        link.addClassName("shell-link");
        link.getElement().setAttribute("title", entry.title());
        return link;
    }

    private static Component icon(MenuEntry entry) {
        var icon = new SvgIcon(entry.icon() == null ? "icons/record.svg" : entry.icon());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private static String trimmed(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
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
        var here = event.getLocation().getFirstSegment();
        links.forEach((path, link) -> {
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
