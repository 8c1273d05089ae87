package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.notification.Notification;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dorothydispatch.flags.LaterVisits.Offer;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.Proposal;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Asks after a move whether it is meant for the agreement's later visits too, in one sentence with one button, and brings
 * them along through the preview that every draft goes through.
 */
final class FromNowOn {

    private final BoardDesk desk;
    private final Consumer<List<SavedMove>> saved;
    private @Nullable Notification asking;

    /** @param saved hears what was changed, which is one change to take back */
    FromNowOn(BoardDesk desk, Consumer<List<SavedMove>> saved) {
        this.desk = desk;
        this.saved = saved;
    }

    /** Asks, if there is something to ask; a question about an earlier move is no longer asked. */
    void ask(String visit, @Nullable Placement before, MoveOutcome outcome) {
        if (asking != null) {
            asking.close();
            asking = null;
        }
        if (outcome.accepted() && before != null && !before.equals(outcome.placement())) {
            desk.fromNowOn(visit, before)
                    .ifPresent(offer -> asking = Notices.offer(
                            "Also from now on? " + offer.sentence(), "Look at it", () -> answer(visit, before)));
        }
    }

    /** The plan has gone on since the question was put; the move itself may have been taken back. */
    private void answer(String visit, Placement before) {
        desk.fromNowOn(visit, before)
                .ifPresentOrElse(
                        this::open,
                        () -> Notices.done("No later visit stands as this one did before. All is as it is now."));
    }

    /** Lets the visits that stand on another route follow what was agreed. */
    void asAgreed(Offer offer) {
        open(offer);
    }

    private void open(Offer offer) {
        var moves = offer.moves().stream()
                .map(move -> new DraftMove(
                        move.visit(),
                        move.expectedVersion(),
                        move.target().route(),
                        move.target().date(),
                        move.target().start(),
                        move.target().technician()))
                .toList();
        var before = new HashMap<String, Placement>();
        moves.forEach(move -> desk.placement(move.visit()).ifPresent(there -> before.put(move.visit(), there)));
        try {
            new ProposalDialog(
                            desk,
                            new ProposalDialog.Draft(Proposal.Kind.MOVE, "", moves, offer.agreed()),
                            desk.todayOf(moves.getFirst().visit()),
                            new ProposalDialog.End() {
                                @Override
                                public void saved(String opId, ProposalOutcome outcome) {
                                    saved.accept(changes(outcome, before));
                                }

                                @Override
                                public void givenUp(List<String> leftOut) {
                                    // Nothing was changed, and the move itself stays as it is.
                                }
                            })
                    .open();
        } catch (IllegalArgumentException refusal) {
            Notices.problem(refusal.getMessage());
        }
    }

    private static List<SavedMove> changes(ProposalOutcome outcome, HashMap<String, Placement> before) {
        return outcome.parts().stream()
                .flatMap(part -> change(part, Optional.ofNullable(before.get(part.visit()))).stream())
                .toList();
    }

    private static Optional<SavedMove> change(ProposalOutcome.Part part, Optional<Placement> before) {
        var after = part.outcome().placement();
        return before.filter(there -> after != null)
                .map(there -> new SavedMove(
                        part.visit(),
                        part.name(),
                        SavedMove.Place.of(there),
                        SavedMove.Place.of(after),
                        part.outcome().version() - (there.equals(after) ? 0 : 1),
                        part.outcome().version()));
    }
}
