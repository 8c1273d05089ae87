package org.dorothydispatch.rules;

import java.util.Locale;

/** Who minds when a rule is broken. */
public enum Side {
    COMPANY,
    CUSTOMER,
    FEASIBILITY;

    /** The word in files and on screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
