package org.dorothydispatch.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** This account or address has failed too often just now; the password was not looked at. */
class TooManyTries extends AuthenticationException {

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries.");
        this.wait = wait;
    }

    /** Whole seconds, rounded up, so that trying again after them works. */
    long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
