package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A place where a visit might stand instead, and what that would cost the customer. The cheapest sorts first: the fewest
 * broken promises; then, from what gives way last to what gives way first, the least that is broken and the least that
 * changes; then the company's light and the smallest change.
 */
final class Alternative implements Comparable<Alternative> {

    private static final Comparator<Alternative> CHEAPEST_FIRST = Comparator.<Alternative, int[]>comparing(
                    place -> place.cost, Arrays::compare)
            .thenComparing(place -> place.there.date())
            .thenComparingInt(place -> Minutes.of(place.there.start()))
            .thenComparing(place -> place.there.technician().code());

    private final Assignment there;
    private final List<Flag> broken;
    private final int[] cost;

    private Alternative(Assignment there, List<Flag> broken, int[] cost) {
        this.there = there;
        this.broken = broken;
        this.cost = cost;
    }

    static Alternative of(Checks checks, World world, VisitFacts visit, Assignment there, Now now) {
        return of(checks.situation(world, visit, there, now), there);
    }

    static Alternative of(Situation at, Assignment there) {
        var broken = Checks.flags(at).stream().filter(Flag::broken).toList();
        return new Alternative(there, broken, cost(at, broken));
    }

    Assignment there() {
        return there;
    }

    List<Flag> broken() {
        return broken;
    }

    boolean blocked() {
        return broken.stream().anyMatch(flag -> flag.level() == Level.BLOCK);
    }

    List<String> brokenPromises() {
        return broken.stream()
                .filter(flag -> flag.level() == Level.PROMISED)
                .map(Flag::code)
                .toList();
    }

    boolean isSameDayAndPerson(Alternative other) {
        return there.date().equals(other.there.date()) && Coded.same(there.technician(), other.there.technician());
    }

    @Override
    public int compareTo(Alternative other) {
        return CHEAPEST_FIRST.compare(this, other);
    }

    Mend toMend(World world, VisitFacts visit) {
        var lights = Lights.of(broken);
        return new Mend(
                there,
                sentence(world, visit),
                lights.customer(),
                lights.company(),
                broken.stream()
                        .filter(flag -> flag.side() == Side.CUSTOMER)
                        .map(Flag::code)
                        .toList());
    }

    private static int[] cost(Situation at, List<Flag> broken) {
        var present = at.visit.assignment();
        var keeping = at.customer.keptLongest();
        var cost = new int[1 + 3 * keeping.size() + 3];
        for (var flag : broken) {
            if (flag.side() == Side.CUSTOMER) {
                int rank = 1 + 3 * keeping.indexOf(Mends.about(flag));
                switch (flag.level()) {
                    case PROMISED -> cost[0]++;
                    case WILL_TRY -> cost[rank]++;
                    default -> cost[rank + 1]++;
                }
            }
        }
        for (int rank = 0; rank < keeping.size(); rank++) {
            cost[3 + 3 * rank] = switch (keeping.get(rank)) {
                case PERSON -> strangeness(at);
                case NOTICE -> 0;
                case DAY -> days(at, present.date());
                case TIME -> at.hasStart() ? Math.abs(at.start - Minutes.of(present.start())) : 0;
            };
        }
        int rest = cost.length - 3;
        cost[rest] = Lights.of(broken).company().ordinal();
        cost[rest + 1] = Coded.same(at.technician, present.technician()) ? 0 : 1;
        cost[rest + 2] = days(at, at.visit.dueOn());
        return cost;
    }

    private static int days(Situation at, LocalDate from) {
        return (int) Math.abs(ChronoUnit.DAYS.between(from, at.date()));
    }

    /** 0 for whoever comes now and whom the customer regards as theirs, 1 for somebody they know, 2 for a stranger. */
    private static int strangeness(Situation at) {
        if (Coded.same(at.technician, at.visit.assignment().technician())
                || Coded.same(at.technician, at.customer.technician())
                || at.customer.preferences().stream()
                        .anyMatch(wish -> wish.kind() == PreferenceKind.PERSON
                                && wish.appliesOn(at.day)
                                && Coded.same(at.technician, PersonRule.first(wish, at.customer)))) {
            return 0;
        }
        return at.knowsTechnician() ? 1 : 2;
    }

    /** "Ana is back Monday: move to Mon 12 Oct, 9:00". */
    private String sentence(World world, VisitFacts visit) {
        var present = visit.assignment();
        var person = there.technician();
        String name = world.nameOf(person);
        boolean sameDay = there.date().equals(present.date());
        boolean sameTime = Objects.equals(there.start(), present.start());
        if (sameDay && sameTime) {
            return name + " can come instead: give the visit to " + name;
        }
        String when = Wording.day(there.date(), visit.dueOn())
                + (there.start() == null ? "" : ", " + Wording.time(there.start()));
        if (sameDay) {
            return name + " can come at " + Wording.time(there.start()) + ": move to " + when;
        }
        boolean back = person.isBackOn(there.date(), present.date());
        return name + (back ? " is back " : " can come ") + Wording.weekday(there.date()) + ": move to " + when;
    }
}
