package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which start a visit gets when it is put on a run without saying when. */
public final class StartTimes {

    /** Earlier than any visit of a day, also one without a start. */
    private static final int BEFORE_ALL = Minutes.NONE - 1;

    private final Checks checks;

    public StartTimes(Checks checks) {
        this.checks = checks;
    }

    /**
     * The visit's own start if nothing blocks it there; else, of the starts on the quarter of an hour that are not blocked,
     * one that breaks the fewest rules, and of these the nearest to its own. A visit without a start of its own keeps to
     * the last start under its agreement, else to the beginning of the shift. Empty when every start of the day is
     * blocked.
     */
    public Optional<LocalTime> bestStart(
            World world,
            VisitFacts visit,
            @Nullable RouteFacts route,
            LocalDate date,
            TechnicianFacts technician,
            Now now) {
        var status = visit.assignment().statusWhenPlanned();
        var withoutStart = checks.situation(world, visit, new Assignment(date, null, route, technician, status), now);
        if (!Checks.feasible(withoutStart)) {
            return Optional.empty();
        }
        var own = visit.assignment().start();
        if (own != null) {
            var there = new Assignment(date, own, route, technician, status);
            if (!blocked(checks.checkAs(world, visit, there, now))) {
                return Optional.of(own);
            }
        }
        int wanted = own != null ? Minutes.of(own) : usualStart(withoutStart);
        var nearestFirst = Candidates.quarters(technician, visit.minutes())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(minute -> Math.abs(minute - wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Integer best = null;
        long fewest = Long.MAX_VALUE;
        for (int minute : nearestFirst) {
            var there = new Assignment(date, Minutes.time(minute), route, technician, status);
            var at = checks.situation(world, visit, there, now);
            if (!Checks.feasible(at)) {
                continue;
            }
            var flags = Checks.flags(at);
            if (blocked(flags)) {
                continue;
            }
            long broken = flags.stream().filter(Flag::broken).count();
            if (broken < fewest) {
                best = minute;
                fewest = broken;
            }
            if (fewest <= brokenAtEveryHour(withoutStart, flags)) {
                break;
            }
        }
        return Optional.ofNullable(best).map(Minutes::time);
    }

    /** How many of these flags another start on the same day would not mend: once a start has no more, the search ends. */
    private static long brokenAtEveryHour(Situation at, List<Flag> flags) {
        var another = at.visit.timeline.after(at.day, BEFORE_ALL, "").stream()
                .anyMatch(other -> other != at.visit && other.day() == at.day);
        // With two visits on one day even the question who came before depends on the hour.
        return another
                ? 0
                : flags.stream()
                        .filter(flag -> flag.broken() && !hourMatters(flag))
                        .count();
    }

    private static boolean hourMatters(Flag flag) {
        return switch (flag.side()) {
            case FEASIBILITY -> true;
            case CUSTOMER ->
                switch (PreferenceKind.valueOf(flag.kind()).about()) {
                    case TIME, NOTICE -> true;
                    case DAY, PERSON -> false;
                };
            case COMPANY ->
                switch (ProtocolKind.valueOf(flag.kind())) {
                    case ARRIVAL, TRAVEL, MAX_STOPS -> true;
                    case ON_DUE_DAY, ROTATE, HOME_ROUTE, ROUTE_TECHNICIAN, HOME_OFFICE -> false;
                };
        };
    }

    private static int usualStart(Situation at) {
        var last = at.lastOfAgreementWithStart();
        return last != null ? last.start() : Minutes.of(at.technician.shiftStart());
    }

    private static boolean blocked(List<Flag> flags) {
        return flags.stream().anyMatch(flag -> flag.level() == Level.BLOCK);
    }
}
