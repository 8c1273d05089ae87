package org.dorothydispatch.board.ui;

import java.util.Locale;
import org.dorothydispatch.board.Card;
import org.dorothydispatch.flags.MoveOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a drop.
 *
 * @param status {@code accepted}, {@code needs}, {@code refused} or {@code stale}
 * @param card the visit as it stands now, null when it is not to be seen
 */
record DropOutcome(String status, String sentence, @Nullable Card card) {

    static DropOutcome of(MoveOutcome outcome, @Nullable Card card) {
        return new DropOutcome(outcome.status().name().toLowerCase(Locale.ROOT), outcome.sentence(), card);
    }
}
