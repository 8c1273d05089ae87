package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A route as the rules see it, with its usual technician if it has one. */
public record RouteFacts(
        String code,
        String name,
        OfficeFacts office,
        @Nullable TechnicianFacts technician,
        Set<DayOfWeek> weekdays,
        @Nullable Integer maxStops)
        implements Coded {

    public RouteFacts {
        weekdays = Set.copyOf(weekdays);
    }
}
