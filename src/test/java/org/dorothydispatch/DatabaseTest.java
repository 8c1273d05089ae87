package org.dorothydispatch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test with the whole application on a real database. Write the test once: the build runs it on MySQL and then again
 * on H2; what only MySQL can prove (locks, {@code EXPLAIN}) gets {@code @Tag("mysql")} besides. All tables are empty
 * when a test method starts, so a test stores what it needs and nothing is cleaned up afterwards; say
 * {@code @DatabaseTest(emptied = Emptied.BEFORE_CLASS)} to load data once for a whole class. Classes with the same
 * {@code webEnvironment} and {@code properties} share one application: each further one costs ten seconds. See {@code DatabaseTestTest} for an example, and {@link TestDatabase} for where the
 * server comes from. On the command line {@code mvn test -Dtest=NAME} runs both, with {@code -DskipTests.h2} only MySQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@Tag("database")
@Import(DatabaseTestSupport.MovableClock.class)
@ContextConfiguration(initializers = DatabaseTestSupport.FreshSchema.class)
@TestExecutionListeners(listeners = DatabaseTestSupport.EmptyTables.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface DatabaseTest {

    /** When the tables are emptied. */
    enum Emptied {
        BEFORE_EACH,
        BEFORE_CLASS
    }

    Emptied emptied() default Emptied.BEFORE_EACH;

    /**
     * The moment at which a test method starts, such as {@code 2026-10-05T16:00:00Z}; time stands still then, and moves when
     * the test moves its {@link TestClock}. Empty: time goes on as usual.
     */
    String now() default "";

    /** {@code RANDOM_PORT} for a test that comes in through HTTP or a browser. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
