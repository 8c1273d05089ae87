package org.dorothydispatch.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dorothydispatch.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes out of the outbox what nobody asks for any more. {@link OutboxReader} reads an event within half a second of its
 * commit; a board that was away reads its snapshot again and never the events. The numbers themselves stay, in
 * {@code office_sequence}.
 */
@Service
class OutboxPruning {

    /** Twice as long as a reader may be away and still ask for single events. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Deleted at once: the rows are held for milliseconds only. */
    private static final int CHUNK = 5_000;

    private final JdbcClient database;
    private final Clock clock;

    OutboxPruning(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void prune() {
        // By number from the oldest on: what somebody is writing lies at the other end and is never touched.
        var old = database.sql("select min(id), max(id) from board_event where at < ?")
                .param(Utc.of(clock.instant().minus(KEPT)))
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        long oldest = old[0];
        long newest = old[1];
        for (long first = oldest; first <= newest; first += CHUNK) {
            database.sql("delete from board_event where id between ? and ?")
                    .params(first, Math.min(newest, first + CHUNK - 1))
                    .update();
        }
    }
}
