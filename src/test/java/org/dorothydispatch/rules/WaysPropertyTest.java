package org.dorothydispatch.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dorothydispatch.travel.StraightLine;

/**
 * Looking back against a plain search: every day, person and start is tried by moving the visit there and judged by the
 * naive reading. And what is played with a protocol that only informs, against the same search, move by move.
 */
class WaysPropertyTest {

    private static final int DAYS_AROUND = 2;

    private static int free;
    private static int refused;
    private static int impossible;
    private static int played;
    private static int kept;

    private final Checks checks = new Checks(new StraightLine());

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theWaysToKeepAWishAreThoseThatAPlainSearchFinds(@ForAll long seed) {
        var random = new RandomWorld(seed);
        var hindsight = new Hindsight(checks);
        for (var broken : broken(random, 2)) {
            var visit = random.world.visit(broken.visit());
            var horizon = around(random, visit);
            var keeping = keeping(random, visit, broken.preference(), horizon);

            var ways = hindsight.ways(random.world, visit, broken.preference(), horizon);

            assertThat(ways.unblocked().isPresent()).isEqualTo(keeping.stream().anyMatch(place -> !place.blocked()));
            assertThat(ways.unblocked()).isEqualTo(hindsight.kept(random.world, visit, broken.preference(), horizon));
            assertThat(ways.free().isPresent()).isEqualTo(keeping.stream().anyMatch(place -> place.refusing.isEmpty()));
            int fewest = keeping.stream()
                    .mapToInt(place -> place.refusing.size())
                    .min()
                    .orElse(0);
            var expected = fewest == 0
                    ? Set.<Set<String>>of()
                    : keeping.stream()
                            .map(place -> place.refusing)
                            .filter(refusing -> refusing.size() == fewest)
                            .collect(toSet());
            assertThat(ways.against().stream().map(Ways.Against::protocols).toList())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(ways.against())
                    .allSatisfy(way -> assertThat(keeping).anySatisfy(place -> {
                        assertThat(place.there).isEqualTo(way.there());
                        assertThat(place.refusing).isEqualTo(way.protocols());
                    }));
            if (ways.free().isPresent()) {
                free++;
            } else if (keeping.isEmpty()) {
                impossible++;
            } else {
                refused++;
            }
        }
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void whatIsPlayedIsWhatAPlainSearchWouldHaveDoneMoveByMove(@ForAll long seed) {
        var rules = new RandomWorld(seed).protocols;
        var informing =
                rules.get((int) Math.floorMod(seed, (long) rules.size())).code();
        var random = new RandomWorld(seed, rule -> rule.code().equals(informing) ? atInform(rule) : rule);
        var plain = new RandomWorld(seed, rule -> rule.code().equals(informing) ? atInform(rule) : rule);
        var asked = broken(random, 4);
        var counted = random.world.visits().stream()
                .filter(visit -> visit.assignment().judgeable())
                .map(VisitFacts::code)
                .toList();
        var before = flagged(plain, counted);

        var result = new Replay(checks)
                .play(random.world, asked, counted, visit -> around(random, visit), Now.local(random.now), done -> {});

        assertThat(result.before()).isEqualTo(before);
        for (var one : asked) {
            var visit = plain.world.visit(one.visit());
            var done = result.kept().stream()
                    .filter(kept -> kept.broken().equals(one))
                    .findFirst();
            boolean broken = plain.naively().verdicts(visit).stream()
                    .anyMatch(verdict ->
                            verdict.code().equals(one.preference()) && verdict.broken() && !verdict.consented());
            if (!broken) {
                assertThat(done.orElseThrow().there()).isEqualTo(visit.assignment());
                continue;
            }
            var horizon = around(plain, visit);
            var free = keeping(plain, visit, one.preference(), horizon).stream()
                    .filter(place -> place.refusing.isEmpty())
                    .map(place -> Alternative.of(checks, plain.world, visit, place.there, before(horizon)))
                    .sorted()
                    .map(Alternative::there)
                    .toList();
            var cheapest =
                    free.stream().filter(place -> harmless(plain, visit, place)).findFirst();
            assertThat(done.map(Replay.Kept::there)).isEqualTo(cheapest);
            cheapest.ifPresent(there -> plain.world.move(visit, there));
            played++;
            kept += cheapest.isPresent() ? 1 : 0;
        }
        assertThat(result.after()).isEqualTo(flagged(plain, counted));
        assertThat(result.ended() - result.begun())
                .isEqualTo(result.before().size() - result.after().size());
    }

    @AfterContainer
    static void everyAnswerWasMet() {
        assertThat(free).isPositive();
        assertThat(refused).isPositive();
        assertThat(impossible).isPositive();
        assertThat(kept).isBetween(1, played - 1);
    }

    private static ProtocolFacts atInform(ProtocolFacts rule) {
        return new ProtocolFacts(
                rule.code(), rule.office(), rule.kind(), rule.number(), rule.from(), rule.to(), Level.INFORM);
    }

    /** Some promises that are broken, calls ahead left out. */
    private static List<Replay.Broken> broken(RandomWorld random, int most) {
        return random.world.visits().stream()
                .filter(visit -> visit.assignment().judgeable())
                .flatMap(visit -> random.naively().verdicts(visit).stream()
                        .filter(verdict -> verdict.side().equals("customer") && verdict.broken())
                        .filter(verdict ->
                                !verdict.consented() && verdict.level().equals("promised"))
                        .filter(verdict -> !verdict.kind().equals("NOTICE"))
                        .map(verdict -> new Replay.Broken(visit.code(), verdict.code())))
                .limit(most)
                .toList();
    }

    private static Horizon around(RandomWorld random, VisitFacts visit) {
        return new Horizon(
                visit.dueOn().minusDays(DAYS_AROUND), visit.dueOn().plusDays(DAYS_AROUND), random.technicians());
    }

    private static Now before(Horizon horizon) {
        return Now.local(horizon.from().atStartOfDay());
    }

    private record Place(Assignment there, List<NaiveReading.Verdict> broken, Set<String> refusing) {

        boolean blocked() {
            return broken.stream().anyMatch(verdict -> verdict.level().equals("block"));
        }
    }

    private static List<Place> keeping(RandomWorld random, VisitFacts visit, String preference, Horizon horizon) {
        LocalDateTime now = horizon.from().atStartOfDay();
        var present = visit.assignment();
        var stood = verdicts(random, visit, now);
        var owed = stood.stream()
                .filter(verdict ->
                        verdict.side().equals("company") && verdict.level().equals("reason"))
                .map(NaiveReading.Verdict::code)
                .collect(toSet());
        var promises = promises(stood);
        var keeping = new ArrayList<Place>();
        for (var there : NaivePlaces.of(random.world, visit, horizon, now)) {
            random.world.move(visit, there);
            var verdicts = verdicts(random, visit, now);
            if (verdicts.stream().noneMatch(verdict -> verdict.side().equals("feasibility"))
                    && verdicts.stream().noneMatch(verdict -> verdict.code().equals(preference))
                    && promises.containsAll(promises(verdicts))) {
                keeping.add(new Place(
                        there,
                        verdicts,
                        verdicts.stream()
                                .filter(verdict -> verdict.side().equals("company"))
                                .filter(verdict -> verdict.level().equals("block")
                                        || verdict.level().equals("reason") && !owed.contains(verdict.code()))
                                .map(NaiveReading.Verdict::code)
                                .collect(toSet())));
            }
        }
        random.world.move(visit, present);
        return keeping;
    }

    private static List<NaiveReading.Verdict> verdicts(RandomWorld random, VisitFacts visit, LocalDateTime now) {
        return new NaiveReading(random.world.visits(), random.protocols, now)
                .verdicts(visit).stream()
                        .filter(verdict -> verdict.broken() && !verdict.consented())
                        .toList();
    }

    private static Set<String> promises(List<NaiveReading.Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.level().equals("promised"))
                .map(NaiveReading.Verdict::code)
                .collect(toSet());
    }

