package org.dorothydispatch.board.ui;

import java.util.List;
import java.util.Locale;
import org.dorothydispatch.board.Card;
import org.dorothydispatch.flags.ProposalOutcome;

/**
 * What became of a draft. Only {@code accepted} changed anything; every other end leaves the draft with its author.
 *
 * @param opId the number the board sent; of a review, the number under which it was saved
 * @param status {@code accepted}, {@code refused} or {@code stale}; {@code asked} when a dialog is open now and the end
 *     will be told later; {@code given-up} when it was closed without saving
 * @param cards the visits as they stand now, as far as they are on this board
 * @param visits of an accepted draft the ones that were saved: what is missing was left out and is no longer wanted; of
 *     one given up the ones that were left out; else the ones that keep it from being saved
 */
record DraftOutcome(String opId, String status, String sentence, List<Card> cards, List<String> visits) {

    static DraftOutcome of(String opId, ProposalOutcome outcome, List<Card> cards) {
        return new DraftOutcome(
                opId,
                outcome.status().name().toLowerCase(Locale.ROOT),
                outcome.sentence(),
                cards,
                outcome.parts().stream().map(ProposalOutcome.Part::visit).toList());
    }

    static DraftOutcome refused(String opId, String sentence) {
        return new DraftOutcome(opId, "refused", sentence, List.of(), List.of());
    }

    static DraftOutcome asked(String opId) {
        return new DraftOutcome(opId, "asked", "", List.of(), List.of());
    }

    static DraftOutcome givenUp(String opId, List<String> leftOut) {
        return new DraftOutcome(opId, "given-up", "Nothing was saved.", List.of(), leftOut);
    }
}
