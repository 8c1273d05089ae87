package org.dorothydispatch.headless;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The database of the commands, without pool and without Spring's context. One connection stays open until this is
 * closed: a file of H2 that nobody is connected to is opened anew by whoever comes next, and a second one coming in that
 * moment finds it half set up.
 */
final class Store implements AutoCloseable {

    /** The database cannot be used; the message says why and what to do. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    private static final int H2_IN_USE = 90020;
    private static final int H2_NOT_THERE = 90146;
    private static final String NO_SUCH_TABLE = "42S02";
    private static final String NOTHING_YET = "There is no database yet; import a bundle first.";

    private final DataSource source;
    private final Connection held;

    private Store(Headless.Database database, String url) throws Unusable {
        source = new DriverManagerDataSource(url, database.user(), database.password());
        try {
            held = source.getConnection();
        } catch (SQLException e) {
            throw new Unusable(
                    switch (e.getErrorCode()) {
                        case H2_IN_USE ->
                            "The database is in use by a running console. Stop it first, or import on its screen.";
                        case H2_NOT_THERE -> NOTHING_YET;
                        default ->
                            "The database that DOROTHY_DB_URL names cannot be reached: %s. Is it running, and are DOROTHY_DB_USER and DOROTHY_DB_PASSWORD right?"
                                    .formatted(firstLine(e));
                    });
        }
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        JdbcUtils.closeConnection(held);
    }

    /** The database with its tables brought up to date, made if it is a file that is not there yet. */
    static Store upToDate(Headless.Database database) throws Unusable {
        var store = new Store(database, database.url());
        try {
            store.migrate(database.url().startsWith("jdbc:h2:") ? "h2" : "mysql");
            return store;
        } catch (FlywayException e) {
            store.close();
            throw new Unusable("The tables of the database could not be brought up to date: " + firstLine(e));
        }
    }

    /** The database as it is; nothing is made. */
    static Store existing(Headless.Database database) throws Unusable {
        var url = database.url();
        var store = new Store(database, url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url);
        try (var statement = store.held.createStatement()) {
            statement.executeQuery("select 1 from office where 1 = 0").close();
            return store;
        } catch (SQLException e) {
            store.close();
            throw new Unusable(
                    NO_SUCH_TABLE.equals(e.getSQLState())
                            ? NOTHING_YET
                            : "The database does not answer: " + firstLine(e));
        }
    }

    private void migrate(String vendor) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /** The codes among these that no office has. */
    List<String> unknownOffices(Collection<String> codes) throws Unusable {
        var unknown = new ArrayList<String>();
        try (var statement = held.prepareStatement("select code from office where code = ?")) {
            for (var code : codes) {
                statement.setString(1, code);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        unknown.add(code);
                    }
                }
            }
        } catch (SQLException e) {
            throw new Unusable("The database does not answer: " + firstLine(e));
        }
        return unknown;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }
}
