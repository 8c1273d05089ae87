package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.notification.Notification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Asks after a move, or a draft of several, whether it is meant for the agreement's later visits too, in one sentence with
 * one button, and brings them along through the preview that every draft goes through.
 */
final class FromNowOn {

    /** So many customers are named in the question. */
    private static final int NAMED = 3;

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
        ask(
                outcome.accepted() && before != null && !before.equals(outcome.placement())
                        ? List.of(new Left(visit, before))
                        : List.of());
    }

    /** Asks once about all visits of a draft that was saved, and then goes from customer to customer. */
    void ask(Map<String, Placement> before, ProposalOutcome outcome) {
        ask(outcome.parts().stream()
                .filter(part -> part.outcome().accepted())
                .filter(part -> before.containsKey(part.visit())
                        && !before.get(part.visit()).equals(part.outcome().placement()))
                .map(part -> new Left(part.visit(), before.get(part.visit())))
                .toList());
    }

    /** A visit that was moved, and where it stood. */
    private record Left(String visit, Placement before) {}

    private void ask(List<Left> moved) {
        if (asking != null) {
            asking.close();
            asking = null;
        }
        var offers = moved.stream()
                .flatMap(left -> desk.fromNowOn(left.visit(), left.before()).stream())
                .map(Offer::sentence)
                .distinct()
                .limit(NAMED + 1L)
                .toList();
        if (!offers.isEmpty()) {
            var sentence = "Also from now on? " + String.join(" ", offers.subList(0, Math.min(NAMED, offers.size())));
            asking = Notices.offer(
                    offers.size() > NAMED ? sentence + " And so do others." : sentence,
                    offers.size() == 1 ? "Look at it" : "Look at them, one by one",
                    () -> answer(moved, false));
        }
    }

    /** The plan has gone on since the question was put; the move itself may have been taken back. */
    private void answer(List<Left> moved, boolean shown) {
        for (int i = 0; i < moved.size(); i++) {
            var offer = desk.fromNowOn(moved.get(i).visit(), moved.get(i).before());
            if (offer.isPresent()) {
                var rest = moved.subList(i + 1, moved.size());
                open(offer.get(), () -> answer(rest, true));
                return;
            }
        }
        if (!shown) {
            Notices.done("No later visit stands as this one did before. All is as it is now.");
        }
    }

    /** Lets the visits that stand on another route follow what was agreed. */
    void asAgreed(Offer offer) {
        open(offer, () -> {});
    }

    private void open(Offer offer, Runnable then) {
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
                                    then.run();
                                }

                                @Override
                                public void givenUp(List<String> leftOut) {
                                    // Nothing was changed, and the move itself stays as it is.
                                    then.run();
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
