package org.dorothydispatch.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dorothydispatch.importing.ImportProgress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the database holds as a bundle, row by row, all of it as it stood at one moment. Importing the result
 * changes nothing. Needs no Spring.
 *
 * <p>The bundle of some offices stands on its own: their technicians, routes and customers, everything of these
 * customers, customers of other offices who stand on their boards, and whatever all those name, down to the office of a
 * borrowed technician.
 */
public final class BundleExport {

    private static final int FETCHED = 1000;

    private final DataSource database;

    public BundleExport(DataSource database) {
        this.database = database;
    }

    /**
     * Writes to a folder, or to a zip when the name ends in {@code .zip}.
     *
     * @param offices codes of the offices to export; null for everything
     * @return how many rows were written
     * @throws ImportFailed when the database does not answer
     */
    public long write(Path target, @Nullable Collection<String> offices, ImportProgress progress) throws IOException {
        try (var connection = database.getConnection()) {
            var isolation = connection.getTransactionIsolation();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var writer = BundleWriter.to(target)) {
                var writing = new Writing(connection, writer, progress);
                writing.everything(offices == null ? null : new Scope(connection, offices));
                writer.finish();
                return writing.rows;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(isolation);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new ImportFailed("The database did not answer. No bundle was written; try again.", e);
        }
    }

    /** A condition and what its question marks stand for. */
    private record Condition(String sql, List<String> parameters) {

        static Condition in(String column, Collection<String> codes) {
            // No row has the code '': a list in SQL must not be empty.
            var some = codes.isEmpty() ? List.of("") : List.copyOf(codes);
            return new Condition("%s in (%s)".formatted(column, StoredRows.marks(some.size())), some);
        }

        Condition or(Condition other) {
            return new Condition(
                    "(%s or %s)".formatted(sql, other.sql),
                    Stream.concat(parameters.stream(), other.parameters.stream())
                            .toList());
        }
    }

    /** The codes that belong to the bundle of some offices. */
    private static final class Scope {

        private final Connection connection;
        final Condition customers;
        final Set<String> routes = new TreeSet<>();
        final Set<String> technicians = new TreeSet<>();
        final Set<String> offices = new TreeSet<>();

        Scope(Connection connection, Collection<String> exported) throws SQLException {
            this.connection = connection;
            var guests = new TreeSet<String>();
            collect(guests, "select distinct v.customer from visit v where ", Condition.in("v.board_office", exported));
            customers = Condition.in("c.office", exported).or(Condition.in("c.code", guests));

            collect(routes, "select code from route where ", Condition.in("office", exported));
            ofCustomers(routes, "t.route from agreement t");
            ofCustomers(routes, "t.route from visit t");
            collect(technicians, "select code from technician where ", Condition.in("office", exported));
            collect(technicians, "select technician from route where ", Condition.in("code", routes));
            collect(technicians, "select c.technician from customer c where ", customers);
            ofCustomers(technicians, "t.technician from introduction t");
            ofCustomers(technicians, "t.technician from visit t");
            ofCustomers(
                    technicians,
                    "p.technician from preference_technician p join preference t on t.code = p.preference");
            offices.addAll(exported);
            collect(offices, "select office from route where ", Condition.in("code", routes));
            collect(offices, "select office from technician where ", Condition.in("code", technicians));
            collect(offices, "select c.office from customer c where ", customers);
        }

        private void ofCustomers(Set<String> codes, String what) throws SQLException {
            collect(codes, "select distinct " + what + " join customer c on c.code = t.customer where ", customers);
        }

