package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import org.dorothydispatch.flags.MoveTarget;
import org.jspecify.annotations.Nullable;

/**
 * A visit let go over a run, or over the tray when neither route nor date is given.
 *
 * @param opId made by the browser once for this drop, so that a repeated one is done once
 * @param version of the visit as the browser knows it
 * @param start blank lets the server choose the best
 * @param technician blank takes who drives the run
 */
record DropCommand(
        String opId,
        String visit,
        int version,
        @Nullable String route,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable String technician) {

    MoveTarget target() {
        return route == null && date == null ? MoveTarget.tray() : new MoveTarget(route, date, start, technician);
    }
}
