package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimesTest {

    private static final long BLOCKED = Long.MAX_VALUE;

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

    /** The search may end early, but never with another answer than trying every quarter of an hour. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSearchFindsWhatTryingEveryStartFinds(long seed) {
        var random = new RandomWorld(seed);
        var now = Now.local(random.now);
        int found = 0;
        for (var visit : random.world.visits()) {
            for (var route : random.world.routes()) {
                for (var technician : random.world.technicians()) {
                    for (int day = -1; day <= 1; day++) {
                        var date = visit.dueOn().plusDays(day);
                        var best = new StartTimes(dorothy.checks)
                                .bestStart(random.world, visit, route, date, technician, now);
                        assertThat(best)
                                .as("%s on %s with %s", visit, date, technician.code())
                                .isEqualTo(everyStartTried(random.world, visit, route, date, technician, now));
                        found += best.isPresent() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private Optional<LocalTime> everyStartTried(
            World world, VisitFacts visit, RouteFacts route, LocalDate date, TechnicianFacts technician, Now now) {
        var own = visit.assignment().start();
        if (own != null && broken(world, visit, route, date, own, technician, now) < BLOCKED) {
            return Optional.of(own);
        }
        var wanted = own != null ? own : wantedWithoutOwn(world, visit, date, technician);
        return Candidates.quarters(technician, visit.minutes())
                .mapToObj(Minutes::time)
                .filter(start -> broken(world, visit, route, date, start, technician, now) < BLOCKED)
                .min(Comparator.<LocalTime>comparingLong(
                                start -> broken(world, visit, route, date, start, technician, now))
                        .thenComparing(start -> Duration.between(wanted, start).abs())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static LocalTime wantedWithoutOwn(
            World world, VisitFacts visit, LocalDate date, TechnicianFacts technician) {
        return world.visits().stream()
                .filter(other -> other != visit
                        && visit.agreement() != null
                        && other.agreement() != null
                        && other.agreement().code().equals(visit.agreement().code())
                        && other.customer().code().equals(visit.customer().code())
                        && other.assignment().judgeable()
                        && other.assignment().start() != null
                        && other.assignment().date().isBefore(date))
                .max(Comparator.comparing(
                                (VisitFacts other) -> other.assignment().date())
                        .thenComparing(other -> other.assignment().start())
                        .thenComparing(VisitFacts::code))
                .map(other -> other.assignment().start())
                .orElse(technician.shiftStart());
    }

    private long broken(
            World world,
            VisitFacts visit,
            RouteFacts route,
            LocalDate date,
            LocalTime start,
            TechnicianFacts technician,
            Now now) {
        var status = visit.assignment().statusWhenPlanned();
        var flags = dorothy.checks.checkAs(world, visit, new Assignment(date, start, route, technician, status), now);
        return flags.stream().anyMatch(flag -> flag.level() == Level.BLOCK)
                ? BLOCKED
                : flags.stream().filter(Flag::broken).count();
    }

    private Optional<LocalTime> bestStart() {
        var visit = dorothy.visit();
        return new StartTimes(dorothy.checks)
                .bestStart(visit.world, visit, dorothy.route, dorothy.date, dorothy.cy, Now.local(dorothy.now));
    }
}
