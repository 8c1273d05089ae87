package org.dorothydispatch.shared;

/** One of the two lights of an assignment; the ordinal is what the database and the board carry. */
public enum Light {
    GREEN,
    AMBER,
    RED;

    public static Light of(int number) {
        return values()[number];
    }

    /** The louder of the two. */
    public Light or(Light other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
