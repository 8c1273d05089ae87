package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After any series of moves, what is kept of every visit is what a fresh check of everything says, every change has its
 * audit row, and what the boards were told covers what changed.
 */
@DatabaseTest
@Import(StoryFixture.StandingClock.class)
class IncrementalTest {

    private static final int MOVES = 60;
    private static final LocalDate FROM = StoryFixture.TUESDAY;

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private Judge judge;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsKeptIsWhatAFreshCheckSays(long seed) {
        var random = new Random(seed);
        store(random);
        flags.recheckAll(List.of("ALB", "BUF"));
        assertThat(kept()).as("after the first check").isEqualTo(fresh());

        var accepted = 0;
        for (int i = 0; i < MOVES; i++) {
            var before = kept();
            var events = lastEvent();
            var outcome = move(random, "m" + seed + "-" + i);
            if (outcome.accepted()) {
                accepted++;
                assertThat(toldSince(events)).containsAll(changed(before, kept()));
            } else {
                assertThat(kept()).isEqualTo(before);
            }
        }

        assertThat(accepted).as("moves that went through").isGreaterThan(MOVES / 4);
        assertThat(kept()).isEqualTo(fresh());
        // An accepted wish to go where the visit stands already changes nothing.
        assertThat(count("select sum(version) from visit"))
                .isEqualTo(count("select count(*) from audit_entry where action in ('move', 'assign', 'unassign')"))
                .isLessThanOrEqualTo((long) accepted);
        assertThat(count("select count(*) from audit_entry where action = 'consent'"))
                .isGreaterThanOrEqualTo(count("select count(*) from consent"));
        assertThat(count("select count(*) from audit_entry where action = 'override'"))
                .isGreaterThanOrEqualTo(count("select count(*) from visit_override"));
    }

    /** Moves some visit somewhere, and answers for what needs an answer. */
    private MoveOutcome move(Random random, String op) {
        var visits = database.sql(
                        "select code from visit where status in ('unassigned', 'planned', 'confirmed') order by code")
                .query(String.class)
                .list();
        var visit = visits.get(random.nextInt(visits.size()));
        var version = (int) count("select version from visit where code = '" + visit + "'");
        var target = random.nextInt(10) == 0
                ? MoveTarget.tray()
                : new MoveTarget(
                        "R" + random.nextInt(4),
                        FROM.plusDays(random.nextInt(6)),
                        random.nextBoolean() ? null : LocalTime.of(8 + random.nextInt(9), 15 * random.nextInt(4)),
                        random.nextInt(3) == 0 ? "T" + random.nextInt(6) : null);
        return SignedIn.as("both", () -> {
            var outcome = moves.move(new MoveCommand(op, visit, version, target));
            if (outcome.status() != Status.NEEDS) {
                return outcome;
            }
            var consents = new ArrayList<ConsentGiven>();
            var reasons = new ArrayList<ReasonGiven>();
            for (var flag : outcome.flags()) {
                if (flag.side() == Side.CUSTOMER && random.nextBoolean()) {
                    consents.add(new ConsentGiven(flag.code(), "Sam", StoryFixture.MONDAY, null));
                } else {
                    reasons.add(new ReasonGiven(flag.code(), "because of " + op));
                }
            }
            return moves.move(new MoveCommand(op + "-answered", visit, version, target, consents, reasons));
        });
    }

    private Map<String, String> kept() {
        return words(new Judgements(jdbc).of(all()));
    }

    private Map<String, String> fresh() {
        var world = new WorldLoader(database).load(WorldLoader.Question.about(all()));
        var fresh = new HashMap<String, Judgement>();
        world.visits()
                .forEach(visit -> judge.judge(world, visit, clock.instant())
                        .ifPresent(judgement -> fresh.put(visit.code(), judgement)));
        return words(fresh);
    }

    private static Map<String, String> words(Map<String, Judgement> judgements) {
        var words = new TreeMap<String, String>();
        judgements.forEach((visit, judgement) -> words.put(visit, judgement.toString()));
        return words;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        var visits = new TreeMap<>(before);
        visits.putAll(after);
        return visits.keySet().stream()
                .filter(visit -> !String.valueOf(before.get(visit)).equals(String.valueOf(after.get(visit))))
                .toList();
    }

    private List<String> all() {
        return database.sql("select code from visit order by code")
                .query(String.class)
                .list();
    }

    private long lastEvent() {
        return count("select coalesce(max(id), 0) from board_event");
    }

