package org.dorothydispatch.listening;

import java.util.Locale;

/** How a sentence reached us. */
public enum Channel {
    PHONE("on the phone"),
    DESK("at the desk"),
    VISIT("at a visit"),
    SALE("at the sale"),
    EMAIL("by e-mail"),
    MESSAGE("by message"),
    OTHER("otherwise");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /** As people say it: "on the phone". */
    public String words() {
        return words;
    }

    /** As files and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
