package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The promises of {@link DatabaseTest}, and the example to copy. */
@DatabaseTest
class DatabaseTestTest {

    @Autowired
    private JdbcClient database;

    @RepeatedTest(2)
    void everyTestStartsWithEmptyTables() {
        assertThat(offices()).isZero();
        addOffice("ALB");
        database.sql("insert into technician (code, name, office) values ('ANA', 'Ana Reyes', 'ALB')")
                .update();
        assertThat(offices()).isOne();
    }

    @Test
    @Transactional
    void aTransactionOfTheTestStartsWithEmptyTablesToo() {
        assertThat(offices()).isZero();
        addOffice("ALB");
        assertThat(offices()).isOne();
    }

    @Test
    void codesAreComparedLetterByLetter() {
        addOffice("alb");
        addOffice("ALB");
        assertThat(offices()).isEqualTo(2);
    }

    @Test
    void localTimesComeBackAsTheyWereStored() {
        var whenTheTestZoneSkipsAnHour = LocalDateTime.of(2026, 9, 27, 2, 30);
        addOffice("ALB");
        database.sql("insert into setup_link (token_hash, made_at) values ('x', ?)")
                .param(whenTheTestZoneSkipsAnHour)
                .update();
        assertThat(database.sql("select made_at from setup_link")
                        .query(LocalDateTime.class)
                        .single())
                .isEqualTo(whenTheTestZoneSkipsAnHour);
    }

    @Test
    @Tag("mysql")
    void theTestsMeetARealMySql() {
        var version = database.sql("select version()").query(String.class).single();
        assertThat(version)
                .doesNotContainIgnoringCase("mariadb")
                .satisfies(v -> assertThat(Integer.parseInt(v.split("\\.")[0])).isGreaterThanOrEqualTo(8));
    }

    private void addOffice(String code) {
        database.sql("insert into office (code, name, time_zone) values (?, 'Albany', 'America/New_York')")
                .param(code)
                .update();
    }

    private int offices() {
        return database.sql("select count(*) from office").query(Integer.class).single();
    }
}
