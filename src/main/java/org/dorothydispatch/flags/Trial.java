package org.dorothydispatch.flags;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.World;

/**
 * A proposal done in memory: the world as it would be, and what the checks say of it.
 *
 * @param affected every visit whose flags the proposal can change, its own among them
 * @param kept what is kept of the affected visits now
 * @param judged what the checks say of them in that world
 */
record Trial(
        World world,
        List<Moved> moved,
        Set<String> affected,
        Map<String, Judgement> kept,
        Map<String, Judgement> judged) {

    boolean stale() {
        return moved.stream().anyMatch(one -> one.outcome().status() == Status.STALE);
    }

    ProposalOutcome outcome(Proposal.Kind kind) {
        return ProposalOutcome.of(kind, moved.stream().map(Moved::part).toList());
    }
}
