package org.dorothydispatch.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Plays visits that are over once more, under the rules of a world that may not be those of then: each visit that broke a
 * promise goes to the cheapest place that would have kept it, if there is one that no protocol refuses and that harms
 * nobody. It then stands there for those that come after it.
 */
public final class Replay {

    private final Checks checks;
    private final Hindsight hindsight;

    public Replay(Checks checks) {
        this.checks = checks;
        this.hindsight = new Hindsight(checks);
    }

    /** A promise that a visit broke. */
    public record Broken(String visit, String preference) {}

    /** The same, and where the visit would have stood instead. */
    public record Kept(Broken broken, Assignment before, Assignment there) {}

    /** A protocol that a visit broke. */
    public record Flagged(String visit, String protocol) {}

    /**
     * What came of it.
     *
     * @param before what the counted visits broke of the company's rules as they stood
     * @param after the same when all was played
     */
    public record Played(List<Kept> kept, Set<Flagged> before, Set<Flagged> after) {

        public Played {
            kept = List.copyOf(kept);
            before = Set.copyOf(before);
            after = Set.copyOf(after);
        }

        public int ended() {
            return without(before, after);
        }

        public int begun() {
            return without(after, before);
        }

        private static int without(Set<Flagged> some, Set<Flagged> others) {
            return (int) some.stream().filter(one -> !others.contains(one)).count();
        }
    }

    /**
     * Plays the broken promises in this order. Afterwards the world is as it was played.
     *
     * @param world knows every customer around these visits with what they were promised
     * @param counted the visits whose protocol flags are counted
     * @param horizon where to look for another place
     * @param done told how many were played
     */
    public Played play(
            World world,
            List<Broken> broken,
            Collection<String> counted,
            Function<VisitFacts, Horizon> horizon,
            Now now,
            IntConsumer done) {
        var before = flagged(world, counted, now);
        var kept = new ArrayList<Kept>();
        int played = 0;
        for (var one : broken) {
            var visit = world.visit(one.visit());
            var stood = visit.assignment();
            if (brokenNow(world, visit, one.preference(), now)) {
                for (var there : hindsight.free(world, visit, one.preference(), horizon.apply(visit))) {
                    if (movedWithoutHarm(world, visit, there, now)) {
                        kept.add(new Kept(one, stood, there));
                        break;
                    }
                }
            } else {
                // It went somewhere else for another promise to the same customer, or something it depends on did.
                kept.add(new Kept(one, stood, stood));
            }
            done.accept(++played);
        }
        return new Played(kept, before, flagged(world, counted, now));
    }

    private boolean brokenNow(World world, VisitFacts visit, String preference, Now now) {
        return checks.check(world, visit, now).stream()
                .anyMatch(flag -> flag.side() == Side.CUSTOMER
                        && flag.broken()
                        && flag.code().equals(preference));
    }

    private boolean movedWithoutHarm(World world, VisitFacts visit, Assignment there, Now now) {
        var stood = visit.assignment();
        var others = new HashSet<>(Affected.by(world, visit, stood, there));
        others.remove(visit);
        var known = harms(world, others, now);
        world.move(visit, there);
        if (known.containsAll(harms(world, others, now))) {
            return true;
        }
        world.move(visit, stood);
        return false;
    }

    /** What hurts others: a promise broken, or something nobody can keep. */
    private Set<Flag> harms(World world, Collection<VisitFacts> visits, Now now) {
        var harms = new HashSet<Flag>();
        for (var visit : visits) {
            for (var flag : checks.check(world, visit, now)) {
                if (flag.broken() && (flag.level() == Level.PROMISED || flag.level() == Level.BLOCK)) {
                    harms.add(flag);
                }
            }
        }
        return harms;
    }

    private Set<Flagged> flagged(World world, Collection<String> visits, Now now) {
        var flagged = new HashSet<Flagged>();
        for (var code : visits) {
            for (var flag : checks.check(world, world.visit(code), now)) {
                if (flag.side() == Side.COMPANY) {
                    flagged.add(new Flagged(code, flag.code()));
                }
            }
        }
        return flagged;
    }
}
