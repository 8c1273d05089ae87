package org.dorothydispatch.shell;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Details go to the log, a reference to the person. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trouble() {}

    /** Logs the failure and answers with the reference it is found by. */
    static String logged(Throwable failure) {
        var reference = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        LOG.error("Reference {}", reference, failure);
        return reference.toString();
    }
}
