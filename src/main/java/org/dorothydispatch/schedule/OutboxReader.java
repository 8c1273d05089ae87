package org.dorothydispatch.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dorothydispatch.shared.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells listeners in this JVM what changed, office by office and in the order of the sequence numbers: at once after a
 * commit here, within half a second after a commit on another node.
 */
@Service
public class OutboxReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
    private static final long POLL_MILLIS = 500;

    private final JdbcClient database;
    private final InstantSource clock;
    private final List<Consumer<OfficeChanged>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Long> told = new HashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Worker worker = new Worker("outbox-reader");

    /** When everything up to then had been told. */
    private Instant caughtUp;

    OutboxReader(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.caughtUp = clock.instant();
    }

    /** Registers a listener; run the answer to end it. Listeners are called one after the other and must not block. */
    public Runnable listen(Consumer<OfficeChanged> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something was committed here: it is told at once. */
    public void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        caughtUp = clock.instant();
        told.putAll(sequences());
        worker.start(this::run);
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void run() {
        var failing = false;
        while (worker.goesOn()) {
            try {
                nudges.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                nudges.drainPermits();
                read();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                // Said once: the database may be away for minutes, and the next poll catches up.
                if (!failing) {
                    LOG.warn("The outbox cannot be read; trying on: {}", e.getMessage());
                }
                failing = true;
            }
        }
    }

    /** Tells what is new. Whoever was away so long that events may be gone says only that the whole board changed. */
    void read() {
        var now = clock.instant();
        var away = caughtUp.plus(OutboxPruning.KEPT.dividedBy(2)).isBefore(now);
        sequences().forEach((office, seq) -> {
            var prev = told.getOrDefault(office, 0L);
            if (seq > prev) {
                var change = change(office, prev, seq, away);
                told.put(office, seq);
                listeners.forEach(listener -> tell(listener, change));
            }
        });
        caughtUp = now;
    }

    private OfficeChanged change(String office, long prev, long seq, boolean whole) {
        var visits = new LinkedHashSet<String>();
        var actors = new LinkedHashSet<String>();
        var all = new boolean[] {whole};
        database.sql("select visit, actor from board_event where office = ? and id > ? and id <= ? order by id")
                .params(office, prev, seq)
                .query(row -> {
                    var visit = row.getString(1);
                    if (visit == null) {
                        all[0] = true;
                    } else {
                        visits.add(visit);
                    }
                    actors.add(row.getString(2));
                });
        return new OfficeChanged(
                office, prev, seq, all[0] ? List.of() : new ArrayList<>(visits), String.join(", ", actors));
    }

    private void tell(Consumer<OfficeChanged> listener, OfficeChanged change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on a change of office {}", change.office(), e);
        }
    }

    private Map<String, Long> sequences() {
        var numbers = new HashMap<String, Long>();
        database.sql("select office, last_event_id from office_sequence").query(row -> {
            numbers.put(row.getString(1), row.getLong(2));
        });
        return numbers;
    }
}
