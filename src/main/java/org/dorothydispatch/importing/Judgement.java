package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which visits an import makes it necessary to judge anew, and on which board they stand. */
final class Judgement {

    private static final String PLANNED = "status in ('planned', 'confirmed')";

    /** With two statuses each they stay below the number from which MySQL stops looking (200). */
    private static final int OFFICES = 50;

    private final Connection connection;
    private final Touched touched;

    Judgement(Connection connection, Touched touched) {
        this.connection = connection;
        this.touched = touched;
    }

    /**
     * Adds the customers whose planned visits stand with a changed technician, route, site, protocol or time zone: they
     * are locked like those the bundle names. Says whether there were any it did not know.
     */
    boolean findCustomers() throws SQLException {
        var known = touched.customers.size();
        collect("select distinct customer from visit where technician in (%s) and " + PLANNED, touched.technicians);
        collect("select distinct customer from visit where route in (%s) and " + PLANNED, touched.routes);
        // Where a site lies decides whether the technician's next visit can be reached in time.
        collect(
                "select distinct n.customer from visit v join visit n on n.technician = v.technician"
                        + " and n.planned_on = v.planned_on where v.site in (%s) and n." + PLANNED,
                touched.sites);
        if (touched.wholeOffices.contains(OfficesOfRows.COMPANY)) {
            collect("select code from customer where code <> ?", List.of(""));
        } else {
            collect("select code from customer where office in (%s)", touched.wholeOffices);
        }
        return touched.customers.size() > known;
    }

    private void collect(String sql, Collection<String> codes) throws SQLException {
        read(sql, ImportLocks.chunks(List.copyOf(codes)), row -> touched.customers.add(row.getString(1)));
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Asks once for each chunk, whose values stand where the statement has one {@code %s} or {@code ?}. */
    private void read(String sql, List<List<String>> chunks, RowReader reader) throws SQLException {
        for (var chunk : chunks) {
            try (var statement = connection.prepareStatement(sql.formatted(StoredRows.marks(chunk.size())))) {
                for (var i = 0; i < chunk.size(); i++) {
                    statement.setString(i + 1, chunk.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        }
    }

    /** Visits the bundle does not name follow their route or customer to another office's board. */
    void followOffices() throws SQLException {
        follow("(select office from route where route.code = visit.route)", "route in (%s)", touched.movedRoutes);
        follow(
                "(select office from customer where customer.code = visit.customer)",
                "route is null and customer in (%s)",
                touched.movedCustomers);
    }

    private void follow(String office, String which, Collection<String> codes) throws SQLException {
        for (var chunk : ImportLocks.chunks(List.copyOf(codes))) {
            var sql = "update visit set board_office = %s, version = version + 1 where %s and board_office <> %s"
                    .formatted(office, which.formatted(StoredRows.marks(chunk.size())), office);
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < chunk.size(); i++) {
                    statement.setString(i + 1, chunk.get(i));
                }
                statement.executeUpdate();
            }
        }
    }

    /** Codes of the visits to judge anew, the visits of a technician's day beside each other. */
    List<String> visits() throws SQLException {
        var visits = new ArrayList<>(touched.visits);
        var offices = new ArrayList<String>();
        read(
                "select code from office where code <> ? order by code",
                List.of(List.of("")),
                row -> offices.add(row.getString(1)));
        // The index of the tray finds the few planned among very many done. The offices are named, and not too many at
        // once: then MySQL looks into the index how many there are, and does not guess.
        read(
                "select code, customer, technician, route, planned_on from visit where board_office in (%s) and "
                        + PLANNED + " order by technician, planned_on, code",
                ImportLocks.chunks(offices, OFFICES),
                row -> {
                    var date = row.getObject(5, LocalDate.class);
                    if (touched.customers.contains(row.getString(2))
                            || date != null && touched.standsWith(row.getString(3), row.getString(4), date)) {
                        visits.add(row.getString(1));
                    }
                });
        return visits;
    }
}
