package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTimesTest {

    private final RulesFixture dorothy = new RulesFixture();

    @Test
    void aVisitKeepsItsOwnStartWhereNothingBlocksIt() {
        assertThat(bestStart()).contains(LocalTime.of(9, 0));
    }

    @Test
    void aTakenStartGivesWayToTheNearestFreeQuarter() {
        dorothy.other("B", LocalTime.of(8, 30), 50);

        assertThat(bestStart()).contains(LocalTime.of(9, 30));
    }

    @Test
    void fewerBrokenRulesAreWorthALongerWay() {
        dorothy.other("B", LocalTime.of(8, 30), 50)
                .wish(PreferenceKind.WINDOW, null, null, LocalTime.of(14, 0), LocalTime.of(16, 0));

        assertThat(bestStart()).contains(LocalTime.of(14, 0));
    }

    @Test
    void aVisitWithoutAStartComesWhenTheLastOneCame() {
        dorothy.start = null;
        dorothy.earlier(RulesFixture.TUESDAY.minusDays(28), LocalTime.of(13, 10), dorothy.ana);

        assertThat(bestStart()).contains(LocalTime.of(13, 15));
    }

    @Test
    void aVisitWithoutAStartOrAPastBeginsTheShift() {
        dorothy.start = null;

        assertThat(bestStart()).contains(LocalTime.of(8, 0));
    }

    @Test
    void aFullDayHasNoStart() {
        dorothy.other("B", LocalTime.of(8, 0), 540);

        assertThat(bestStart()).isEmpty();
    }

    private Optional<LocalTime> bestStart() {
        var visit = dorothy.visit();
        return new StartTimes(dorothy.checks)
                .bestStart(visit.world, visit, dorothy.route, dorothy.date, dorothy.cy, Now.local(dorothy.now));
    }
}
