package org.dorothydispatch.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Copies an office with everything that was counted of it, under other codes and within the database: ten times as fast as
 * to build and to count another one, and the same to whoever reads it, since no office is counted by what is in another.
 */
record OfficeCopies(DataSource database) {

    /** The office comes last: where it is, all of it is. */
    private static final List<String> TABLES = List.of(
            "technician",
            "absence",
            "route",
            "protocol",
            "customer",
            "site",
            "agreement",
            "preference",
            "visit",
            "consent",
            "visit_override",
            "visit_progress",
            "tally_visit",
            "tally_customer",
            "tally_day",
            "tally_month",
            "tally_standing",
            "tally_state",
            "office");

    /** Columns of this width hold codes. */
    private static final int CODE = 40;

    private static final Pattern OFFICE = Pattern.compile("O\\d\\d");

    void copy(String from, String to) throws SQLException {
        if (!OFFICE.matcher(from).matches() || !OFFICE.matcher(to).matches()) {
            throw new IllegalArgumentException("%s cannot become %s".formatted(from, to));
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session foreign_key_checks = 0, unique_checks = 0");
            connection.setAutoCommit(false);
            try {
                for (var table : TABLES) {
                    statement.execute(copy(connection, table, from, to));
                }
                statement.execute("update office set name = 'Office %1$s' where code = '%1$s'".formatted(to));
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                statement.execute("set session foreign_key_checks = 1, unique_checks = 1");
            }
        }
    }

    /** Every code begins with its office's; so does the first column of codes of every row of an office. */
    private static String copy(Connection connection, String table, String from, String to) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        String first = null;
        try (var columns = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (columns.next()) {
                var name = columns.getString("COLUMN_NAME");
                if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                    continue;
                }
                boolean code =
                        columns.getInt("COLUMN_SIZE") == CODE && "VARCHAR".equals(columns.getString("TYPE_NAME"));
                first = first == null && code ? name : first;
                names.add(name);
                values.add(
                        code
                                ? "if(%1$s like '%2$s%%', concat('%3$s', substring(%1$s, 4)), %1$s)"
                                        .formatted(name, from, to)
                                : name);
            }
        }
        return "insert into %1$s (%2$s) select %3$s from %1$s where %4$s like '%5$s%%'"
                .formatted(table, String.join(", ", names), String.join(", ", values), first, from);
    }
}
