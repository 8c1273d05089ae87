package org.dorothydispatch.workforce;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named territory of an office.
 *
 * @param technician the code of the usual technician
 * @param weekdays the ones in effect, Monday to Friday where none are written
 */
public record RouteRow(
        String code,
        String office,
        String name,
        @Nullable String technician,
        Set<DayOfWeek> weekdays,
        @Nullable Integer maxStops,
        Integer version) {}
