package org.dorothydispatch.rules;

import java.util.Locale;

/** A constant that files, the database and the screen call by its name in small letters. */
interface Worded {

    String name();

    /** The word in files and on screen. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when nothing of this type has the word */
    static <E extends Enum<E> & Worded> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
