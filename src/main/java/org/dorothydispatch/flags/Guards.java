package org.dorothydispatch.flags;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What keeps two changes apart. The rows a change holds from its first statement to its end are always taken in one
 * order: technician-days, run-days, customers, visits, and by key within each. Whoever could make two visits overlap
 * holds the same technician-day; whoever judges a visit holds the visit, so that the later of two judges sees what the
 * earlier one did. And nobody writes over a version they have not seen.
 */
@Component
class Guards {

    private final JdbcClient database;

    Guards(JdbcClient database) {
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

    void lock(SortedSet<Day> technicianDays, SortedSet<Day> runs, SortedSet<String> customers) {
        technicianDays.forEach(day -> lock("technician_day", "technician", day));
        runs.forEach(day -> lock("run_day", "route", day));
        // One by one, by the primary key: in one statement the database might lock them in another index's order.
        customers.forEach(customer -> database.sql("select code from customer where code = ? for update")
                .param(customer)
                .query(String.class)
                .single());
    }

    void lockVisits(Collection<String> visits) {
        lockVisits(database, visits);
    }

    static void lockVisits(JdbcClient database, Collection<String> visits) {
        for (var chunk : Sql.chunks(new TreeSet<>(visits), Sql.CHUNK)) {
            database.sql("select code from visit where code in (:codes) order by code for update")
                    .param("codes", chunk)
                    .query(String.class)
                    .list();
        }
    }

    /** Did the person see the visit as it is? */
    boolean seen(VisitRow visit, ProposedMove move) {
        return visit.version() == move.expectedVersion();
    }

    private void prepare(String table, String column, Day day) {
        if (!found("select 1 from %s where %s = ? and on_date = ?".formatted(table, column), day)) {
            database.sql("insert ignore into %s (%s, on_date) values (?, ?)".formatted(table, column))
                    .params(day.code(), day.date())
                    .update();
        }
    }

    private void lock(String table, String column, Day day) {
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
