package org.dorothydispatch.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.OutboxReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts what changes soon after it changed, in a thread of its own; at the start what changed while nobody did. */
@Component
class RollUpKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpKeeper.class);

    /** Several moves in a row are counted together. */
    private static final long GATHER_MILLIS = 1_000;

    private static final long AGAIN_MILLIS = 30_000;

    private final RollUps rollUps;
    private final OutboxReader outbox;
    private final boolean follow;
    private final Map<String, OfficeChanged> waiting = new LinkedHashMap<>();
    private volatile @Nullable Thread thread;
    private @Nullable Runnable stopListening;

    RollUpKeeper(RollUps rollUps, OutboxReader outbox, @Value("${dorothy.comparison.follow:true}") boolean follow) {
        this.rollUps = rollUps;
        this.outbox = outbox;
        this.follow = follow;
    }

    @Override
    public void start() {
        if (!follow) {
            return;
        }
        stopListening = outbox.listen(this::changed);
        var keeper = Thread.ofPlatform().name("roll-ups").daemon().unstarted(this::run);
        thread = keeper;
        keeper.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (stopListening != null) {
            stopListening.run();
            stopListening = null;
        }
        if (running != null) {
            running.interrupt();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private synchronized void changed(OfficeChanged change) {
        waiting.merge(change.office(), change, RollUpKeeper::both);
        notifyAll();
    }

    /** Two changes of one office as one; no visits: any. */
    static OfficeChanged both(OfficeChanged first, OfficeChanged second) {
        var visits = new ArrayList<String>();
        if (!first.visits().isEmpty() && !second.visits().isEmpty()) {
            visits.addAll(first.visits());
            visits.addAll(second.visits());
        }
        return new OfficeChanged(first.office(), first.prev(), second.seq(), List.copyOf(visits), second.by());
    }

    private synchronized List<OfficeChanged> next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        wait(GATHER_MILLIS);
        var all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }

    private void run() {
        boolean behind = true;
        while (thread == Thread.currentThread()) {
            try {
                if (behind) {
                    rollUps.behind().forEach(rollUps::catchUp);
                    behind = false;
                }
                for (var change : next()) {
                    if (rollUps.catchUp(change) == RollUps.UNKNOWN) {
                        rollUps.catchUp(change.office());
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                if (thread != Thread.currentThread()) {
                    return;
                }
                LOG.warn("The figures of the offices could not be counted; trying again soon: {}", e.getMessage());
                behind = true;
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
