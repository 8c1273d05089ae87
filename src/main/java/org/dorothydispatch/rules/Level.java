package org.dorothydispatch.rules;

/** How much a broken rule weighs: the answer to a preference, or the level of a protocol; feasibility blocks. */
public enum Level implements Worded {
    PROMISED,
    WILL_TRY,
    UNANSWERED,
    BLOCK,
    REASON,
    INFORM;

    public static Level of(String word) {
        return Worded.of(Level.class, word);
    }
}
