package org.dorothydispatch.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down and never locks anybody out. Three counters: an account from one address (free for 3 failures),
 * an account from anywhere (20), an address with any account (30). After that the wait doubles from one second to a
 * minute, which keeps an account below 100 guesses an hour. An hour without a failure forgets.
 *
 * <p>Somebody who has signed in from an address before is only slowed by the first counter there, so that a stranger
 * elsewhere cannot keep them waiting. Attempts during a wait are refused unread and do not lengthen it. The counters
 * live in the memory of one node and are bounded.
 */
@Component
class SignInThrottle {

    private static final int PAIR_FREE = 3;
    private static final int ACCOUNT_FREE = 20;
    private static final int ADDRESS_FREE = 30;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Failures> counters = bounded();
    private final Map<String, Boolean> knownPairs = bounded();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Zero when the attempt may go on; it is then booked as a failure until {@link #succeeded} says otherwise, so that
     * many attempts at once do not slip through together. Else how long to wait.
     */
    synchronized Duration admit(String account, String address) {
        var now = clock.instant();
        var pair = counter("pair " + account + " " + address, PAIR_FREE);
        var anywhere = counter("account " + account, ACCOUNT_FREE);
        var anybody = counter("address " + address, ADDRESS_FREE);
        var wait = pair.wait(now);
        if (!knownPairs.containsKey(account + " " + address)) {
            wait = longer(wait, longer(anywhere.wait(now), anybody.wait(now)));
        }
        if (wait.isZero()) {
            pair.book(now);
            anywhere.book(now);
            anybody.book(now);
        }
        return wait;
    }

    synchronized void succeeded(String account, String address) {
        counters.remove("pair " + account + " " + address);
        counter("account " + account, ACCOUNT_FREE).unbook();
        counter("address " + address, ADDRESS_FREE).unbook();
        knownPairs.put(account + " " + address, true);
    }

    private Failures counter(String key, int free) {
        return counters.computeIfAbsent(key, ignored -> new Failures(free));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private static final class Failures {

        private final int free;
        private int count;
        private Instant last = Instant.EPOCH;

        Failures(int free) {
            this.free = free;
        }

        Duration wait(Instant now) {
            if (Duration.between(last, now).compareTo(FORGET_AFTER) > 0) {
                count = 0;
            }
            if (count < free) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(count - free, 10));
            var until = last.plus(longer(Duration.ZERO, doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled));
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        }

        void book(Instant now) {
            count++;
            last = now;
        }

        void unbook() {
            count = Math.max(0, count - 1);
        }
    }
}
