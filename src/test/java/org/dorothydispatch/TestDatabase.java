package org.dorothydispatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The database of the tests. {@link DatabaseTest} uses it by itself; a test without Spring calls {@link #migrated()}.
 *
 * <p>The server is the one that {@code DOROTHY_TEST_DB_URL} ({@code _USER}, {@code _PASSWORD}) names, else a MySQL
 * container where Docker answers, else the test fails: {@code ./dorothy test} brings a MySQL to machines without
 * Docker. Nothing is skipped. With {@code -Ddorothy.test.database=h2} the same tests run on H2 in memory.
 *
 * <p>A test that uses this class directly has {@code @Tag("database")} (and {@code @Tag("mysql")} where only MySQL can prove
 * the point), so that it runs where a database is.
 *
 * <p>Each call makes a schema of its own with a name of its own, dropped when the JVM ends, so test runs can share a
 * server.
 */
public final class TestDatabase {

    /** How to reach one schema. */
    public record Schema(String url, String user, String password) {

        /** A small pool for tests that need no Spring. */
        public DataSource dataSource() {
            return DataSourceBuilder.create()
                    .url(url)
                    .username(user)
                    .password(password)
                    .build();
        }

        /** One connection; the caller closes it. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final List<String> MADE = new ArrayList<>();

    private TestDatabase() {}

    /** Whether this run is the one on H2. */
    public static boolean isH2() {
        return System.getProperty("dorothy.test.database", "mysql").equals("h2");
    }

    /** Whether a MariaDB stands in for MySQL, because {@code ./dorothy test} could bring none. */
    static boolean isStandIn() {
        return System.getProperty("dorothy.test.database", "mysql").equals("mariadb");
    }

    /** A new, empty schema. */
    public static Schema empty() {
        var name = "dorothy_test_%d_%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet());
        if (isH2()) {
            return new Schema(ConnectionDefaults.addTo("jdbc:h2:mem:" + name), "sa", "");
        }
        var server = Server.FOUND;
        execute(server, "create database " + name);
        synchronized (MADE) {
            MADE.add(name);
        }
        var url = ConnectionDefaults.addTo(withPath(server.url, name));
        return new Schema(url, server.user, server.password);
    }

    /** A new schema with every migration applied. */
    public static Schema migrated() {
        return migrated(empty());
    }

    /**
     * A schema of this name with every migration applied, made when it is not there, and never dropped: for a benchmark
     * whose data take long to build.
     */
    public static Schema kept(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException(
                    "A schema cannot be called “%s”. Use small letters, digits and _.".formatted(name));
        }
        var server = Server.FOUND;
        execute(server, "create database if not exists " + name);
        return migrated(new Schema(ConnectionDefaults.addTo(withPath(server.url, name)), server.user, server.password));
    }

    private static Schema migrated(Schema schema) {
        Flyway.configure()
                .dataSource(schema.url, schema.user, schema.password)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + (isH2() ? "h2" : "mysql"))
                // A kept schema may have had a migration of a higher number first.
                .outOfOrder(true)
                .load()
                .migrate();
        return schema;
    }

    /** {@code jdbc:mysql://host:port/anything?settings} with another schema in the place of {@code anything}. */
    private static String withPath(String url, String schema) {
        var settings = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?'));
        var address = url.substring(0, url.length() - settings.length());
        var host = address.indexOf("//") + 2;
        var slash = address.indexOf('/', host);
        return (slash < 0 ? address : address.substring(0, slash)) + "/" + schema + settings;
    }

    private static void execute(Server server, String sql) {
        try (var connection = DriverManager.getConnection(withPath(server.url, ""), server.user, server.password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The test database (%s) does not answer as user '%s': %s"
                            .formatted(server.url, server.user, e.getMessage()),
                    e);
        }
    }

    private record Server(String url, String user, String password) {

        static final Server FOUND = find();

        static Server find() {
            var server = fromEnvironment();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropAll(server)));
            return server;
        }

        private static Server fromEnvironment() {
            var url = System.getenv("DOROTHY_TEST_DB_URL");
            if (url != null && !url.isBlank()) {
                return new Server(
                        url,
                        System.getenv().getOrDefault("DOROTHY_TEST_DB_USER", "root"),
                        System.getenv().getOrDefault("DOROTHY_TEST_DB_PASSWORD", ""));
            }
            if (DockerClientFactory.instance().isDockerAvailable()) {
                // Never stopped here: Testcontainers removes it when the JVM ends.
                @SuppressWarnings("resource")
                var container = new MySQLContainer("mysql:8.4").withUsername("root");
                container.start();
                return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
            }
            throw new IllegalStateException("No MySQL for the tests: run them with ./dorothy test, which brings one,"
                    + " or name a server in DOROTHY_TEST_DB_URL (with _USER and _PASSWORD), or start Docker.");
        }

        private static void dropAll(Server server) {
            List.copyOf(MADE).forEach(name -> execute(server, "drop database if exists " + name));
        }
    }
}
