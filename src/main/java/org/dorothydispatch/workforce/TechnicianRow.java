package org.dorothydispatch.workforce;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A technician; weekdays and shift are the ones in effect, the usual ones where none are written.
 *
 * @param skills as the bundle writes them: {@code rodent} or {@code rodent@2027-06-30}
 */
public record TechnicianRow(
        String code,
        String name,
        String office,
        List<String> skills,
        List<String> languages,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Set<DayOfWeek> weekdays,
        LocalTime shiftStart,
        LocalTime shiftEnd,
        @Nullable String phone,
        @Nullable String email,
        Integer version) {}
