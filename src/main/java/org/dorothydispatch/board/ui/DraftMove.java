package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.flags.ConsentGiven;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.ProposedMove;
import org.dorothydispatch.flags.ReasonGiven;
import org.jspecify.annotations.Nullable;

/**
 * One move of a draft, as the browser keeps it. Without route, day and technician the visit goes back to the tray.
 *
 * @param version of the visit as the browser knows it
 * @param start blank lets the server choose the best
 * @param technician blank takes whoever drives the run
 */
record DraftMove(
        String visit,
        int version,
        @Nullable String route,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable String technician) {

    ProposedMove proposed() {
        return proposed(List.of(), List.of());
    }

    ProposedMove proposed(List<ConsentGiven> consents, List<ReasonGiven> reasons) {
        return new ProposedMove(visit, version, new MoveTarget(route, date, start, technician), consents, reasons);
    }
}