        private void collect(Set<String> codes, String sql, Condition condition) throws SQLException {
            try (var statement = connection.prepareStatement(sql + condition.sql)) {
                bind(statement, condition);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getString(1) != null) {
                            codes.add(rows.getString(1));
                        }
                    }
                }
            }
        }
    }

    /** Streams the tables, one after the other, into the files. */
    private static final class Writing {

        private final Connection connection;
        private final BundleWriter writer;
        private final ImportProgress progress;
        long rows;

        Writing(Connection connection, BundleWriter writer, ImportProgress progress) {
            this.connection = connection;
            this.writer = writer;
            this.progress = progress;
        }

        void everything(@Nullable Scope scope) throws SQLException, IOException {
            for (var file : BundleFile.values()) {
                var table = StoredTable.of(file);
                if (scope == null) {
                    table(table, "", null);
                } else {
                    switch (file) {
                        case OFFICES -> table(table, "", Condition.in("t.code", scope.offices));
                        case TECHNICIANS -> table(table, "", Condition.in("t.code", scope.technicians));
                        case ABSENCES -> table(table, "", Condition.in("t.technician", scope.technicians));
                        case ROUTES -> table(table, "", Condition.in("t.code", scope.routes));
                        case PROTOCOLS ->
                            table(
                                    table,
                                    "",
                                    Condition.in("t.office", scope.offices)
                                            .or(new Condition("t.office is null", List.of())));
                        case CUSTOMERS -> table(table, " join customer c on c.code = t.code", scope.customers);
                        case SITES, AGREEMENTS, PREFERENCES, INTRODUCTIONS, VISITS ->
                            table(table, " join customer c on c.code = t.customer", scope.customers);
                        case CONSENTS, OVERRIDES ->
                            table(
                                    table,
                                    " join visit v on v.code = t.visit join customer c on c.code = v.customer",
                                    scope.customers);
                    }
                }
            }
            progress.at(Phase.WRITING, rows, 0);
        }

        private void table(StoredTable table, String joins, @Nullable Condition condition)
                throws SQLException, IOException {
            var preferences = table.file == BundleFile.PREFERENCES;
            var order = table.columns.stream()
                    .limit(table.keys)
                    .map(column -> "t." + column.name())
                    .collect(Collectors.joining(", "));
            var sql = "select %s%s from %s t%s%s%s order by %s%s"
                    .formatted(
                            table.columnList("t."),
                            preferences ? ", p.technician" : "",
                            table.name,
                            preferences ? " left join preference_technician p on p.preference = t.code" : "",
                            joins,
                            condition == null ? "" : " where " + condition.sql,
                            order,
                            preferences ? ", p.position" : "");
            try (var statement =
                    connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
                stream(statement);
                if (condition != null) {
                    bind(statement, condition);
                }
                try (var result = statement.executeQuery()) {
                    if (preferences) {
                        preferences(table, result);
                    } else {
                        while (result.next()) {
                            write(table, values(table, result));
                        }
                    }
                }
            }
        }

        /** A preference comes once for each of its technicians, in their order. */
        private void preferences(StoredTable table, ResultSet result) throws SQLException, IOException {
            var last = table.columns.size() - 1;
            @Nullable Object @Nullable [] pending = null;
            var technicians = new ArrayList<String>();
            while (result.next()) {
                var values = values(table, result);
                if (pending != null && !pending[0].equals(values[0])) {
                    pending[last] = technicians.isEmpty() ? null : String.join(";", technicians);
                    write(table, pending);
                    technicians.clear();
                }
                pending = values;
                var technician = result.getString(last + 1);
                if (technician != null) {
                    technicians.add(technician);
                }
            }
            if (pending != null) {
                pending[last] = technicians.isEmpty() ? null : String.join(";", technicians);
                write(table, pending);
            }
        }

        private void write(StoredTable table, @Nullable Object[] values) throws IOException {
            writer.write(table.row(values));
            if (++rows % FETCHED == 0) {
                progress.at(Phase.WRITING, rows, 0);
            }
        }

        private static @Nullable Object[] values(StoredTable table, ResultSet result) throws SQLException {
            var own = table.own();
            var values = new Object[table.columns.size()];
            for (var i = 0; i < own.size(); i++) {
                values[i] = own.get(i).cell().read(result, i + 1);
            }
            return values;
        }
    }

    /** MySQL's driver holds a whole answer in memory unless it is asked for in just this way. */
    private static void stream(PreparedStatement statement) throws SQLException {
        var mysql =
                statement.getConnection().getMetaData().getDatabaseProductName().equals("MySQL");
        statement.setFetchSize(mysql ? Integer.MIN_VALUE : FETCHED);
    }

    private static void bind(PreparedStatement statement, Condition condition) throws SQLException {
        for (var i = 0; i < condition.parameters.size(); i++) {
            statement.setString(i + 1, condition.parameters.get(i));
        }
    }
}
