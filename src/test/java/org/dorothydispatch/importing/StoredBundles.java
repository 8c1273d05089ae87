package org.dorothydispatch.importing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own with the import and export beside it, for tests without Spring. */
final class StoredBundles {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-05T17:00:00Z"), ZoneOffset.UTC);
    static final Importer EVERYWHERE = Importer.everywhere("admin");

    private static final TestDatabase.Schema SCHEMA = TestDatabase.migrated();

    /** Opens a connection each time; a pool for each test would use up the server. */
    final DataSource database = new DriverManagerDataSource(SCHEMA.url(), SCHEMA.user(), SCHEMA.password()) {
        @Override
        public Connection getConnection() throws SQLException {
            return seen(super.getConnection());
        }
    };

    /** Called in the place of an import's commit, when there is one. */
    @Nullable
    Step commit;

    /** What the last import asked to be judged. */
    final List<String> judged = new ArrayList<>();

    /** Called on the connection of an import when everything but the record is written. */
    Step beforeTheEnd = connection -> {};

    interface Step {
        void on(Connection connection) throws SQLException;
    }

    final BundleImport bundles = new BundleImport(database, CLOCK, (connection, visits, now, done) -> {
        judged.clear();
        judged.addAll(visits);
        VisitJudge.by(new StraightLine()).judge(connection, visits, now, done);
        beforeTheEnd.on(connection);
    });

    StoredBundles() {
        for (var table : List.of(
                "flag",
                "verdict",
                "preference_technician",
                "office_sequence",
                "board_event",
                "audit_entry",
                "import_lock")) {
            execute("delete from " + table);
        }
        for (var file : List.of(BundleFile.values()).reversed()) {
            execute("delete from " + StoredTable.of(file).name);
        }
    }

    private Connection seen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && commit != null) {
                        commit.on(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    ImportResult store(Path bundle) {
        return store(bundle, EVERYWHERE);
    }

    ImportResult store(Path bundle, Importer who) {
        return bundles.store(bundle, who, ImportProgress.NONE);
    }

    ImportPreview preview(Path bundle) {
        return bundles.preview(bundle, EVERYWHERE, ImportProgress.NONE);
    }

    static Importer managerOf(String... offices) {
        return new Importer("rita", "Rita Moss", Set.of(offices));
    }

    /** The first column of the rows. */
    List<String> texts(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String sql) {
        return texts(sql).getFirst();
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that must stand still when nothing changes. */
    List<String> footprint() {
        var footprint = new ArrayList<String>();
        footprint.add(sizes().toString());
        for (var file : BundleFile.values()) {
            var table = StoredTable.of(file);
            if (table.versioned) {
                footprint.add(table.name + " " + text("select sum(version) from " + table.name));
            }
        }
        for (var table : List.of("board_event", "audit_entry", "flag", "verdict")) {
            footprint.add(table + " " + text("select count(*) from " + table));
        }
        return footprint;
    }

    /** Rows of every table the bundle fills. */
    Map<String, Long> sizes() {
        var sizes = new HashMap<String, Long>();
        for (var file : BundleFile.values()) {
            var table = StoredTable.of(file).name;
            sizes.put(table, Long.parseLong(text("select count(*) from " + table)));
        }
        return sizes;
    }

    /** Everything a bundle says, row by row. */
    static Map<BundleFile, Set<BundleRow>> read(Path bundle) {
        var rows = new EnumMap<BundleFile, Set<BundleRow>>(BundleFile.class);
        var report = BundleReader.read(
                bundle,
                KnownCodes.NONE,
                (row, line) -> rows.computeIfAbsent(row.file(), file -> new HashSet<>())
                        .add(row));
        if (!report.ok()) {
            throw new IllegalStateException(report.errors().toString());
        }
        return rows;
    }
}
