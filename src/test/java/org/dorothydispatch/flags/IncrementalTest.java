package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final LocalDate FROM = BusyWeekFixture.FROM;

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
        BusyWeekFixture.store(database, random);
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
}
