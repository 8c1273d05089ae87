package org.dorothydispatch.comparison;

import java.time.Duration;
import org.dorothydispatch.shared.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds out of new and changed breaks whether they could have been avoided, an office after the other. An office that
 * somebody counts just now, which takes minutes when it is rebuilt, holds up no other one: it comes again with the next round.
 */
@Component
class BreakKeeper implements RepeatedWork {

    /** So many visits of one office are judged before it is the next one's turn. */
    private static final int AT_ONCE = 1_000;

    private final JudgedBreaks breaks;
    private final RollUps rollUps;
    private final boolean follow;

    BreakKeeper(JudgedBreaks breaks, RollUps rollUps, @Value("${dorothy.comparison.follow:true}") boolean follow) {
        this.breaks = breaks;
        this.rollUps = rollUps;
        this.follow = follow;
    }

    @Override
    public String name() {
        return "avoidable-breaks";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean wanted() {
        return follow;
    }

    @Override
    public void run() {
        for (var office : rollUps.offices()) {
            breaks.keepUp(office, AT_ONCE);
        }
    }
}
