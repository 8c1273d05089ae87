package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
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
        var quarters = Candidates.quarters(technician, visit.minutes()).toArray();
        // From the wanted start outwards, the earlier of two that are as far first.
        int later = 0;
        while (later < quarters.length && quarters[later] < wanted) {
            later++;
        }
        int earlier = later - 1;
        int best = Minutes.NONE;
        long fewest = Long.MAX_VALUE;
        var alone = aloneOnItsDay(withoutStart);
        while (earlier >= 0 || later < quarters.length) {
            var goEarlier =
                    later == quarters.length || earlier >= 0 && wanted - quarters[earlier] <= quarters[later] - wanted;
            int minute = goEarlier ? quarters[earlier--] : quarters[later++];
            var there = new Assignment(date, Minutes.time(minute), route, technician, status);
            var at = checks.situation(world, visit, there, now);
            if (!Checks.feasible(at)) {
                continue;
            }
            var flags = Checks.flags(at);
            if (blocked(flags)) {
                continue;
            }
            long broken = 0;
            long atEveryHour = 0;
            for (var flag : flags) {
                if (flag.broken()) {
                    broken++;
                    if (alone && !hourMatters(flag)) {
                        atEveryHour++;
                    }
                }
            }
            if (broken < fewest) {
                best = minute;
                fewest = broken;
            }
            // Another start on the same day would not mend these: the search ends.
            if (fewest <= atEveryHour) {
                break;
            }
        }
        return best == Minutes.NONE ? Optional.empty() : Optional.of(Minutes.time(best));
    }

    /** With two visits of a customer on one day even the question who came before depends on the hour. */
    private static boolean aloneOnItsDay(Situation at) {
        return at.visit.timeline.after(at.day, BEFORE_ALL, "").stream()
                .noneMatch(other -> other != at.visit && other.day() == at.day);
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
        for (var flag : flags) {
            if (flag.level() == Level.BLOCK) {
                return true;
            }
        }
        return false;
    }
}
