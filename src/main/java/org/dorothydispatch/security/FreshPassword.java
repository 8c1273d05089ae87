package org.dorothydispatch.security;

import java.security.SecureRandom;

/** A password nobody chose, easy to read over the telephone: {@code k7mh-q2xv-9rtb}, 60 bits. */
public final class FreshPassword {

    /** Read aloud without doubt: no l, 1, o, 0. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshPassword() {}

    public static String next() {
        var text = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            if (group > 0) {
                text.append('-');
            }
            for (int letter = 0; letter < 4; letter++) {
                text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
        }
        return text.toString();
    }
}
