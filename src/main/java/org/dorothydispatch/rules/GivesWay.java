package org.dorothydispatch.rules;

import java.util.Locale;

/** What a customer may let go of when not everything can be had. */
public enum GivesWay {
    DAY,
    TIME,
    NOTICE,
    PERSON;

    /** The word the bundle uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GivesWay of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
