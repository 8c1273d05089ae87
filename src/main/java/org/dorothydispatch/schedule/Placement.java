package org.dorothydispatch.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit stands: on which run, when, with whom. Times are local to the customer's office.
 *
 * @param status as the bundle writes it: {@code unassigned}, {@code planned}, {@code confirmed} …
 */
public record Placement(
        @Nullable String route,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable String technician,
        String status) {}
