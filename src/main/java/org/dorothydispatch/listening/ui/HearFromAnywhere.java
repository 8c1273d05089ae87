package org.dorothydispatch.listening.ui;

import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningService;
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
        var caller = visit == null ? null : listener.ofVisit(visit).orElse(null);
        new HearDialog(listening, listener, caller, null, listening.mayRead() ? Channel.PHONE : Channel.VISIT, () -> {})
                .open();
    }
}
