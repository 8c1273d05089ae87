package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.travel.StraightLine;

/** What the checks say of a place, of a move and of its neighbours fits together, on random worlds. */
class ChecksPropertyTest {

    private final Checks checks = new Checks(new StraightLine());

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void sayTheSameOfAPlaceBeforeAndAfterMovingThere(@ForAll long seed) {
        var random = new RandomWorld(seed);
        for (int i = 0; i < 10; i++) {
            var visit = random.anyVisit();
            var there = random.anyMoveOf(visit);
            var now = Now.local(random.now);

            var asIf = checks.checkAs(random.world, visit, there, now);
            var lightsAsIf = checks.lightsAs(random.world, visit, there, now);
            random.world.move(visit, there);

            assertThat(asIf).isEqualTo(checks.check(random.world, visit, now));
            assertThat(lightsAsIf).isEqualTo(checks.lights(random.world, visit, now));
            assertThat(lines(random, visit)).isEqualTo(random.naively().flags(visit));
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void onlyAffectedVisitsChangeWhenOneMoves(@ForAll long seed) {
        var random = new RandomWorld(seed);
        var flags = new LinkedHashMap<VisitFacts, List<String>>();
        random.world.visits().forEach(visit -> flags.put(visit, lines(random, visit)));
        for (int i = 0; i < 10; i++) {
            var visit = random.anyVisit();
            var before = visit.assignment();
            var after = random.anyMoveOf(visit);

            var affected = Affected.by(random.world, visit, before, after);
            random.world.move(visit, after);

            assertThat(Affected.by(random.world, visit, before, after)).isEqualTo(affected);
            affected.forEach(other -> flags.put(other, lines(random, other)));
            random.world
                    .visits()
                    .forEach(other -> assertThat(lines(random, other))
                            .as("%s after moving %s", other, visit)
                            .isEqualTo(flags.get(other)));
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void lightsAreThoseOfTheFlags(@ForAll long seed) {
        var random = new RandomWorld(seed);
        var now = Now.local(random.now);
        for (var visit : random.world.visits()) {
            var broken = checks.check(random.world, visit, now).stream()
                    .filter(flag -> flag.outcome() == Outcome.BROKEN)
                    .toList();
            var expected = new Lights(
                    light(broken, Side.CUSTOMER, Level.PROMISED),
                    light(broken, Side.COMPANY, Level.BLOCK).or(light(broken, Side.FEASIBILITY, Level.BLOCK)));

            assertThat(checks.lights(random.world, visit, now)).isEqualTo(expected);
            assertThat(Lights.of(checks.check(random.world, visit, now))).isEqualTo(expected);
            assertThat(Lights.deciding(broken).isPresent()).isEqualTo(!broken.isEmpty());
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void everySentenceIsOneLineAndShortOnesFitACell(@ForAll long seed) {
        var random = new RandomWorld(seed);
        for (var visit : random.world.visits()) {
            for (var flag : random.flags(checks, visit)) {
                assertThat(flag.message()).as(flag.kind()).endsWith(".").doesNotContain("null", "\n", "%");
                assertThat(flag.shortMessage())
                        .as(flag.kind())
                        .hasSizeBetween(5, 40)
                        .doesNotContain("null");
            }
        }
    }

    private static Light light(List<Flag> broken, Side side, Level red) {
        var levels = broken.stream()
                .filter(flag -> flag.side() == side)
                .map(Flag::level)
                .toList();
        return levels.contains(red) ? Light.RED : levels.isEmpty() ? Light.GREEN : Light.AMBER;
    }

    private List<String> lines(RandomWorld random, VisitFacts visit) {
        return random.flags(checks, visit).stream().map(Flag::toString).toList();
    }
}
