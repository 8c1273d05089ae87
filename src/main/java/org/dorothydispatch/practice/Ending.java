package org.dorothydispatch.practice;

import java.util.Locale;

/** How a story ends. */
public enum Ending {
    /** They stay, and have nothing to bear. */
    TRUSTS,
    /** They stay, with something to bear. */
    STAYS,
    /** They have borne enough. */
    CANCELS;

    /** As it is kept in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ending of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
