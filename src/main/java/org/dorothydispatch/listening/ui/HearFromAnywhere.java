package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.uikit.AboutCustomer;
import org.dorothydispatch.uikit.FromAnywhere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One key and one button on every screen: write down what they said. */
@Component
class HearFromAnywhere implements FromAnywhere {

    private final ListeningService listening;
    private final Listener listener;

    HearFromAnywhere(ListeningService listening, Listener listener) {
        this.listening = listening;
        this.listener = listener;
    }

    @Override
    public String words() {
        return "They said…";
    }

    @Override
    public String icon() {
        return "icons/write.svg";
    }

    @Override
    public String key() {
        return "h";
    }

    @Override
    public boolean offered() {
        return listening.mayListen();
    }

    @Override
    public void open(@Nullable String visit) {
        var caller = Optional.ofNullable(visit)
                .flatMap(listener::ofVisit)
                .or(() -> onScreen().flatMap(AboutCustomer::customer).flatMap(listener::ofCustomer))
                .orElse(null);
        new HearDialog(
                        listening,
                        listener,
                        caller,
                        null,
                        listening.mayRead() ? Channel.PHONE : Channel.VISIT,
                        () -> onScreen().ifPresent(AboutCustomer::again))
                .open();
    }

    /** The screen that is open, where it is about one customer: the caller, on the caller card. */
    private static Optional<AboutCustomer> onScreen() {
        return UI.getCurrent().getActiveRouterTargetsChain().stream()
                .filter(AboutCustomer.class::isInstance)
                .map(AboutCustomer.class::cast)
                .findFirst();
    }
}
