package org.dorothydispatch.security;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Slows the guessing of addresses that need no sign-in, as sign-ins are slowed: a good one is not counted. */
@Component
public class SecretAddresses {

    private final SignInThrottle throttle;

    SecretAddresses(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    /** Too many addresses from there were wrong just now; this one was not looked at. */
    public static final class SlowDown extends RuntimeException {

        private final Duration wait;

        SlowDown(Duration wait) {
            super("Too many tries.");
            this.wait = wait;
        }

        /** Whole seconds, rounded up, so that trying again after them works. */
        public long seconds() {
            return wait.plusMillis(999).toSeconds();
        }
    }

    /**
     * What stands behind an address, if it is a good one.
     *
     * @param from the network address of whoever asks
     * @throws SlowDown when it was not looked at
     */
    public <T> Optional<T> look(String from, Supplier<Optional<T>> behind) {
        // An account of each asker's own: strangers elsewhere must not slow down the calendar of a technician.
        var account = "secret address from " + from;
        var wait = throttle.admit(account, from);
        if (!wait.isZero()) {
            throw new SlowDown(wait);
        }
        var found = behind.get();
        if (found.isPresent()) {
            throttle.succeeded(account, from);
        }
        return found;
    }
}
