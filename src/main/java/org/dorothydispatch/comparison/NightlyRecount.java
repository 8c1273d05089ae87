package org.dorothydispatch.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dorothydispatch.shared.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Once a day counts every office afresh, says where what is kept says something else, and then keeps the fresh count. What
 * came of its broken promises takes the checks long: of these it judges a few hundred afresh, others every day.
 */
@Component
class NightlyRecount implements RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRecount.class);
    private static final int TOLD = 20;
    private static final int TRIES = 3;

    /** Broken promises of an office judged afresh in a night; each takes some milliseconds. */
    private static final int BREAKS = 300;

    private final RollUps rollUps;
    private final JudgedBreaks breaks;
    private final boolean follow;

    NightlyRecount(RollUps rollUps, JudgedBreaks breaks, @Value("${dorothy.comparison.follow:true}") boolean follow) {
        this.rollUps = rollUps;
        this.breaks = breaks;
        this.follow = follow;
    }

    @Override
    public String name() {
        return "roll-up-recount";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean wanted() {
        return follow;
    }

    @Override
    public void run() {
        rollUps.offices().forEach(this::recount);
    }

    private void recount(String office) {
        for (int i = 0; i < TRIES; i++) {
            if (rollUps.behind().contains(office)) {
                rollUps.catchUp(office);
            }
            var found = rollUps.recount(office);
            if (found.isPresent()) {
                note(office, found.get());
                return;
            }
            // Somebody moved something in between.
        }
    }

    private void note(String office, List<String> differences) {
        if (!differences.isEmpty()) {
            rollUps.rebuild(office);
        }
        var all = new ArrayList<>(differences);
        all.addAll(breaks.recount(office, BREAKS));
        if (all.isEmpty()) {
            rollUps.noteRecount(office, null);
            return;
        }
        var trouble = "%d kept figures of the office (%s) were not what the record says; they were counted again. %s"
                .formatted(all.size(), office, all.stream().limit(TOLD).collect(Collectors.joining("; ")));
        LOG.warn(trouble);
        rollUps.noteRecount(office, trouble);
    }
}
