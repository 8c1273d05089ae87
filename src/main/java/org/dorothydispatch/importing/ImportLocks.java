package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.dorothydispatch.importing.Touched.Day;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an import must hold before it writes, in the order everybody keeps: technician days, run days, customers,
 * visits, and what visits refer to; by key within each. Until the end of the transaction nobody moves a visit the import
 * is about, and a move that holds one of them is waited for before anything is written.
 */
final class ImportLocks {

    private static final int CHUNK = 500;

    private final Connection connection;

    ImportLocks(Connection connection) {
        this.connection = connection;
    }

    /**
     * One import at a time for an office. Who comes second is told at once rather than left waiting for minutes: the
     * answer is the office, or null when all are ours. The rows are made in a transaction of their own.
     */
    @Nullable
    String takeOffices(Collection<String> offices) throws SQLException {
        for (var office : new TreeSet<>(offices)) {
            // Asks before it inserts: an insert would wait for whoever holds the row.
            execute(
                    "insert ignore into import_lock (office) select ? from dual"
                            + " where not exists (select 1 from import_lock where office = ?)",
                    office,
                    office);
            connection.commit();
        }
        for (var office : new TreeSet<>(offices)) {
            try {
                execute("select office from import_lock where office = ? for update nowait", office);
            } catch (SQLException e) {
                if (DatabaseTrouble.isLockHeld(e)) {
                    return office;
                }
                throw e;
            }
        }
        return null;
    }

    void takeDays(Touched touched) throws SQLException {
        takeDays("technician_day", "technician", touched.technicianDays);
        takeDays("run_day", "route", touched.runDays);
    }

    private void takeDays(String table, String column, Collection<Day> days) throws SQLException {
        var select = "select 1 from %s where (%s, on_date) in (%%s) order by %s, on_date for update"
                .formatted(table, column, column);
        var insert = "insert ignore into %s (%s, on_date) values %%s".formatted(table, column);
        for (var chunk : chunks(new ArrayList<>(new TreeSet<>(days)))) {
            var marks = String.join(", ", Collections.nCopies(chunk.size(), "(?, ?)"));
            if (rows(select.formatted(marks), chunk) < chunk.size()) {
                // Only now, and only where one is missing: an insert that finds its row there would take a shared lock
                // first, and two of us would then wait for each other.
                rows(insert.formatted(marks), chunk);
                rows(select.formatted(marks), chunk);
            }
        }
    }

    private int rows(String sql, List<Day> days) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            var index = 1;
            for (var day : days) {
                statement.setString(index++, day.code());
                statement.setObject(index++, day.date());
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            var count = 0;
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    count++;
                }
            }
            return count;
        }
    }

    /** Customers the bundle brings are not there yet; nobody else can see them. */
    void takeCustomers(Collection<String> customers) throws SQLException {
        take("customer", customers);
    }

    void takeVisits(Collection<String> visits) throws SQLException {
        take("visit", visits);
    }

    /**
     * What a visit refers to, after the visits: whoever puts a visit on a technician or a route holds the visit already
     * and shares these rows until the end, because of the foreign key.
     */
    void takeRegister(Touched touched) throws SQLException {
        take("technician", touched.technicians);
        take("route", touched.routes);
        take("site", touched.sites);
    }

    private void take(String table, Collection<String> codes) throws SQLException {
        for (var chunk : chunks(new ArrayList<>(new TreeSet<>(codes)))) {
            execute(
                    "select code from %s where code in (%s) order by code for update"
                            .formatted(table, StoredRows.marks(chunk.size())),
                    chunk.toArray(String[]::new));
        }
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    static <T> List<List<T>> chunks(List<T> all) {
        return chunks(all, CHUNK);
    }

    static <T> List<List<T>> chunks(List<T> all, int size) {
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return chunks;
    }
}
