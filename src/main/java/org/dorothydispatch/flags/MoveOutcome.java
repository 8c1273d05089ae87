package org.dorothydispatch.flags;

import java.util.List;
import org.dorothydispatch.schedule.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What became of a move.
 *
 * @param sentence what to tell the person
 * @param version of the visit now
 * @param flags the ones that refuse the move, or that need a consent or a reason
 * @param placement where the visit stands after an accepted move, where it would stand when something is needed, where
 *     it still stands otherwise; blank when nobody had time to look
 */
public record MoveOutcome(
        Status status,
        String sentence,
        int version,
        List<FlagRow> flags,
        @Nullable Placement placement) {

    /** Only {@code ACCEPTED} changed anything. */
    public enum Status {
        ACCEPTED,
        NEEDS,
        REFUSED,
        STALE
    }

    public boolean accepted() {
        return status == Status.ACCEPTED;
    }
}
