package org.dorothydispatch.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with one lane. A hash costs its memory, so a flood of sign-ins would be a flood of memory: only a few are
 * computed at a time and the others wait their turn.
 */
class BoundedPasswordEncoder implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /**
     * What a hash costs whoever tries passwords. OWASP's cheat sheet on storing passwords calls these two equally strong.
     */
    enum Cost {
        MUCH_MEMORY(46, 1),
        LITTLE_MEMORY(19, 2);

        private final int memoryKib;
        private final int passes;

        Cost(int memoryMib, int passes) {
            this.memoryKib = memoryMib * 1024;
            this.passes = passes;
        }
    }

    private final Cost cost;
    private final PasswordEncoder argon2;
    private final Semaphore turns;
    private final long patienceSeconds;

    BoundedPasswordEncoder(Cost cost, int atOnce, long patienceSeconds) {
        this.cost = cost;
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, cost.memoryKib, cost.passes);
        this.turns = new Semaphore(atOnce, true);
        this.patienceSeconds = patienceSeconds;
    }

    /** A hash that no password has and that takes as long to compare as any other. */
    String hashOfNobody() {
        var random = new SecureRandom();
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        var text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(cost.memoryKib, cost.passes, text.encodeToString(salt), text.encodeToString(hash));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> argon2.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> argon2.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patienceSeconds, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("Too many people are signing in at this moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("The sign-in was interrupted.", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
