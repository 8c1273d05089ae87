package org.dorothydispatch.flags;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;

/**
 * Lets so many write at once and tries again what the database stopped. Writers wait for each other here and not in the
 * connection pool, where they would starve everybody who reads.
 */
final class Turns {

    private static final int ATTEMPTS = 5;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore atOnce;

    Turns(int atOnce) {
        this.atOnce = new Semaphore(atOnce, true);
    }

    /**
     * Tries again, each time anew, when the database stopped one of two changes that waited for each other. Empty when it
     * was never this one's turn, or when it never came through.
     */
    <T> Optional<T> take(Supplier<T> attempt) {
        try {
            if (atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return repeated(attempt);
                } finally {
                    atOnce.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static <T> Optional<T> repeated(Supplier<T> attempt) throws InterruptedException {
        for (int i = 1; i <= ATTEMPTS; i++) {
            try {
                return Optional.of(attempt.get());
            } catch (TransientDataAccessException e) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(10, 20L + 40L * i));
            }
        }
        return Optional.empty();
    }
}
