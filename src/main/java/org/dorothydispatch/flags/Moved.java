package org.dorothydispatch.flags;

import java.util.List;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.VisitFacts;

/**
 * One visit of a proposal in the world in which the proposal is done.
 *
 * @param before where it stands now; where it still stands in that world when it cannot be moved at all
 * @param standing its flags where it stands now
 * @param there its flags in that world
 * @param outcome what would become of it
 */
record Moved(
        ProposedMove move,
        VisitRow row,
        VisitFacts visit,
        Assignment before,
        List<Flag> standing,
        Assignment after,
        List<Flag> there,
        MoveOutcome outcome) {

    boolean elsewhere() {
        return !Places.placement(after).equals(Places.placement(before));
    }

    String name() {
        return visit.customer().calledName();
    }

    Moved with(MoveOutcome other) {
        return new Moved(move, row, visit, before, standing, after, there, other);
    }

    ProposalOutcome.Part part() {
        return new ProposalOutcome.Part(visit.code(), name(), outcome);
    }
}
