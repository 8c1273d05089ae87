package org.dorothydispatch.security;

/** A user cannot be stored like this; the message says in one plain sentence what to change. */
public class UserRefused extends RuntimeException {

    public UserRefused(String sentence) {
        super(sentence);
    }
}
