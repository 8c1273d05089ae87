package org.dorothydispatch.preference;

/** Somebody else changed the preference first. The message says who. */
public final class PreferenceChanged extends RuntimeException {

    PreferenceChanged(String sentence) {
        super(sentence);
    }
}
