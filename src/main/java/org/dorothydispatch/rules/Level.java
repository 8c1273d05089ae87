package org.dorothydispatch.rules;

import java.util.Locale;

/** How much a broken rule weighs: the answer to a preference, or the level of a protocol; feasibility blocks. */
public enum Level {
    PROMISED,
    WILL_TRY,
    UNANSWERED,
    BLOCK,
    REASON,
    INFORM;

    /** The word in files and on screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
