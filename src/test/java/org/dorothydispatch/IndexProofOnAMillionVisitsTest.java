package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** On a million visits, in a schema that no other test has to empty. */
@DatabaseTest(emptied = DatabaseTest.Emptied.BEFORE_CLASS, properties = "dorothy.test.schema=a million visits")
class IndexProofOnAMillionVisitsTest extends IndexProofTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Override
    List<String> fill() {
        MillionVisits.fill(jdbc, LocalDate.now(clock));
        return MillionVisits.offices();
    }

    @Test
    void thereAreAMillion() {
        assertThat(jdbc.queryForObject("select count(*) from visit", Integer.class))
                .isEqualTo(MillionVisits.VISITS);
    }
}
