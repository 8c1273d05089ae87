package org.dorothydispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dorothydispatch.schedule.OutboxReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** How {@link DatabaseTest} does what it promises. */
final class DatabaseTestSupport {

    private DatabaseTestSupport() {}

    @TestConfiguration(proxyBeanMethods = false)
    static class MovableClock {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** Gives the application a schema of its own; Flyway fills it as in production. */
    static class FreshSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var schema = TestDatabase.empty();
            TestPropertyValues.of(
                            "spring.datasource.url=" + schema.url(),
                            "spring.datasource.username=" + schema.user(),
                            "spring.datasource.password=" + schema.password(),
                            "spring.datasource.hikari.maximum-pool-size=12")
                    .and(
                            TestDatabase.isStandIn()
                                    // MySQL's driver asks MariaDB for a column that it does not have.
                                    ? new String[] {
                                        "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
                                        "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.MariaDBDialect"
                                    }
                                    : new String[0])
                    .applyTo(context);
        }
    }

    /** Sets the clock, and empties every table before a test, outside the test's own transaction. */
    static class EmptyTables extends AbstractTestExecutionListener {

        private static final Duration LEAP = Duration.ofHours(1);

        /** Before the listener that begins a test's transaction (4000). */
        @Override
        public int getOrder() {
            return 3000;
        }

        @Override
        public void beforeTestClass(TestContext test) throws SQLException {
            lookWhereThisApplicationKeepsWhoIsSignedIn(test);
            setClock(test);
            if (when(test) == DatabaseTest.Emptied.BEFORE_CLASS) {
                empty(test);
            }
        }

        @Override
        public void beforeTestMethod(TestContext test) throws SQLException {
            setClock(test);
            if (when(test) == DatabaseTest.Emptied.BEFORE_EACH) {
                empty(test);
            }
        }

        /** Static, so the application that started last would have the say in every other one that is used again. */
        private static void lookWhereThisApplicationKeepsWhoIsSignedIn(TestContext test) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        }

        private static void setClock(TestContext test) {
            var clock = test.getApplicationContext()
                    .getBeanProvider(TestClock.class)
                    .getIfAvailable();
            var annotation = annotation(test);
            if (clock == null) {
                return;
            }
            var before = clock.instant();
            if (annotation != null && !annotation.now().isEmpty()) {
                clock.set(Instant.parse(annotation.now()));
            } else {
                clock.followTheSystem();
            }
            if (Duration.between(before, clock.instant()).abs().compareTo(LEAP) > 0) {
                // It would take the leap for hours in which it was away, and say less of the first change.
                test.getApplicationContext().getBeanProvider(OutboxReader.class).ifAvailable(reader -> {
                    reader.stop();
                    reader.start();
                });
            }
        }

        private static @Nullable DatabaseTest annotation(TestContext test) {
            return TestContextAnnotationUtils.findMergedAnnotation(test.getTestClass(), DatabaseTest.class);
        }

        private static DatabaseTest.Emptied when(TestContext test) {
            var annotation = annotation(test);
            return annotation == null ? DatabaseTest.Emptied.BEFORE_EACH : annotation.emptied();
        }

        private static void empty(TestContext test) throws SQLException {
            var source = test.getApplicationContext().getBean(DataSource.class);
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                var h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
                statement.execute(h2 ? "set referential_integrity false" : "set foreign_key_checks = 0");
                try {
                    for (var table : tables(connection)) {
                        statement.addBatch("delete from " + table);
                    }
                    statement.executeBatch();
                } finally {
                    statement.execute(h2 ? "set referential_integrity true" : "set foreign_key_checks = 1");
                }
            }
        }

        private static List<String> tables(Connection connection) throws SQLException {
            var tables = new ArrayList<String>();
            var sql = "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema = schema() and table_name <> 'flyway_schema_history'";
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return tables;
        }
    }
}
