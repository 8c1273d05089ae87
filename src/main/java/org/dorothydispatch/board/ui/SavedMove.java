package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import org.dorothydispatch.schedule.Placement;
import org.jspecify.annotations.Nullable;

/** One visit of a change that a dialog saved, as the element keeps it to take it back. The visit need not be on the board. */
record SavedMove(String visit, String name, Place before, Place after, int base, int version) {

    record Place(
            @Nullable String route,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            @Nullable String technician) {

        static Place of(Placement placement) {
            return new Place(placement.route(), placement.date(), placement.start(), placement.technician());
        }
    }
}
