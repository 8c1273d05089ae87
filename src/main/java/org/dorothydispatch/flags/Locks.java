package org.dorothydispatch.flags;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows a change holds from its first statement to its end, always in one order: technician-days, run-days,
 * customers, visits, and by key within each. Whoever could make two visits overlap holds the same technician-day;
 * whoever judges a visit holds the visit, so that the later of two judges sees what the earlier one did.
 */
final class Locks {

    private final JdbcClient database;

    Locks(JdbcClient database) {
        this.database = database;
    }

    /**
     * Makes the rows that are not there yet. Outside of the change's transaction: there, "insert ignore" would hold a
     * shared lock on an existing row, and two changes that both wanted more would block each other.
     */
    void prepare(SortedSet<Day> technicianDays, SortedSet<Day> runs) {
        technicianDays.forEach(day -> prepare("technician_day", "technician", day));
        runs.forEach(day -> prepare("run_day", "route", day));
    }

    void take(SortedSet<Day> technicianDays, SortedSet<Day> runs, String customer) {
        technicianDays.forEach(day -> take("technician_day", "technician", day));
        runs.forEach(day -> take("run_day", "route", day));
        database.sql("select code from customer where code = ? for update")
                .param(customer)
                .query(String.class)
                .single();
    }

    static void visits(JdbcClient database, Collection<String> visits) {
        for (var chunk : Sql.chunks(new TreeSet<>(visits), 500)) {
            database.sql("select code from visit where code in (:codes) order by code for update")
                    .param("codes", chunk)
                    .query(String.class)
                    .list();
        }
    }

    private void prepare(String table, String column, Day day) {
        if (!found("select 1 from %s where %s = ? and on_date = ?".formatted(table, column), day)) {
            database.sql("insert ignore into %s (%s, on_date) values (?, ?)".formatted(table, column))
                    .params(day.code(), day.date())
                    .update();
        }
    }

    private void take(String table, String column, Day day) {
        if (!found("select 1 from %s where %s = ? and on_date = ? for update".formatted(table, column), day)) {
            throw new IllegalStateException("The lock %s of %s was not prepared.".formatted(table, day));
        }
    }

    private boolean found(String sql, Day day) {
        return database.sql(sql)
                .params(day.code(), day.date())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
