package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which start a visit gets when it is put on a run without saying when. */
public final class StartTimes {

    private final Checks checks;

    public StartTimes(Checks checks) {
        this.checks = checks;
    }

    /**
     * The visit's own start if nothing blocks it there; else the start nearest to it, on the quarter of an hour, that is
     * not blocked and breaks the fewest rules. A visit without a start of its own keeps to the last start under its
     * agreement, else to the start of the shift. Empty when every start of the day is blocked.
     */
    public Optional<LocalTime> bestStart(
            World world, VisitFacts visit, RouteFacts route, LocalDate date, TechnicianFacts technician, Now now) {
        world.requireOwn(visit);
        var own = visit.assignment().start();
        if (own != null
                && !Attempt.at(own, checks, world, visit, route, date, technician, now)
                        .blocked()) {
            return Optional.of(own);
        }
        int wanted = own != null ? Minutes.of(own) : usualStart(visit, technician);
        return Candidates.quarters(technician, visit.minutes())
                .mapToObj(
                        minute -> Attempt.at(Minutes.time(minute), checks, world, visit, route, date, technician, now))
                .filter(attempt -> !attempt.blocked())
                .min(Comparator.comparingLong(Attempt::broken)
                        .thenComparingInt(attempt -> Math.abs(attempt.minute() - wanted))
                        .thenComparingInt(Attempt::minute))
                .map(attempt -> Minutes.time(attempt.minute()));
    }

    private static int usualStart(VisitFacts visit, TechnicianFacts technician) {
        VisitFacts last = null;
        for (var other : visit.ofCustomer) {
            if (other != visit
                    && other.hasStart()
                    && visit.agreement() != null
                    && Coded.same(other.agreement(), visit.agreement())) {
                last = other;
            }
        }
        return last == null ? Minutes.of(technician.shiftStart()) : last.start();
    }

    private record Attempt(int minute, boolean blocked, long broken) {

        static Attempt at(
                LocalTime start,
                Checks checks,
                World world,
                VisitFacts visit,
                @Nullable RouteFacts route,
                LocalDate date,
                TechnicianFacts technician,
                Now now) {
            var there = new Assignment(
                    date, start, route, technician, visit.assignment().statusWhenPlanned());
            var flags = checks.checkAs(world, visit, there, now);
            return new Attempt(
                    Minutes.of(start),
                    flags.stream().anyMatch(flag -> flag.level() == Level.BLOCK),
                    flags.stream().filter(Flag::broken).count());
        }
    }
}
