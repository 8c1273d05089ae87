package org.dorothydispatch.rules;

/** Who minds when a rule is broken. */
public enum Side implements Worded {
    COMPANY,
    CUSTOMER,
    FEASIBILITY;

    public static Side of(String word) {
        return Worded.of(Side.class, word);
    }
}
