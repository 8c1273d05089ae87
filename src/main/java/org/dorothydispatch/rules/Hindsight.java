package org.dorothydispatch.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks back at a visit that broke a wish: was there another place that would have kept it, everything else being as it
 * was?
 */
public final class Hindsight {

    private final Checks checks;

    public Hindsight(Checks checks) {
        this.checks = checks;
    }

    /**
     * The cheapest place in the horizon at which the wish would have been kept: nothing blocks the visit there, and no
     * promise is broken there that was kept where it stood.
     *
     * @param visit planned, confirmed or done, with a day and a person
     * @param preference the code of the wish
     */
    public Optional<Assignment> kept(World world, VisitFacts visit, String preference, Horizon horizon) {
        var before = Now.local(horizon.from().atStartOfDay());
        var brokenAnyway = checks.check(world, visit, before).stream()
                .filter(flag -> flag.level() == Level.PROMISED && flag.broken())
                .map(Flag::code)
                .collect(Collectors.toCollection(HashSet::new));
        return Candidates.of(world, visit, before, horizon).stream()
                .map(there -> Alternative.of(checks, world, visit, there, before))
                .filter(place -> !place.blocked())
                .filter(place -> place.broken().stream()
                        .noneMatch(flag ->
                                flag.side() == Side.CUSTOMER && flag.code().equals(preference)))
                .filter(place -> brokenAnyway.containsAll(place.brokenPromises()))
                .min(Alternative::compareTo)
                .map(Alternative::there);
    }
}
