package org.dorothydispatch.listening;

import java.time.Clock;
import java.util.Locale;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what customers were asked. Checks nobody's rights: the services in front of it do. */
@Component
class AskedStore {

    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    AskedStore(JdbcClient database, CurrentUser current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** @param preference what they were asked about; blank for anything at all */
    void add(String customer, @Nullable String preference, Amendments.Outcome outcome, @Nullable String note) {
        database.sql("""
                        insert into asked (customer, preference, outcome, note, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        customer,
                        preference,
                        outcome.name().toLowerCase(Locale.ROOT),
                        note,
                        current.username(),
                        Utc.of(clock.instant()))
                .update();
    }
}
