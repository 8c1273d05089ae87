package org.dorothydispatch.listening;

/** Somebody else settled the sentence first. The message says so. */
public final class HeardChanged extends RuntimeException {

    HeardChanged(String sentence) {
        super(sentence);
    }
}
