package org.dorothydispatch.rules;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every place there is for a visit, good or bad: each day and person of a horizon, and more starts than anybody works. */
final class NaivePlaces {

    private NaivePlaces() {}

    /** None before now, and not where the visit stands. */
    static List<Assignment> of(World world, VisitFacts visit, Horizon horizon, LocalDateTime now) {
        var present = visit.assignment();
        var all = new ArrayList<Assignment>();
        for (var date = horizon.from(); !date.isAfter(horizon.to()); date = date.plusDays(1)) {
            for (var technician : horizon.technicians()) {
                var route = Candidates.routeFor(world, visit, date, technician);
                for (var start : starts(visit)) {
                    boolean past = start == null
                            ? date.isBefore(now.toLocalDate())
                            : date.atTime(start).isBefore(now);
                    boolean stays = date.equals(present.date())
                            && technician == present.technician()
                            && Objects.equals(start, present.start());
                    if (!past && !stays) {
                        all.add(new Assignment(date, start, route, technician, present.status()));
                    }
                }
            }
        }
        return all;
    }

    /** The present start, every quarter of an hour while anybody works, and the bounds of windows; or no start at all. */
    private static List<LocalTime> starts(VisitFacts visit) {
        var starts = new ArrayList<LocalTime>();
        starts.add(visit.assignment().start());
        if (visit.assignment().start() != null) {
            for (int quarter = 0; quarter < 4 * 12; quarter++) {
                starts.add(LocalTime.of(6 + quarter / 4, quarter % 4 * 15));
            }
            visit.customer().preferences().stream()
                    .filter(wish -> wish.kind() == PreferenceKind.WINDOW)
                    .forEach(wish -> {
                        if (wish.from() != null) {
                            starts.add(wish.from());
                        }
                        if (wish.to() != null) {
                            starts.add(wish.to().minusMinutes(visit.minutes()));
                        }
                    });
        }
        return starts;
    }
}
