package org.dorothydispatch.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import org.dorothydispatch.uikit.Scripts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The navigation and the button of the person's account. One element for the server, however many links it draws: the
 * frame stands around every open screen, and each component of it would be kept for each of them.
 */
@Tag("dorothy-rail")
@Uses(SvgIcon.class)
@Uses(Button.class)
class Rail extends Component {

    private static final String CURRENT = "here";

    private final Runnable account;

    /** @param account opens what the account's button is for; called once, then the menu is there */
    Rail(List<MenuEntry> screens, String username, String name, Runnable account) {
        this.account = account;
        var contents = new Contents(screens.stream().map(Screen::of).toList(), username, name);
        getElement().setProperty("contents", JsonMapper.shared().writeValueAsString(contents));
    }

    /** Marks the link of this path as where one is. */
    void showHere(String path) {
        getElement().setProperty(CURRENT, path);
    }

    @ClientCallable
    void openAccount() {
        account.run();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("rail").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(List<Screen> screens, String username, String name) {}

    private record Screen(String path, String title, String icon) {

        static Screen of(MenuEntry entry) {
            var path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
            return new Screen(path, entry.title(), entry.icon() == null ? "icons/record.svg" : entry.icon());
        }
    }
}
