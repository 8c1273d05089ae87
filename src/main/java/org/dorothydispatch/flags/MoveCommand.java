package org.dorothydispatch.flags;

import java.util.List;

/**
 * Somebody wants a visit to stand elsewhere: a proposal of one.
 *
 * @param opId made by the sender, once for each intention; a command that comes twice is done once. At most 64
 *     characters
 * @param expectedVersion the version the person saw
 */
public record MoveCommand(
        String opId,
        String visit,
        int expectedVersion,
        MoveTarget target,
        List<ConsentGiven> consents,
        List<ReasonGiven> reasons) {

    public MoveCommand {
        consents = List.copyOf(consents);
        reasons = List.copyOf(reasons);
    }

    /** A move with nothing to explain. */
    public MoveCommand(String opId, String visit, int expectedVersion, MoveTarget target) {
        this(opId, visit, expectedVersion, target, List.of(), List.of());
    }

    Proposal proposal() {
        return new Proposal(
                opId, Proposal.Kind.MOVE, List.of(new ProposedMove(visit, expectedVersion, target, consents, reasons)));
    }
}
