package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After any series of moves, what is kept of every visit is what a fresh check of everything says, every change has its
 * audit row, and what the boards were told covers what changed.
 */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class IncrementalTest {

    private static final int MOVES = 60;
    private static final int PROPOSALS = 25;
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
        var version = version(visit);
        var target = target(random);
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

    private int version(String visit) {
        return (int) count("select version from visit where code = '" + visit + "'");
    }

    private static MoveTarget target(Random random) {
        return random.nextInt(10) == 0
                ? MoveTarget.tray()
                : new MoveTarget(
                        "R" + random.nextInt(4),
                        FROM.plusDays(random.nextInt(6)),
                        random.nextBoolean() ? null : LocalTime.of(8 + random.nextInt(9), 15 * random.nextInt(4)),
                        random.nextInt(3) == 0 ? "T" + random.nextInt(6) : null);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void itIsSoAfterProposalsOfManyMovesToo(long seed) {
        var random = new Random(seed);
        BusyWeekFixture.store(database, random);
        flags.recheckAll(List.of("ALB", "BUF"));

        var accepted = 0;
        for (int i = 0; i < PROPOSALS; i++) {
            var before = kept();
            var events = lastEvent();
            var reviewed = review(propose(random));
            var outcome = save(reviewed, "p" + seed + "-" + i);
            if (outcome.accepted()) {
                accepted++;
                assertThat(kept()).as("proposal %d of seed %d", i, seed).isEqualTo(fresh());
                assertThat(toldSince(events)).containsAll(changed(before, kept()));
            } else {
                assertThat(kept()).isEqualTo(before);
            }
            assertThat(count("select count(*) from flag f join visit v on v.code = f.visit"
                            + " where f.level = 'block' and v.version > 0"))
                    .as("what was moved and cannot be")
                    .isZero();
        }

        assertThat(accepted).as("proposals that went through").isGreaterThan(PROPOSALS / 4);
        assertThat(count("select sum(version) from visit"))
                .isEqualTo(count("select count(*) from audit_entry where action in ('move', 'assign', 'unassign')"));
    }

    /** Two to six visits, of which two often change places. */
    private List<ProposedMove> propose(Random random) {
        var visits = new ArrayList<>(database.sql(
                        "select code from visit where status in ('unassigned', 'planned', 'confirmed') order by code")
                .query(String.class)
                .list());
        Collections.shuffle(visits, random);
        var moves = new ArrayList<ProposedMove>();
        for (var visit : visits.subList(0, 2 + random.nextInt(5))) {
            moves.add(new ProposedMove(visit, version(visit), target(random)));
        }
        if (random.nextBoolean()) {
            var one = visits.get(0);
            var other = visits.get(1);
            moves.set(0, new ProposedMove(one, version(one), place(other)));
            moves.set(1, new ProposedMove(other, version(other), place(one)));
        }
        return moves;
    }

    private MoveTarget place(String visit) {
        return database.sql("select route, planned_on, start_time, technician from visit where code = ?")
                .param(visit)
                .query((row, number) -> new MoveTarget(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalTime.class),
                        row.getString(4)))
                .single();
    }

    /** Leaves out what cannot be and answers what needs an answer, as a person with the preview would. */
    private List<ProposedMove> review(List<ProposedMove> moves) {
        var left = moves;
        while (!left.isEmpty()) {
            var looked = left;
            var lines = SignedIn.as("both", () -> this.moves.review(looked)).lines();
            var possible = new ArrayList<ProposedMove>();
            for (int i = 0; i < looked.size(); i++) {
                var line = lines.get(i);
                if (line.outcome() != Status.REFUSED && line.outcome() != Status.STALE) {
                    var reasons = new ArrayList<>(looked.get(i).reasons());
                    line.flags().forEach(flag -> reasons.add(new ReasonGiven(flag.code(), "as reviewed")));
                    possible.add(new ProposedMove(
                            line.visit(), line.version(), looked.get(i).target(), List.of(), reasons));
                }
            }
            if (possible.size() == looked.size()) {
                return possible;
            }
            left = possible; // what is left may fare otherwise without the others
        }
        return left;
    }

    private ProposalOutcome save(List<ProposedMove> moves, String op) {
        var outcome = SignedIn.as("both", () -> this.moves.save(new Proposal(op, Proposal.Kind.MOVE, moves)));
        if (!moves.isEmpty()) {
            assertThat(outcome.accepted())
                    .as("what the preview let through: %s", outcome)
                    .isTrue();
        }
        return outcome;
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
