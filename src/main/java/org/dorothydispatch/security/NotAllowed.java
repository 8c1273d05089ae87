package org.dorothydispatch.security;

/** Somebody asked for what is not theirs. The message is one plain sentence that may be shown as it is. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String sentence) {
        super(sentence);
    }
}
