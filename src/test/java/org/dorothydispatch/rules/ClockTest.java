package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clock alone changes: whether a customer has been called in time. */
class ClockTest {

    @Test
    void aCallBecomesLateOnTheWallClockOfTheOffice() {
        var dorothy = new RulesFixture("America/Denver").wish(PreferenceKind.NOTICE, 24);
        var visit = dorothy.visit();
        var nine = Instant.parse("2026-10-05T15:00:00Z");

        assertThat(dorothy.checks.nextChange(visit.world, visit, nine.minusSeconds(1)))
                .contains(nine);
        assertThat(dorothy.checks.check(visit.world, visit, Now.at(nine.minusSeconds(1))))
                .isEmpty();
        assertThat(dorothy.checks.check(visit.world, visit, Now.at(nine))).hasSize(1);
        assertThat(dorothy.checks.nextChange(visit.world, visit, nine)).isEmpty();
    }

    @Test
    void nothingChangesForACustomerWhoWasCalledInTime() {
        var dorothy = new RulesFixture().wish(PreferenceKind.NOTICE, 24);
        dorothy.notifiedAt = RulesFixture.TUESDAY.minusDays(2).atTime(10, 0);
        var visit = dorothy.visit();

        assertThat(dorothy.checks.nextChange(visit.world, visit, Instant.parse("2026-10-01T00:00:00Z")))
                .isEmpty();
    }

    /** 24 hours before 1:30 and 2:30 of the days after the clocks of Chicago go back and forward. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 01:30, 2026-11-01T04:00:00Z",
        "2026-03-09, 02:30, 2026-03-08T04:00:00Z",
        "2026-03-09, 03:00, 2026-03-08T04:00:00Z",
        "2026-11-02, 01:00, 2026-11-01T04:00:00Z"
    })
    void everyChangeIsForetoldAlsoWhenClocksChange(LocalDate date, LocalTime start, Instant from) {
        var dorothy = new RulesFixture().wish(PreferenceKind.NOTICE, 24);
        dorothy.date = date;
        dorothy.start = start;
        var visit = dorothy.visit();
        var foretold = dorothy.checks.nextChange(visit.world, visit, from);
        int changes = 0;
        for (var now = from; now.isBefore(from.plus(Duration.ofHours(8))); now = now.plusSeconds(60)) {
            var next = now.plusSeconds(60);
            var before = dorothy.checks.check(visit.world, visit, Now.at(now));
            if (!before.equals(dorothy.checks.check(visit.world, visit, Now.at(next)))) {
                changes++;
                assertThat(dorothy.checks.nextChange(visit.world, visit, now)).contains(next);
            }
        }
        assertThat(changes).isPositive();
        assertThat(foretold).isPresent();
    }
}
