package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.rules.Horizon;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would have been under another protocol, on a summer of Albany's that is over. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class ProtocolReplayTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 7, 31);

    @Autowired
    private ProtocolReplay replay;

    @Autowired
    private BreakCauses causes;

    @Autowired
    private Judge judge;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient database;

    private RegisterFixture fixture;

    /** Ana, promised to two customers, is away on Monday and has half an hour free on Tuesday: Ben came to both. */
    @BeforeEach
    void store() {
        fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .technician(
                        "ANA",
                        "Ana Petrov",
                        "ALB",
                        "weekdays",
                        "MON;TUE",
                        "shift_start",
                        LocalTime.of(9, 0),
                        "shift_end",
                        LocalTime.of(9, 30))
                .technician("BEN", "Ben Okafor", "ALB")
                .absence("ANA", MONDAY.minusDays(14), MONDAY, "vacation")
                .absence("ANA", TUESDAY.plusDays(1), TUESDAY.plusDays(21), "vacation")
                .route("NORTH", "ALB", null)
                .customer("DOROTHY", "Dorothy Hale", "ALB")
                .customer("ROSA", "Rosa Diaz", "ALB")
                .customer("BAKER", "Baker Street Bakery", "ALB")
                .preference("P1", "DOROTHY", "PERSON", "promised")
                .preferred("P1", "ANA")
                .preference("P2", "ROSA", "PERSON", "promised")
                .preferred("P2", "ANA")
                .protocol("DAY", null, "ON_DUE_DAY", "reason")
                .protocol("DRIVE", null, "TRAVEL", "inform");
        done("D1", "DOROTHY", MONDAY, MONDAY, LocalTime.of(9, 0), "BEN");
        done("R1", "ROSA", MONDAY, MONDAY, LocalTime.of(11, 0), "BEN");
        // Late, with a reason.
        done("B1", "BAKER", MONDAY, MONDAY.plusDays(2), LocalTime.of(9, 0), "BEN");
        fixture.insert(
                "visit_override", "visit", "B1", "code", "DAY", "kept_on", MONDAY, "kept_by", "Dan", "reason", "Storm");
    }

    @Test
    void whoComesFirstTakesThePlaceAndWhoComesLaterFindsItFull() {
        assertThat(causes.ofVisits(List.of("D1", "R1")))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.against())
                        .singleElement()
                        .satisfies(way -> assertThat(way.protocols()).containsExactly("DAY")));

        var played = play("DAY", "D1/P1", "R1/P2");

        assertThat(played.kept())
                .containsExactly(new ProtocolReplay.Kept(
                        "D1",
                        "P1",
                        "Mon 6 Jul, 9:00 with Ben Okafor on NORTH",
                        "Tue 7 Jul, 9:00 with Ana Petrov on NORTH"));
        assertThat(play("DAY", "R1/P2", "D1/P1").kept())
                .extracting(ProtocolReplay.Kept::visit)
                .as("the other way round")
                .containsExactly("R1");
    }

    @Test
    void theFlagsAreCountedBeforeAndAfter() {
        var played = play("DAY", "D1/P1");

        assertThat(played.visits()).isEqualTo(3);
        assertThat(played.flags()).as("the bakery’s").isEqualTo(1);
        assertThat(played.reasons()).isEqualTo(1);
        assertThat(played.begun()).as("Dorothy’s on the Tuesday").isEqualTo(1);
        assertThat(played.ended()).isZero();
    }

    @Test
    void onlyTheOneProtocolGivesWay() {
        fixture.protocol("HOURS", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(10, 0));
        database.sql("update visit set start_time = '10:00:00' where code = 'D1'")
                .update();

        assertThat(play("DAY", "D1/P1").kept())
                .as("Ana’s half hour is before ten")
                .isEmpty();
        assertThat(play("HOURS", "D1/P1").kept()).isEmpty();

        database.sql("update protocol set level = 'inform' where code = 'HOURS'")
                .update();
        assertThat(play("DAY", "D1/P1").kept()).hasSize(1);
    }

    @Test
    void aPromiseToSomebodyElseIsNotBrokenForIt() {
        // Ana was promised to come once a month and not twice in a week: the later visit would lose that.
        fixture.preference("P3", "DOROTHY", "GAP", "promised", "number_value", 7);
        done("D2", "DOROTHY", MONDAY.plusDays(7), MONDAY.plusDays(7), LocalTime.of(9, 0), "BEN");
        fixture.agreement("A1", "DOROTHY");
        database.sql("update visit set agreement = 'A1' where customer = 'DOROTHY'")
                .update();

        assertThat(play("DAY", "D1/P1").kept()).isEmpty();

        database.sql("update preference set answer = 'will_try' where code = 'P3'")
                .update();
        assertThat(play("DAY", "D1/P1").kept()).hasSize(1);
    }

    /** What is loaded is enough: a world of everything there is plays the same, over many small worlds. */
    @Test
    void aWorldOfEverythingPlaysTheSame() {
        long seed = 20261126;
        var random = new Random(seed);
        int kept = 0;
        int asked = 0;
        for (int round = 0; round < 8; round++) {
            crowd(random);
            var visits = database.sql("select code from visit order by planned_on, code")
                    .query(String.class)
                    .list();
            var broken = causes.ofVisits(visits).stream()
                    .filter(found -> found.broken() && found.level() == Level.PROMISED)
                    .map(found -> new Replay.Broken(found.visit(), found.preference()))
                    .toList();

            var played = replay.play("ALB", "DAY", FROM, TO, broken, done -> {});

            var expected = everything(visits, broken);
            assertThat(played.kept().stream().map(one -> one.visit() + " " + one.to()))
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyElementsOf(expected.kept().stream()
                            .map(one -> one.broken().visit() + " " + Places.words(one.there()))
                            .toList());
            assertThat(List.of(played.ended(), played.begun())).isEqualTo(List.of(expected.ended(), expected.begun()));
            kept += played.kept().size();
            asked += broken.size();
        }
        assertThat(kept).isBetween(1, asked - 1);
    }

    private Replay.Played everything(List<String> visits, List<Replay.Broken> broken) {
        var days = new HashSet<Day>();
        var runs = new HashSet<Day>();
        for (var day = FROM.minusDays(31); day.isBefore(TO.plusDays(31)); day = day.plusDays(1)) {
            for (var technician : List.of("ANA", "BEN", "CY")) {
                days.add(new Day(technician, day));
            }
            runs.add(new Day("NORTH", day));
            runs.add(new Day("SOUTH", day));
        }
        var world = new WorldLoader(JdbcClient.create(jdbc))
                .load(
                        new WorldLoader.Question(visits, days, runs, null),
                        rule -> rule.code().equals("DAY")
                                ? new ProtocolFacts(
                                        rule.code(),
                                        rule.office(),
                                        rule.kind(),
                                        rule.number(),
                                        rule.from(),
                                        rule.to(),
                                        Level.INFORM)
                                : rule);
        var people = world.technicians().stream()
                .filter(one -> one.office().code().equals("ALB"))
                .toList();
        return new Replay(judge.checks())
                .play(
                        world,
                        broken,
                        visits.stream()
                                .filter(code -> world.visit(code)
                                        .customer()
                                        .office()
                                        .code()
                                        .equals("ALB"))
                                .filter(code -> {
                                    var date = world.visit(code).assignment().date();
                                    return !date.isBefore(FROM) && !date.isAfter(TO);
                                })
                                .toList(),
                        visit -> new Horizon(
                                visit.dueOn().minusDays(7), visit.dueOn().plusDays(7), people),
                        Now.at(StoryFixture.NOON),
                        done -> {});
    }

    /** Three people, eight customers, forty visits in a few weeks. */
    private void crowd(Random random) {
        for (var table : List.of(
                "visit_override",
                "visit",
                "absence",
                "preference_technician",
                "preference",
                "agreement",
                "site",
                "customer",
                "protocol",
                "route",
                "technician")) {
            database.sql("delete from " + table).update();
        }
        fixture.technician("ANA", "Ana Petrov", "ALB")
                .technician("BEN", "Ben Okafor", "ALB")
                .technician("CY", "Cy Lindgren", "ALB", "weekdays", "MON;WED;FRI")
                .route("NORTH", "ALB", "ANA", "max_stops", 2)
                .route("SOUTH", "ALB", "BEN")
                .protocol("DAY", null, "ON_DUE_DAY", List.of("block", "reason").get(random.nextInt(2)))
                .protocol(
                        "STOPS",
                        "ALB",
                        "MAX_STOPS",
                        List.of("block", "reason", "inform").get(random.nextInt(3)))
                .protocol("ROUTE", null, "ROUTE_TECHNICIAN", "inform")
                .protocol("ROTATE", null, "ROTATE", "reason", "number_value", 3);
        var people = List.of("ANA", "BEN", "CY");
        for (var one : people) {
            var from = FROM.plusDays(random.nextInt(20));
            fixture.absence(one, from, from.plusDays(random.nextInt(5)), "sick");
        }
        for (int i = 0; i < 8; i++) {
            var customer = "C" + i;
            fixture.customer(customer, "Customer " + i, "ALB").agreement("A" + i, customer, "route", "NORTH");
            for (var kind : List.of("PERSON", "WEEKDAYS", "GAP")) {
                var code = kind + i;
                fixture.preference(
                        code,
                        customer,
                        kind,
                        random.nextInt(4) == 0 ? "will_try" : "promised",
                        "weekdays",
                        kind.equals("WEEKDAYS") ? "TUE;WED" : null,
                        "number_value",
                        kind.equals("GAP") ? 2 : null);
                if (kind.equals("PERSON")) {
                    fixture.preferred(code, people.get(random.nextInt(3)));
                }
            }
            for (int n = 0; n < 5; n++) {
                var due = FROM.plusDays(random.nextInt(31));
                var code = "V%d%d".formatted(i, n);
                done(
                        code,
                        customer,
                        due,
                        random.nextInt(4) == 0 ? due.plusDays(1) : due,
                        LocalTime.of(8 + random.nextInt(8), 0),
                        people.get(random.nextInt(3)));
                database.sql("update visit set agreement = ?, minutes = ? where code = ?")
                        .params("A" + i, 60 + 60 * random.nextInt(4), code)
                        .update();
            }
        }
    }

    private void done(String code, String customer, LocalDate due, LocalDate day, LocalTime start, String technician) {
        fixture.visit(
                code,
                customer,
                due,
                "done",
                "planned_on",
                day,
                "start_time",
                start,
                "route",
                "NORTH",
                "technician",
                technician);
    }

    private ProtocolReplay.Played play(String protocol, String... broken) {
        var all = new ArrayList<Replay.Broken>();
        for (var one : broken) {
            all.add(new Replay.Broken(one.split("/")[0], one.split("/")[1]));
        }
        return replay.play("ALB", protocol, FROM, TO, all, done -> {});
    }
}
