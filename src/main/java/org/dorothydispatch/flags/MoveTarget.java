package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit shall stand. Nothing at all means back to the tray.
 *
 * @param start blank chooses the best start of the day
 * @param technician blank takes the technician of the run
 */
public record MoveTarget(
        @Nullable String route,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable String technician) {

    private static final MoveTarget TRAY = new MoveTarget(null, null, null, null);

    /** Back among the unassigned. */
    public static MoveTarget tray() {
        return TRAY;
    }

    public boolean isTray() {
        return route == null && date == null && technician == null;
    }
}
