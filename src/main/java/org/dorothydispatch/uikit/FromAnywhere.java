package org.dorothydispatch.uikit;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be done from every screen: a button in the rail and one key. The frame collects the beans of this
 * type and offers each to whoever may use it.
 */
public interface FromAnywhere {

    /** What it does, in a few words: "Write down what they said". */
    String words();

    /** Path of its picture. */
    String icon();

    /** One letter. It works wherever nobody is typing. */
    String key();

    /** Whether the person who is signed in may do it. */
    boolean offered();

    /** @param visit code of the visit that is selected on the screen, if any */
    void open(@Nullable String visit);
}
