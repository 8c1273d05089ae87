package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Candidates;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What broken wishes came of. In the fixture Ben came to Dorothy in March, June and September, and Ana in the other months. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class BreakCausesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    /** A Monday. */
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);

    @Autowired
    private BreakCauses causes;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Judge judge;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
        // One broken visit on a working day, and nothing else.
        database.sql("delete from visit where code <> 'D07' and code <> 'D10'").update();
        database.sql("update visit set technician = 'BEN' where code = 'D07'").update();
        fixture.preference("P1", "DOROTHY", "PERSON", "promised").preferred("P1", "ANA");
    }

    @Test
    void anAbsenceIsTheCauseAndAnotherDayWouldHaveHelped() {
        fixture.absence("ANA", JULY, JULY, "vacation");

        assertThat(found()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.ABSENCE);
            assertThat(found.why()).isEqualTo("Ana was on vacation.");
            assertThat(found.technician()).isEqualTo("Ben Okafor");
            assertThat(found.avoidable()).isTrue();
            assertThat(found.instead()).startsWith("Ana was free on ");
        });
    }

    @Test
    void whoIsAwayAllAroundCouldNotHaveKeptIt() {
        fixture.absence("ANA", JULY.minusDays(7), JULY.plusDays(7), "sick");
        assertThat(found().why()).isEqualTo("Ana was ill.");
        assertThat(found().avoidable()).isFalse();

        // One day less, and there was a way.
        database.sql("update absence set to_on = ?").param(JULY.plusDays(6)).update();
        assertThat(found().avoidable()).isTrue();
    }

    @Test
    void aFullWeekOfPromisesOfOthersOrADoubleBookedDayIsNoWayOut() {
        fixture.absence("ANA", JULY, JULY.plusDays(7), "sick")
                .absence("ANA", JULY.minusDays(7), JULY.minusDays(2), "sick");
        // Her last free day before it, Sunday left out, is none: she does not work on Saturday and Sunday.
        assertThat(found().avoidable()).isFalse();

        database.sql("update technician set weekdays = 'MON;TUE;WED;THU;FRI;SUN' where code = 'ANA'")
                .update();
        assertThat(found().instead()).startsWith("Ana was free on Sun 5 Jul");

        fixture.customer("LONG", "Long Job", "ALB")
                .visit(
                        "L1",
                        "LONG",
                        JULY.minusDays(1),
                        "done",
                        "planned_on",
                        JULY.minusDays(1),
                        "start_time",
                        LocalTime.of(8, 0),
                        "technician",
                        "ANA",
                        "minutes",
                        540);
        database.sql("update visit set minutes = 540 where code = 'L1'").update();
        assertThat(found().avoidable()).isFalse();
    }

    @Test
    void whoeverLeftIsTheCauseAndNobodyCouldHaveKeptIt() {
        database.sql("update technician set ends_on = ? where code = 'ANA'")
                .param(JULY.minusMonths(1))
                .update();

        assertThat(found()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.LEAVER);
            assertThat(found.why()).isEqualTo("Ana left on Sat 6 Jun.");
            assertThat(found.avoidable()).isFalse();
        });
    }

    @Test
    void whatTheCustomerAgreedToIsNotBroken() {
        fixture.insert("consent", "visit", "D07", "preference", "P1", "consented_on", JULY, "consented_by", "rita");

        assertThat(found()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.CUSTOMER_ASKED);
            assertThat(found.why()).isEqualTo("Dorothy agreed to it.");
            assertThat(found.broken()).isFalse();
            assertThat(found.avoidable()).isFalse();
        });
    }

    @Test
    void theLastMoveByHandOrByThePlannerNamesWhoDidIt() {
        move("move", "dan", "Closer to his other stops");
        assertThat(found()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.MANUAL);
            assertThat(found.why()).isEqualTo("dan by name moved it: Closer to his other stops.");
        });

        move("plan", "mia", null);
        assertThat(found()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.PLANNER);
            assertThat(found.why()).isEqualTo("The planner put it there; mia by name accepted the plan.");
        });
    }

    @Test
    void anOverrideSaysWhoKeptItThereAndWhy() {
        fixture.insert(
                "visit_override",
                "visit",
                "D07",
                "code",
                "P1",
                "kept_on",
                JULY,
                "kept_by",
                "Dan",
                "reason",
                "Ana was late");

        assertThat(found().cause()).isEqualTo(Cause.MANUAL);
        assertThat(found().why()).isEqualTo("Dan kept it there: Ana was late");
    }

    @Test
    void whoMovedItOrKeptItThereIsNamed() {
        assertThat(found().by()).as("nobody did anything").isNull();
        fixture.insert(
                "visit_override", "visit", "D07", "code", "P1", "kept_on", JULY, "kept_by", "Dan", "reason", "Late");
        assertThat(found().by()).isEqualTo("Dan");

        move("move", "mia", null);
        assertThat(found().by()).isEqualTo("mia by name");
    }

    @Test
    void aProtocolStoodAgainstItWhereNoOtherWayWasLeft() {
        fixture.absence("ANA", JULY, JULY, "vacation").protocol("DAY", null, "ON_DUE_DAY", "reason");

        assertThat(found()).satisfies(found -> {
            assertThat(found.avoidable()).as("a reason can be given").isTrue();
            assertThat(found.against()).singleElement().satisfies(way -> {
                assertThat(way.protocols()).containsExactly("DAY");
                assertThat(way.sentence()).startsWith("Ana was free on ");
            });
        });

        level("DAY", "block");
        assertThat(found().avoidable()).as("a block cannot be kept by anyone").isFalse();
        assertThat(found().against())
                .singleElement()
                .satisfies(way -> assertThat(way.protocols()).containsExactly("DAY"));

        level("DAY", "inform");
        assertThat(found().avoidable()).isTrue();
        assertThat(found().against()).isEmpty();
    }

    @Test
    void theFewestProtocolsCountAndNotWhatHadToBeGivenAnyway() {
        fixture.absence("ANA", JULY, JULY, "vacation")
                .protocol("DAY", null, "ON_DUE_DAY", "reason")
                .protocol("HOURS", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(10, 0));
        database.sql("update visit set start_time = '10:00:00' where code = 'D07'")
                .update();
        assertThat(found().against())
                .singleElement()
                .satisfies(way -> assertThat(way.protocols()).containsExactly("DAY"));

        // It stood on another day than the due one as it was: that reason was owed with or without Ana.
        database.sql("update visit set due_on = ? where code = 'D07'")
                .param(JULY.plusDays(1))
                .update();
        fixture.absence("ANA", JULY.plusDays(1), JULY.plusDays(1), "vacation");
        assertThat(found().against()).isEmpty();
        assertThat(found().avoidable()).isTrue();
    }

    @Test
    void withoutAnyWayNoProtocolStoodAgainstIt() {
        fixture.absence("ANA", JULY.minusDays(7), JULY.plusDays(7), "sick")
                .protocol("DAY", null, "ON_DUE_DAY", "block");

        assertThat(found().avoidable()).isFalse();
        assertThat(found().against()).isEmpty();
    }

    private void level(String protocol, String level) {
        database.sql("update protocol set level = ? where code = ?")
                .params(level, protocol)
                .update();
    }

    @Test
    void anotherRouteIsTheCauseAndSoIsAnotherDriverOfIt() {
        assertThat(found().cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(found().why()).isEqualTo("The record does not say why.");

        database.sql("update route set technician = 'BEN' where code = 'NORTH'").update();
        assertThat(found().cause()).isEqualTo(Cause.ROUTE_CHANGE);
        assertThat(found().why()).isEqualTo("Ben drives the route NORTH.");

        fixture.route("SOUTH", "ALB", "BEN");
        database.sql("update visit set route = 'SOUTH' where code = 'D07'").update();
        assertThat(found().why()).isEqualTo("It went on the route SOUTH instead of NORTH.");
    }

    @Test
    void aWishCountsFromTheDayItWasHeard() {
        database.sql("update preference set heard_on = ?")
                .param(JULY.plusDays(1))
                .update();
        assertThat(all()).isEmpty();

        database.sql("update preference set heard_on = ?").param(JULY).update();
        assertThat(all()).hasSize(1);
    }

    @Test
    void onlyThePeopleOfTheOfficeAsk() {
        assertThatThrownBy(() -> as("kim", () -> causes.ofCustomer("DOROTHY", TODAY)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("tess", () -> causes.ofCustomer("DOROTHY", TODAY)))
                .isInstanceOf(NotAllowed.class);
    }

    /** The same question asked in the plainest way, over many small worlds with a printed seed. */
    @Test
    void aNaiveSecondReadingAgreesOnWhetherItCouldHaveBeenKept() {
        long seed = 20261005;
        var random = new Random(seed);
        fixture.technician("CY", "Cy Lindgren", "ALB", "weekdays", "MON;WED;FRI")
                .route("SOUTH", "ALB", "BEN", "max_stops", 1);
        fixture.protocol("MAX", "ALB", "MAX_STOPS", "block")
                .protocol("DAY", null, "ON_DUE_DAY", "reason", "number_value", 1)
                .protocol("HOURS", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(12, 0));
        int avoidable = 0;
        int refused = 0;
        int all = 0;
        for (int round = 0; round < 12; round++) {
            database.sql("delete from absence").update();
            database.sql("delete from preference_technician").update();
            database.sql("delete from preference").update();
            database.sql("delete from visit where code like 'X%'").update();
            var kinds = List.of("PERSON", "ONLY", "WEEKDAYS", "WINDOW", "FAMILIAR");
            for (int i = 0; i < 3; i++) {
                var kind = kinds.get(random.nextInt(kinds.size()));
                var code = "P" + i;
                fixture.preference(
                        code,
                        "DOROTHY",
                        kind,
                        random.nextBoolean() ? "promised" : "will_try",
                        "weekdays",
                        kind.equals("WEEKDAYS") ? List.of("TUE", "THU", "SAT").get(random.nextInt(3)) : null,
                        "from_time",
                        kind.equals("WINDOW") ? LocalTime.of(10 + random.nextInt(6), 0) : null);
                if (kind.equals("PERSON") || kind.equals("ONLY")) {
                    fixture.preferred(code, List.of("ANA", "CY").get(random.nextInt(2)));
                }
            }
            for (var technician : List.of("ANA", "BEN", "CY")) {
                var from = JULY.minusDays(7 - random.nextInt(3));
                fixture.absence(technician, from, from.plusDays(9 + random.nextInt(7)), "sick");
            }
            for (int i = 0; i < 6; i++) {
                var date = JULY.plusDays(random.nextInt(15) - 7);
                fixture.visit(
                        "X" + i,
                        "BAKER",
                        date,
                        "done",
                        "planned_on",
                        date,
                        "start_time",
                        LocalTime.of(8, 0),
                        "route",
                        random.nextBoolean() ? "NORTH" : "SOUTH",
                        "technician",
                        List.of("ANA", "BEN", "CY").get(random.nextInt(3)));
                database.sql("update visit set minutes = ? where code = ?")
                        .params(60 + 60 * random.nextInt(8), "X" + i)
                        .update();
            }
            for (var protocol : List.of("MAX", "DAY", "HOURS")) {
                level(protocol, List.of("block", "reason", "inform").get(random.nextInt(3)));
            }
            for (var found : all()) {
                all++;
                avoidable += found.avoidable() ? 1 : 0;
                refused += found.against().isEmpty() ? 0 : 1;
                var naive = naively(found);
                assertThat(found.avoidable())
                        .as("seed %d, round %d: %s", seed, round, found)
                        .isEqualTo(naive.avoidable);
                assertThat(found.against().stream()
                                .map(FoundBreak.Against::protocols)
                                .collect(Collectors.toSet()))
                        .as("seed %d, round %d: %s", seed, round, found)
                        .isEqualTo(naive.against());
            }
        }
        assertThat(avoidable).as("both answers come up").isBetween(1, all - 1);
        assertThat(refused).as("both answers come up").isBetween(1, all - 1);
    }

    /** @param refusals the protocols against each way that would have kept it */
    private record Naively(boolean avoidable, Set<Set<String>> refusals) {

        Set<Set<String>> against() {
            int fewest = refusals.stream().mapToInt(Set::size).min().orElse(0);
            return fewest == 0
                    ? Set.of()
                    : refusals.stream().filter(one -> one.size() == fewest).collect(Collectors.toSet());
        }
    }

    private Naively naively(FoundBreak found) {
        var from = JULY.minusDays(7);
        var to = JULY.plusDays(7);
        var days = new HashSet<Day>();
        var runs = new HashSet<Day>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (var technician : List.of("ANA", "BEN", "CY")) {
                days.add(new Day(technician, date));
            }
            for (var route : List.of("NORTH", "SOUTH")) {
                runs.add(new Day(route, date));
            }
        }
        var world = new WorldLoader(JdbcClient.create(jdbc))
                .load(new WorldLoader.Question(List.of(found.visit()), days, runs, null));
        var visit = world.visit(found.visit());
        var now = Now.local(from.atStartOfDay());
        var stood = judge.checks().check(world, visit, now);
        var brokenBefore = promises(stood);
        var owed = protocols(stood, Level.REASON);
        boolean avoidable = false;
        var refusals = new HashSet<Set<String>>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (var technician : world.technicians()) {
                if (!technician.office().code().equals("ALB") || !technician.worksOn(date)) {
                    continue;
                }
                for (var start : starts(visit, technician)) {
                    var route = Candidates.routeFor(world, visit, date, technician);
                    var there = new Assignment(
                            date, start, route, technician, visit.assignment().status());
                    if (there.equals(visit.assignment())) {
                        continue;
                    }
                    var flags = judge.checks().checkAs(world, visit, there, now).stream()
                            .filter(Flag::broken)
                            .toList();
                    if (flags.stream().noneMatch(flag -> flag.side() == Side.FEASIBILITY)
                            && flags.stream()
                                    .noneMatch(flag -> flag.side() == Side.CUSTOMER
                                            && flag.code().equals(found.preference()))
                            && brokenBefore.containsAll(promises(flags))) {
                        var refusing = protocols(flags, Level.REASON);
                        refusing.removeAll(owed);
                        var blocking = protocols(flags, Level.BLOCK);
                        avoidable |= blocking.isEmpty();
                        refusing.addAll(blocking);
                        refusals.add(refusing);
                    }
                }
            }
        }
        return new Naively(avoidable, refusals);
    }

    private static Set<String> protocols(List<Flag> flags, Level level) {
        return flags.stream()
                .filter(flag -> flag.side() == Side.COMPANY && flag.level() == level)
                .map(Flag::code)
                .collect(Collectors.toSet());
    }

    /** Every quarter of an hour, where it stood, and the edges of the customer's windows. */
    private static List<LocalTime> starts(VisitFacts visit, TechnicianFacts technician) {
        var starts = new ArrayList<LocalTime>();
        for (int minute = 0; minute < 24 * 60; minute += 15) {
            var start = LocalTime.of(minute / 60, minute % 60);
            if (!start.isBefore(technician.shiftStart())
                    && minute + visit.minutes() <= technician.shiftEnd().toSecondOfDay() / 60) {
                starts.add(start);
            }
        }
        starts.add(visit.assignment().start());
        for (PreferenceFacts wish : visit.customer().preferences()) {
            if (wish.from() != null) {
                starts.add(wish.from());
            }
        }
        return starts;
    }

    private static Set<String> promises(List<Flag> flags) {
        return flags.stream()
                .filter(flag -> flag.broken() && flag.level() == Level.PROMISED)
                .map(Flag::code)
                .collect(Collectors.toSet());
    }

    private void move(String action, String actor, String why) {
        database.sql("""
                        insert into audit_entry (at, actor, office, action, subject_kind, subject, after_text, why)
                        values ('2026-07-01 12:00:00', :actor, 'ALB', :action, 'visit', 'D07', 'there', :why)""")
                .param("actor", actor)
                .param("action", action)
                .param("why", why)
                .update();
    }

    private List<FoundBreak> all() {
        return as("mia", () -> causes.ofCustomer("DOROTHY", TODAY));
    }

    private FoundBreak found() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }
}
