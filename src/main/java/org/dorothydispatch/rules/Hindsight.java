package org.dorothydispatch.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks back at a visit that broke a wish: was there another place that would have kept it, everything else being as it
 * was?
 *
 * <p>A place would have kept it when it can be done at all, the wish is not broken there, and no promise is broken there
 * that was kept where the visit stood. That somebody calls ahead in time is taken for granted.
 */
public final class Hindsight {

    private final Checks checks;

    public Hindsight(Checks checks) {
        this.checks = checks;
    }

    /**
     * The cheapest place in the horizon at which the wish would have been kept and nothing blocks the visit.
     *
     * @param visit planned, confirmed or done, with a day and a person
     * @param preference the code of the wish
     */
    public Optional<Assignment> kept(World world, VisitFacts visit, String preference, Horizon horizon) {
        return ways(world, visit, preference, horizon).unblocked();
    }

    /** Every way the wish would have been kept, by the protocols that refuse it. */
    public Ways ways(World world, VisitFacts visit, String preference, Horizon horizon) {
        var owed = owed(world, visit, horizon);
        Alternative unblocked = null;
        Map<Set<String>, Alternative> cheapest = new HashMap<>();
        int fewest = Integer.MAX_VALUE;
        for (var place : keeping(world, visit, preference, horizon)) {
            if (!place.blocked() && (unblocked == null || place.compareTo(unblocked) < 0)) {
                unblocked = place;
            }
            var refusing = refusing(place, owed);
            if (refusing.size() < fewest) {
                fewest = refusing.size();
                cheapest.clear();
            }
            if (refusing.size() == fewest) {
                cheapest.merge(refusing, place, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        var free = Optional.ofNullable(cheapest.get(Set.<String>of())).map(Alternative::there);
        return new Ways(
                Optional.ofNullable(unblocked).map(Alternative::there),
                free,
                free.isPresent()
                        ? List.of()
                        : cheapest.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(way -> new Ways.Against(
                                        way.getKey(), way.getValue().there()))
                                .toList());
    }

    /** The places that would have kept the wish and that no protocol refuses, the cheapest first. */
    List<Assignment> free(World world, VisitFacts visit, String preference, Horizon horizon) {
        var owed = owed(world, visit, horizon);
        return keeping(world, visit, preference, horizon).stream()
                .filter(place -> refusing(place, owed).isEmpty())
                .sorted()
                .map(Alternative::there)
                .toList();
    }

    private List<Alternative> keeping(World world, VisitFacts visit, String preference, Horizon horizon) {
        var before = before(horizon);
        var wish = visit.customer().preferences().stream()
                .filter(one -> one.code().equals(preference))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "%s has no wish (%s).".formatted(visit.customer().name(), preference)));
        var brokenAnyway = checks.check(world, visit, before).stream()
                .filter(flag -> flag.level() == Level.PROMISED && flag.broken())
                .map(Flag::code)
                .collect(Collectors.toSet());
        var places = new ArrayList<Alternative>();
        for (var there : Candidates.of(world, visit, before, horizon)) {
            var at = checks.situation(world, visit, there, before);
            // Most places fail here, long before every rule was asked.
            boolean broken = wish.appliesOn(at.day)
                    && !visit.consentsTo(preference)
                    && wish.kind().rule().broken(wish, at);
            if (broken || !Checks.feasible(at)) {
                continue;
            }
            var place = Alternative.of(at, there);
            if (brokenAnyway.containsAll(place.brokenPromises())) {
                places.add(place);
            }
        }
        return places;
    }

    /** The codes of the protocols that ask for a reason where the visit stood. */
    private Set<String> owed(World world, VisitFacts visit, Horizon horizon) {
        return checks.check(world, visit, before(horizon)).stream()
                .filter(flag -> flag.side() == Side.COMPANY && flag.level() == Level.REASON)
                .map(Flag::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> refusing(Alternative place, Set<String> owed) {
        return place.broken().stream()
                .filter(flag -> flag.side() == Side.COMPANY)
                .filter(flag ->
                        flag.level() == Level.BLOCK || flag.level() == Level.REASON && !owed.contains(flag.code()))
                .map(Flag::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Now before(Horizon horizon) {
        return Now.local(horizon.from().atStartOfDay());
    }
}
