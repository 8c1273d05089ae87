package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dorothydispatch.travel.StraightLine;

/** Every rule agrees with a second, naive reading of the same text on random worlds. */
class RulesAgreeTest {

    /** By kind: how often the worlds had it broken, and how often kept. */
    private static final Map<String, int[]> BROKEN_AND_KEPT = new TreeMap<>();

    private final Checks checks = new Checks(new StraightLine());

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void agreeWithTheNaiveReading(@ForAll long seed) {
        var random = new RandomWorld(seed);
        var naive = random.naively();
        for (var visit : random.world.visits()) {
            assertThat(random.flags(checks, visit).stream().map(Flag::toString))
                    .as("%s", visit)
                    .containsExactlyElementsOf(naive.flags(visit));
            for (var verdict : naive.verdicts(visit)) {
                BROKEN_AND_KEPT.computeIfAbsent(verdict.kind(), kind -> new int[2])[verdict.broken() ? 0 : 1]++;
            }
        }
    }

    @AfterContainer
    static void everyKindWasMetOftenBrokenAndKept() {
        var kinds = Stream.of(PreferenceKind.values(), ProtocolKind.values(), FeasibilityKind.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .toList();
        assertThat(BROKEN_AND_KEPT.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
        BROKEN_AND_KEPT.forEach((kind, counts) -> {
            if (!kind.equals("REMEMBER")) {
                assertThat(counts[0]).as("%s broken", kind).isGreaterThan(100);
            }
            assertThat(counts[1]).as("%s kept", kind).isGreaterThan(100);
        });
    }
}
