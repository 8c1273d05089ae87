package org.dorothydispatch.rules;

/** What the company said to a preference. */
public enum Answer implements Worded {
    UNANSWERED,
    PROMISED,
    WILL_TRY,
    DECLINED;

    public static Answer of(String word) {
        return Worded.of(Answer.class, word);
    }
}