    /** Whether nobody at all, wherever they stand, loses a promise or cannot be served when the visit goes there. */
    private boolean harmless(RandomWorld random, VisitFacts visit, Assignment there) {
        var stood = visit.assignment();
        var known = harms(random, visit);
        random.world.move(visit, there);
        boolean harmless = known.containsAll(harms(random, visit));
        random.world.move(visit, stood);
        return harmless;
    }

    private Set<String> harms(RandomWorld random, VisitFacts moved) {
        var harms = new HashSet<String>();
        for (var visit : random.world.visits()) {
            if (visit != moved) {
                random.flags(checks, visit).stream()
                        .filter(Flag::broken)
                        .filter(flag -> flag.level() == Level.PROMISED || flag.level() == Level.BLOCK)
                        .forEach(flag -> harms.add(flag.toString()));
            }
        }
        return harms;
    }

    private static Set<Replay.Flagged> flagged(RandomWorld random, List<String> visits) {
        var flagged = new HashSet<Replay.Flagged>();
        for (var code : visits) {
            random.naively().verdicts(random.world.visit(code)).stream()
                    .filter(verdict -> verdict.side().equals("company") && verdict.broken())
                    .forEach(verdict -> flagged.add(new Replay.Flagged(code, verdict.code())));
        }
        return flagged;
    }
}
