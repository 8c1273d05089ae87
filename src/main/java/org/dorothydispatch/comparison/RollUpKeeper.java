package org.dorothydispatch.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.OutboxReader;
import org.dorothydispatch.shared.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts what changes soon after it changed, in a thread of its own; at the start what changed while nobody did. */
@Component
class RollUpKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpKeeper.class);

    /** Several moves in a row are counted together; an import is one change already. */
    private static final long GATHER_MILLIS = 1_000;

    private final RollUps rollUps;
    private final OutboxReader outbox;
    private final boolean follow;
    private final Duration again;
    private final Map<String, OfficeChanged> waiting = new LinkedHashMap<>();
    private final Worker worker = new Worker("roll-ups");
    private @Nullable Runnable stopListening;

    /** @param again how long to wait when the database is away */
    RollUpKeeper(
            RollUps rollUps,
            OutboxReader outbox,
            @Value("${dorothy.comparison.follow:true}") boolean follow,
            @Value("${dorothy.comparison.again:30s}") Duration again) {
        this.rollUps = rollUps;
        this.outbox = outbox;
        this.follow = follow;
        this.again = again;
    }

    @Override
    public void start() {
        if (!follow) {
            return;
        }
        stopListening = outbox.listen(this::changed);
        worker.start(this::run);
    }

    @Override
    public void stop() {
        if (stopListening != null) {
            stopListening.run();
            stopListening = null;
        }
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
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
        if (waiting.values().stream().noneMatch(change -> change.visits().isEmpty())) {
            wait(GATHER_MILLIS);
        }
        var all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }

    private void run() {
        boolean behind = true;
        while (worker.goesOn()) {
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
            } catch (DataAccessException | TransactionException e) {
                if (!worker.goesOn()) {
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

    private boolean pause() {
        try {
            Thread.sleep(again);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
