package org.dorothydispatch.rules;

/** What a customer may let go of when not everything can be had. */
public enum GivesWay implements Worded {
    DAY,
    TIME,
    NOTICE,
    PERSON;

    public static GivesWay of(String word) {
        return Worded.of(GivesWay.class, word);
    }
}
