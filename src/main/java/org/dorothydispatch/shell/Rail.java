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
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.dorothydispatch.uikit.FromAnywhere;
import org.dorothydispatch.uikit.Scripts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The navigation and the button of the person's account. One element for the server, however many links it draws: the
 * frame stands around every open screen, and each component of it would be kept for each of them.
 */
@Tag("dorothy-rail")
@Uses(SvgIcon.class)
@Uses(Button.class)
class Rail extends Component implements PhoneDay {

    private static final String CURRENT = "here";

    private final Consumer<PhoneDay> account;
    private final List<FromAnywhere> deeds;

    /**
     * @param deeds what can be done from every screen
     * @param account opens what the account's button is for; called once, then the menu is there
     */
    Rail(List<MenuEntry> screens, List<FromAnywhere> deeds, String username, String name, Consumer<PhoneDay> account) {
        this.deeds = deeds;
        this.account = account;
        var contents = new Contents(
                screens.stream().map(Screen::of).toList(),
                deeds.stream()
                        .map(deed -> new Deed(deed.words(), deed.icon(), deed.key()))
                        .toList(),
                username,
                name);
        getElement().setProperty("contents", JsonMapper.shared().writeValueAsString(contents));
    }

    /** Marks the link of this path as where one is. */
    void showHere(String path) {
        getElement().setProperty(CURRENT, path);
    }

    @ClientCallable
    void openAccount() {
        account.accept(this);
    }

    /** @param visit the visit that is selected on the screen; null for none */
    @ClientCallable
    void act(String key, @Nullable String visit) {
        deeds.stream().filter(deed -> deed.key().equals(key)).findFirst().ifPresent(deed -> deed.open(visit));
    }

    @Override
    public void unsent(IntConsumer then) {
        getElement().callJsFunction("unsent").then(Integer.class, then::accept, failure -> then.accept(0));
    }

    @Override
    public void forget(Runnable then) {
        getElement().callJsFunction("forgetDay").then(done -> then.run(), failure -> then.run());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("rail").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(List<Screen> screens, List<Deed> deeds, String username, String name) {}

    private record Deed(String words, String icon, String key) {}

    private record Screen(String path, String title, String icon) {

        static Screen of(MenuEntry entry) {
            var path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
            return new Screen(path, entry.title(), entry.icon() == null ? "icons/record.svg" : entry.icon());
        }
    }
}
