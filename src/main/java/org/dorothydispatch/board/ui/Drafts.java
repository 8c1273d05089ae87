package org.dorothydispatch.board.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dorothydispatch.board.BoardPeriod;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.Proposal;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;

/** What a browser's draft becomes: shown, asked about, saved. The draft itself stays in the browser. */
class Drafts {

    private final BoardDesk desk;
    private final Consumer<DraftOutcome> told;
    private final BiConsumer<Map<String, Placement>, ProposalOutcome> moved;

    /**
     * @param told hears how a draft ended that a dialog was opened for
     * @param moved hears where the visits of a draft stood before it was saved, and what became of them
     */
    Drafts(BoardDesk desk, Consumer<DraftOutcome> told, BiConsumer<Map<String, Placement>, ProposalOutcome> moved) {
        this.desk = desk;
        this.told = told;
        this.moved = moved;
    }

    /** Shows what the moves would mean, and saves them if the person says so. */
    void review(List<DraftMove> moves, BoardPeriod shown) {
        try {
            open(new ProposalDialog.Draft(Proposal.Kind.MOVE, "", moves, null), shown);
        } catch (NotAllowed | IllegalArgumentException refusal) {
            told.accept(DraftOutcome.refused("", String.valueOf(refusal.getMessage())));
        }
    }

    /** Saves at once, unless a consent or a reason is missing. */
    DraftOutcome save(Proposal.Kind kind, String opId, List<DraftMove> moves, BoardPeriod shown) {
        var before = before(kind, moves);
        var outcome =
                desk.save(kind, opId, moves.stream().map(DraftMove::proposed).toList(), null);
        if (outcome.status() != Status.NEEDS) {
            if (outcome.accepted()) {
                Notices.done(outcome.sentence());
                moved.accept(before, outcome);
            }
            return ended(opId, outcome, moves, shown);
        }
        open(new ProposalDialog.Draft(kind, opId, moves, null), shown);
        return DraftOutcome.asked(opId);
    }

    private void open(ProposalDialog.Draft draft, BoardPeriod shown) {
        var before = before(draft.kind(), draft.moves());
        new ProposalDialog(desk, draft, desk.today(shown.offices().getFirst()), new ProposalDialog.End() {
                    @Override
                    public void saved(String opId, ProposalOutcome outcome) {
                        told.accept(ended(opId, outcome, draft.moves(), shown));
                        moved.accept(before, outcome);
                    }

                    @Override
                    public String back() {
                        return draft.kind() == Proposal.Kind.MOVE ? "Back to the draft" : "Cancel";
                    }

                    @Override
                    public void givenUp(List<String> leftOut) {
                        told.accept(DraftOutcome.givenUp(draft.opId(), leftOut));
                    }
                })
                .open();
    }

    /** Where the visits stand; of an undo or a redo nobody asks. */
    private Map<String, Placement> before(Proposal.Kind kind, List<DraftMove> moves) {
        var before = new LinkedHashMap<String, Placement>();
        if (kind == Proposal.Kind.MOVE) {
            moves.forEach(move -> desk.placement(move.visit()).ifPresent(there -> before.put(move.visit(), there)));
        }
        return before;
    }

    private DraftOutcome ended(String opId, ProposalOutcome outcome, List<DraftMove> moves, BoardPeriod shown) {
        var visits = moves.stream().map(DraftMove::visit).toList();
        return DraftOutcome.of(opId, outcome, desk.cards(visits, shown));
    }
}
