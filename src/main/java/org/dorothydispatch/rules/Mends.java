package org.dorothydispatch.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers what would mend a visit: other places for it, best first by the customer's own order of what gives way.
 *
 * <p>A place mends a broken preference if the preference is kept there and nothing that gives way later breaks. It mends
 * a blocked visit if nothing blocks it there. No mend is blocked, and none breaks a promise that is kept now.
 */
public final class Mends {

    /** More are not read. */
    private static final int MOST = 3;

    private final Checks checks;

    public Mends(Checks checks) {
        this.checks = checks;
    }

    /**
     * The cheapest mend of every broken preference, and of a blocked visit, where there is one in the horizon; and a few
     * other days or people where there is room. Empty when nothing needs mending, and for a visit that is neither planned
     * nor confirmed.
     */
    public List<Mend> mends(World world, VisitFacts visit, Now now, Horizon horizon) {
        var status = visit.assignment().status();
        if (status != VisitStatus.PLANNED && status != VisitStatus.CONFIRMED) {
            return List.of();
        }
        var flags =
                checks.check(world, visit, now).stream().filter(Flag::broken).toList();
        var goals = goals(flags, visit.customer());
        if (goals.isEmpty()) {
            return List.of();
        }
        var promisesBroken = codes(flags.stream().filter(flag -> flag.level() == Level.PROMISED));
        var cheapestFirst = Candidates.of(world, visit, now, horizon).stream()
                .map(there -> Alternative.of(checks, world, visit, there, now))
                .filter(place -> !place.blocked() && promisesBroken.containsAll(place.brokenPromises()))
                .filter(place -> goals.stream().anyMatch(goal -> goal.test(place)))
                .sorted()
                .toList();
        var offered = new LinkedHashSet<Alternative>();
        for (var goal : goals) {
            cheapestFirst.stream().filter(goal).findFirst().ifPresent(offered::add);
        }
        for (var place : cheapestFirst) {
            if (offered.size() >= MOST) {
                break;
            }
            if (offered.stream().noneMatch(place::isSameDayAndPerson)) {
                offered.add(place);
            }
        }
        return offered.stream()
                .sorted()
                .map(place -> place.toMend(world, visit))
                .toList();
    }

    /** What the places are looked for that do it: one goal for each broken preference, one if the visit is blocked. */
    private static List<Predicate<Alternative>> goals(List<Flag> flags, CustomerFacts customer) {
        var goals = new ArrayList<Predicate<Alternative>>();
        var brokenNow = codes(flags.stream());
        for (var flag : flags) {
            if (flag.side() == Side.CUSTOMER) {
                var keeping = customer.keptLongest();
                int rank = keeping.indexOf(about(flag));
                goals.add(place -> place.broken().stream()
                        .filter(other -> other.side() == Side.CUSTOMER)
                        .noneMatch(other -> other.code().equals(flag.code())
                                || (keeping.indexOf(about(other)) < rank && !brokenNow.contains(other.code()))));
            }
        }
        if (flags.stream().anyMatch(flag -> flag.level() == Level.BLOCK)) {
            goals.add(place -> true);
        }
        return goals;
    }

    static GivesWay about(Flag flag) {
        return PreferenceKind.valueOf(flag.kind()).about();
    }

    private static Set<String> codes(Stream<Flag> flags) {
        return flags.filter(flag -> flag.side() == Side.CUSTOMER)
                .map(Flag::code)
                .collect(Collectors.toSet());
    }
}
