package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know who has lifted some visits.
 *
 * @param visits the visits in the air; the first is the one under the hand
 * @param versions theirs, as the person saw them; empty when it does not matter
 * @param offices whose places are asked for
 * @param from the first of the days asked for
 * @param day asks for this day alone, and for each quarter of an hour of it
 * @param draft moves that are not saved yet: the answer is what would be if they were
 * @param keepTime the visits keep their own starts wherever they go
 */
public record VerdictQuestion(
        List<String> visits,
        List<Integer> versions,
        List<String> offices,
        LocalDate from,
        int days,
        Rows by,
        @Nullable LocalDate day,
        List<ProposedMove> draft,
        boolean keepTime) {

    /** More than a route has in a week, and few enough for a quick answer. */
    private static final int MOST_VISITS = 200;

    /** What a row of the board is. */
    public enum Rows {
        ROUTES,
        TECHNICIANS
    }

    public VerdictQuestion {
        visits = List.copyOf(visits);
        versions = List.copyOf(versions);
        offices = List.copyOf(offices);
        draft = List.copyOf(draft);
        if (visits.isEmpty() || visits.size() > MOST_VISITS) {
            throw new IllegalArgumentException(
                    "Between 1 and %d visits can be lifted at once, not %d.".formatted(MOST_VISITS, visits.size()));
        }
        if (draft.size() > Proposal.MOST_MOVES) {
            throw new IllegalArgumentException("A draft has at most %d moves, and this has %d. Save some of them first."
                    .formatted(Proposal.MOST_MOVES, draft.size()));
        }
    }

    /** One visit, over every run of some days. */
    public static VerdictQuestion of(String visit, List<String> offices, LocalDate from, int days) {
        return new VerdictQuestion(List.of(visit), List.of(), offices, from, days, Rows.ROUTES, null, List.of(), false);
    }
}
