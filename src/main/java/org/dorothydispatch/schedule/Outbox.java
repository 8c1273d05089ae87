package org.dorothydispatch.schedule;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers every change of the schedule and of what the schedule is judged by. Events are appended in the transaction of
 * the change; {@link OutboxReader} tells the boards after it. The newest number of an office is its board's sequence
 * number: whatever was computed from an office's facts is good as long as that number stands.
 */
@Service
public class Outbox {

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final OutboxReader reader;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, JdbcClient database, OutboxReader reader, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Appends one event for each visit of each office, or one for the whole board of an office without visits. Call it
     * last in a transaction: it locks the offices' sequences, by code, until the end, so that the events of an office
     * become visible in the order of their numbers.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(
            SortedMap<String, ? extends Collection<String>> visitsByOffice,
            String kind,
            String by,
            @Nullable String opId) {
        var at = Utc.of(clock.instant());
        visitsByOffice.keySet().forEach(this::lock);
        visitsByOffice.forEach((office, visits) -> {
            var rows = new ArrayList<Object[]>();
            for (var visit : visits) {
                rows.add(new Object[] {office, at, kind, visit, shortened(by), opId});
            }
            if (rows.isEmpty()) {
                rows.add(new Object[] {office, at, kind, null, shortened(by), opId});
            }
            jdbc.batchUpdate(
                    "insert into board_event (office, at, kind, visit, actor, op_id) values (?, ?, ?, ?, ?, ?)", rows);
            database.sql("""
                            update office_sequence
                            set last_event_id = (select max(id) from board_event where office = ?)
                            where office = ?""").params(office, office).update();
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reader.nudge();
            }
        });
    }

    /** The sequence numbers of these offices now; 0 where nothing has happened yet. */
    public Map<String, Long> sequences(Collection<String> offices) {
        if (offices.isEmpty()) {
            return Map.of();
        }
        var numbers = database
                .sql("select office, last_event_id from office_sequence where office in (:offices)")
                .param("offices", offices)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        offices.forEach(office -> numbers.putIfAbsent(office, 0L));
        return numbers;
    }

    private void lock(String office) {
        var select = "select last_event_id from office_sequence where office = ? for update";
        if (database.sql(select).param(office).query(Long.class).optional().isEmpty()) {
            database.sql("insert ignore into office_sequence (office, last_event_id) values (?, 0)")
                    .param(office)
                    .update();
            database.sql(select).param(office).query(Long.class).single();
        }
    }

    /** The column is for reading only and holds 80 characters. */
    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 79) + "…";
    }
}
