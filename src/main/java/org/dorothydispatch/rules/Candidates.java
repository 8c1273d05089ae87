package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The places in a horizon where a visit might stand instead; whether they are any good is another question. */
public final class Candidates {

    /** Starts are proposed on the quarter of an hour. */
    private static final int STEP = 15;

    private Candidates() {}

    /** Every place but the present one that is not in the past and for which the person is at work that day. */
    static List<Assignment> of(World world, VisitFacts visit, Now now, Horizon horizon) {
        var present = visit.assignment();
        var wallTime = now.in(visit.customer().office().zone());
        var today = wallTime.toLocalDate();
        var places = new ArrayList<Assignment>();
        var first = horizon.from().isBefore(today) ? today : horizon.from();
        for (var date = first; !date.isAfter(horizon.to()); date = date.plusDays(1)) {
            for (var technician : horizon.technicians()) {
                if (!technician.worksOn(date)) {
                    continue;
                }
                var route = routeFor(world, visit, date, technician);
                boolean sameRun = date.equals(present.date()) && Coded.same(technician, present.technician());
                for (var start : starts(visit, technician)) {
                    boolean past = start != null && date.atTime(start).isBefore(wallTime);
                    if (!past && !(sameRun && Objects.equals(start, present.start()))) {
                        places.add(new Assignment(date, start, route, technician, present.statusWhenPlanned()));
                    }
                }
            }
        }
        return places;
    }

    /** The starts on the quarter of an hour at which a visit of this length fits into the shift. */
    static IntStream quarters(TechnicianFacts technician, int minutes) {
        int first = Math.ceilDiv(Minutes.of(technician.shiftStart()), STEP) * STEP;
        int last = Minutes.of(technician.shiftEnd()) - minutes;
        return IntStream.iterate(first, start -> start <= last, start -> start + STEP);
    }

    private static Collection<@Nullable LocalTime> starts(VisitFacts visit, TechnicianFacts technician) {
        var present = visit.assignment().start();
        if (present == null) {
            return Collections.singletonList(null);
        }
        var starts = new TreeSet<LocalTime>();
        starts.add(present);
        quarters(technician, visit.minutes()).mapToObj(Minutes::time).forEach(starts::add);
        for (var wish : visit.customer().preferences()) {
            if (wish.kind() == PreferenceKind.WINDOW) {
                if (wish.from() != null) {
                    starts.add(wish.from());
                }
                if (wish.to() != null && Minutes.of(wish.to()) >= visit.minutes()) {
                    starts.add(wish.to().minusMinutes(visit.minutes()));
                }
            }
        }
        return starts;
    }

    /**
     * The route on which a technician would serve the visit that day: the one most of their visits of the day are on,
     * else one they usually drive on that weekday (the present one or the agreement's if it is among these), else the
     * present one.
     */
    public static @Nullable RouteFacts routeFor(
            World world, VisitFacts visit, LocalDate date, TechnicianFacts technician) {
        var present = visit.assignment().route();
        var agreed = visit.agreement() == null ? null : visit.agreement().route();
        var driven = world.technicianDay(technician, date).stream()
                .filter(other -> other != visit)
                .map(other -> other.assignment().route())
                .filter(Objects::nonNull)
                .toList();
        var mostDriven = driven.stream()
                .max(Comparator.<RouteFacts>comparingLong(route -> driven.stream()
                                .filter(other -> Coded.same(other, route))
                                .count())
                        .thenComparing(RouteFacts::code));
        return mostDriven
                .or(() -> world.usualRoutes(technician).stream()
                        .filter(route -> route.weekdays().contains(date.getDayOfWeek()))
                        .min(Comparator.<RouteFacts, Boolean>comparing(route -> !Coded.same(route, present))
                                .thenComparing(route -> !Coded.same(route, agreed))
                                .thenComparing(RouteFacts::code)))
                .orElse(present);
    }
}
