package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.Targets.Lifted;
import org.dorothydispatch.flags.VerdictQuestion.Rows;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pick-up lays a thin world over remembered weeks. Whatever was moved meanwhile, it answers for every target what the
 * world of all visits answers, read afresh.
 */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class ThinWorldTest {

    private static final LocalDate FROM = BusyWeekFixture.FROM;
    private static final int DAYS = 7;
    private static final int ROUNDS = 12;
    private static final Set<String> OFFICES = Set.of("ALB", "BUF");

    @Autowired
    private VerdictMapService verdicts;

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private Judge judge;

    @Autowired
    private Answers answers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void aPickUpSaysWhatTheWholeWorldSays(long seed) {
        var random = new Random(seed);
        BusyWeekFixture.store(database, random);
        flags.recheckAll(OFFICES);
        var painted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var question = question(random);
            var map = SignedIn.as("both", () -> verdicts.pickUp(question));
            assertThat(map.targets())
                    .as("round %d: %s", round, question)
                    .containsExactlyInAnyOrderElementsOf(ofTheWholeWorld(question));
            painted += map.targets().size();
            somebodyElseMoves(random, "t" + seed + "-" + round);
        }
        assertThat(painted).isGreaterThan(ROUNDS * 4);
    }

    private List<VerdictMap.Target> ofTheWholeWorld(VerdictQuestion question) {
        var loader = new WorldLoader(database);
        var world = loader.load(WorldLoader.Question.about(
                database.sql("select code from visit").query(String.class).list()));
        var rows = new HashMap<String, VisitRow>();
        loader.visits(world.visits().stream().map(visit -> visit.code()).toList())
                .forEach(row -> rows.put(row.code(), row));
        var now = Now.at(clock.instant());
        var lifted = question.visits().stream()
                .map(visit -> lifted(world, visit, now))
                .toList();
        var draft = Draft.of(question.draft(), rows, OFFICES);
        draft.apply(world, new StartTimes(judge.checks()), now);
        return new Targets(world, lifted, question, draft, OFFICES, judge, now).list();
    }

    private Lifted lifted(World world, String code, Now now) {
        var visit = world.visit(code);
        return new Lifted(
                visit, visit.assignment(), judge.checks().check(world, visit, now), answers.overridden(code), null);
    }

    private VerdictQuestion question(Random random) {
        var open = open();
        var visits = random.ints(0, open.size())
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(open::get)
                .toList();
        var draft = new ArrayList<ProposedMove>();
        for (int i = random.nextInt(4); i > 0; i--) {
            draft.add(drafted(random, open.get(random.nextInt(open.size()))));
        }
        return new VerdictQuestion(
                visits,
                List.of(),
                random.nextInt(3) == 0 ? List.of("ALB") : List.of("ALB", "BUF"),
                FROM,
                DAYS,
                random.nextBoolean() ? Rows.ROUTES : Rows.TECHNICIANS,
                random.nextInt(3) == 0 ? FROM.plusDays(random.nextInt(DAYS)) : null,
                draft,
                random.nextInt(4) == 0);
    }

    private ProposedMove drafted(Random random, String visit) {
        var version = version(visit);
        return random.nextInt(6) == 0
                ? drafted(visit, version, null, null, null, null)
                : drafted(
                        visit,
                        version,
                        "R" + random.nextInt(4),
                        FROM.plusDays(random.nextInt(DAYS)),
                        start(random),
                        random.nextBoolean() ? "T" + random.nextInt(6) : null);
    }

    private static ProposedMove drafted(
            String visit,
            int version,
            @Nullable String route,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            @Nullable String technician) {
        return new ProposedMove(visit, version, new MoveTarget(route, date, start, technician));
    }

    private void somebodyElseMoves(Random random, String op) {
        var visit = open().get(random.nextInt(open().size()));
        var target = new MoveTarget(
                "R" + random.nextInt(4),
                FROM.plusDays(random.nextInt(DAYS)),
                start(random),
                random.nextBoolean() ? "T" + random.nextInt(6) : null);
        SignedIn.as("both", () -> {
            var asked = moves.move(new MoveCommand(op, visit, version(visit), target));
            return moves.move(new MoveCommand(
                    op + "-answered",
                    visit,
                    version(visit),
                    target,
                    List.of(),
                    asked.flags().stream()
                            .map(flag -> new ReasonGiven(flag.code(), "because of " + op))
                            .toList()));
        });
    }

    private static @Nullable LocalTime start(Random random) {
        return random.nextBoolean() ? null : LocalTime.of(8 + random.nextInt(9), 15 * random.nextInt(4));
    }

    private List<String> open() {
        return database
                .sql("select code from visit where status in ('unassigned', 'planned', 'confirmed') order by code")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toList());
    }

    private int version(String visit) {
        return database.sql("select version from visit where code = ?")
                .param(visit)
                .query(Integer.class)
                .single();
    }
}