    private List<String> toldSince(long event) {
        return database.sql("select visit from board_event where id > ?")
                .param(event)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** Two offices, six people, four routes, every kind of wish and of protocol, a history, and a week ahead. */
    private void store(Random random) {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/Chicago")
                .user("both", DISPATCHER, "ALB", "BUF");
        for (int i = 0; i < 6; i++) {
            fixture.technician(
                    "T" + i,
                    (i < 2 ? "Alex " : "Kim" + i + " ") + "Number " + i,
                    i < 4 ? "ALB" : "BUF",
                    "skills",
                    i % 2 == 0 ? "general;rodent@2026-10-08" : "general",
                    "languages",
                    i % 3 == 0 ? "en;es" : "en");
        }
        fixture.absence("T1", FROM, FROM.plusDays(1), "sick");
        for (int i = 0; i < 4; i++) {
            fixture.route("R" + i, i < 3 ? "ALB" : "BUF", i == 2 ? null : "T" + i, "max_stops", 6);
        }
        protocols(fixture);
        for (int i = 0; i < 14; i++) {
            customer(fixture, random, i);
        }
        for (int i = 0; i < 12; i++) {
            var customer = random.nextInt(14);
            StoryFixture.planned(
                    fixture,
                    "V" + i,
                    "C" + customer,
                    random.nextBoolean() ? "planned" : "confirmed",
                    FROM.plusDays(random.nextInt(6)),
                    LocalTime.of(8 + i % 8, 0),
                    "R" + i % 4,
                    "T" + i % 6,
                    "agreement",
                    "A" + customer,
                    "board_office",
                    i % 4 == 3 ? "BUF" : "ALB");
        }
        for (int i = 0; i < 6; i++) {
            fixture.visit(
                    "U" + i,
                    "C" + i,
                    FROM.plusDays(i % 3),
                    "unassigned",
                    "agreement",
                    "A" + i,
                    "board_office",
                    i < 10 ? "ALB" : "BUF");
        }
    }

    private static void protocols(RegisterFixture fixture) {
        fixture.protocol("X1", null, "ON_DUE_DAY", "inform", "number_value", 2)
                .protocol("X2", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(9, 0))
                .protocol("X3", null, "ROTATE", "inform", "number_value", 2)
                .protocol("X4", null, "HOME_ROUTE", "inform")
                .protocol("X5", null, "ROUTE_TECHNICIAN", "inform")
                .protocol("X6", "BUF", "HOME_OFFICE", "reason")
                .protocol("X7", null, "TRAVEL", "reason", "number_value", 0)
                .protocol("X8", null, "MAX_STOPS", "block", "number_value", 4);
    }

    private static void customer(RegisterFixture fixture, Random random, int i) {
        var customer = "C" + i;
        fixture.customer(
                        customer,
                        "Customer " + i,
                        i < 10 ? "ALB" : "BUF",
                        "technician",
                        random.nextBoolean() ? "T" + random.nextInt(6) : null)
                .agreement("A" + i, customer, "skills", i % 4 == 0 ? "rodent" : null, "route", "R" + i % 4)
                .introduction(customer, "T" + random.nextInt(6), FROM.plusDays(random.nextInt(5) - 2));
        for (int j = 0; j < 4; j++) {
            StoryFixture.planned(
                    fixture,
                    "H" + i + "-" + j,
                    customer,
                    "done",
                    FROM.minusDays(10L + 30 * j),
                    LocalTime.of(8 + j, 30),
                    "R" + j,
                    "T" + random.nextInt(6),
                    "agreement",
                    "A" + i,
                    "board_office",
                    j == 3 ? "BUF" : "ALB");
        }
        wish(fixture, random, customer, "P" + i + "a");
        wish(fixture, random, customer, "P" + i + "b");
    }

    private static void wish(RegisterFixture fixture, Random random, String customer, String code) {
        var answer = List.of("promised", "will_try", "unanswered", "declined").get(random.nextInt(4));
        switch (random.nextInt(13)) {
            case 0 -> fixture.preference(code, customer, "PERSON", answer).preferred(code, "T0", "T2");
            case 1 -> fixture.preference(code, customer, "ONLY", answer).preferred(code, "T1", "T3");
            case 2 -> fixture.preference(code, customer, "NEVER", answer).preferred(code, "T4");
            case 3 -> fixture.preference(code, customer, "FAMILIAR", answer);
            case 4 -> fixture.preference(code, customer, "FACES", answer, "number_value", 2, "days_value", 60);
            case 5 -> fixture.preference(code, customer, "WEEKDAYS", answer, "weekdays", "TUE;WED");
            case 6 -> fixture.preference(code, customer, "WINDOW", answer, "from_time", LocalTime.of(10, 0));
            case 7 -> fixture.preference(code, customer, "NOT_DATES", answer, "dates_from", FROM, "dates_to", FROM);
            case 8 -> fixture.preference(code, customer, "STEADY_DAY", answer);
            case 9 -> fixture.preference(code, customer, "STEADY_TIME", answer, "number_value", 60);
            case 10 -> fixture.preference(code, customer, "GAP", answer, "number_value", 7, "days_value", 30);
            case 11 -> fixture.preference(code, customer, "NOTICE", answer, "number_value", 24);
            default -> fixture.preference(code, customer, "LANGUAGE", answer, "language", "es");
        }
    }
}
