package org.dorothydispatch.flags;

import java.util.List;

/**
 * One visit of a proposal, and where it shall stand.
 *
 * @param expectedVersion the version the person saw
 */
public record ProposedMove(
        String visit, int expectedVersion, MoveTarget target, List<ConsentGiven> consents, List<ReasonGiven> reasons) {

    public ProposedMove {
        consents = List.copyOf(consents);
        reasons = List.copyOf(reasons);
    }

    /** A move with nothing to explain. */
    public ProposedMove(String visit, int expectedVersion, MoveTarget target) {
        this(visit, expectedVersion, target, List.of(), List.of());
    }
}
