package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A visit let go over a run.
 *
 * @param opId made by the browser once for this drop, so that a repeated one is done once
 * @param version of the visit as the browser knows it
 * @param start blank lets the server choose the best
 */
record DropCommand(
        String opId,
        String visit,
        int version,
        String route,
        LocalDate date,
        @Nullable LocalTime start) {}
