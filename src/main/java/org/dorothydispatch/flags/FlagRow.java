package org.dorothydispatch.flags;

import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.Side;

/**
 * A flag of a visit, as it is kept and shown.
 *
 * @param code the preference or protocol; blank for feasibility
 * @param message one plain sentence
 * @param shortMessage a few words for the board
 */
public record FlagRow(
        String visit,
        Side side,
        String kind,
        String code,
        Outcome outcome,
        Level level,
        String message,
        String shortMessage) {

    static FlagRow of(Flag flag) {
        return new FlagRow(
                flag.visit(),
                flag.side(),
                flag.kind(),
                flag.code(),
                flag.outcome(),
                flag.level(),
                flag.message(),
                Judge.fewWords(flag.shortMessage()));
    }

    public boolean broken() {
        return outcome == Outcome.BROKEN;
    }

    /** Cannot be kept by anyone. */
    public boolean blocks() {
        return broken() && level == Level.BLOCK;
    }
}
