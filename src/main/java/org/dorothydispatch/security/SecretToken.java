package org.dorothydispatch.security;

import java.security.SecureRandom;
import java.util.Base64;

/** What opens a door to whoever has it: 256 random bits, in letters that stand in an address as they are. */
final class SecretToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    static String make() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
