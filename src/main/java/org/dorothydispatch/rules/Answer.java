package org.dorothydispatch.rules;

import java.util.Locale;

/** What the company said to a preference. */
public enum Answer {
    UNANSWERED,
    PROMISED,
    WILL_TRY,
    DECLINED;

    /** The word the bundle uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Answer of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
