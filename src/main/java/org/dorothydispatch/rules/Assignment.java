package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Where a visit stands, or might stand: day, time, route, person. Times are local to the customer's office. */
public record Assignment(
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable RouteFacts route,
        @Nullable TechnicianFacts technician,
        VisitStatus status) {

    public Assignment {
        Minutes.requireWhole(start);
    }

    public static Assignment unassigned() {
        return new Assignment(null, null, null, null, VisitStatus.UNASSIGNED);
    }

    /** The status a visit has once it stands somewhere: its own if that is live, else planned. */
    VisitStatus statusWhenPlanned() {
        return status.live() ? status : VisitStatus.PLANNED;
    }

    /** Planned, confirmed or done with a day and a person: there is something to judge. */
    public boolean judgeable() {
        return status.live() && date != null && technician != null;
    }
}
