package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which start a visit gets when it is put on a run without saying when. */
public final class StartTimes {

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
            World world, VisitFacts visit, RouteFacts route, LocalDate date, TechnicianFacts technician, Now now) {
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
        return Candidates.quarters(technician, visit.minutes())
                .mapToObj(minute -> {
                    var there = new Assignment(date, Minutes.time(minute), route, technician, status);
                    return new Attempt(minute, checks.checkAs(world, visit, there, now));
                })
                .filter(attempt -> !blocked(attempt.flags()))
                .min(Comparator.comparingLong(Attempt::broken)
                        .thenComparingInt(attempt -> Math.abs(attempt.minute() - wanted))
                        .thenComparingInt(Attempt::minute))
                .map(attempt -> Minutes.time(attempt.minute()));
    }

    private static int usualStart(Situation at) {
        var last = at.lastOfAgreementWithStart();
        return last != null ? last.start() : Minutes.of(at.technician.shiftStart());
    }

    private static boolean blocked(List<Flag> flags) {
        return flags.stream().anyMatch(flag -> flag.level() == Level.BLOCK);
    }

    private record Attempt(int minute, List<Flag> flags) {

        long broken() {
            return flags.stream().filter(Flag::broken).count();
        }
    }
}
