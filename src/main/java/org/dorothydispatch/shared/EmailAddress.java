package org.dorothydispatch.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed for an e-mail address. */
public final class EmailAddress {

    /** One address and nothing else: what goes on after it would be another header of a letter. */
    private static final Pattern ONE = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");

    private EmailAddress() {}

    /** Whether it can be one. */
    public static boolean canBe(@Nullable String text) {
        return text != null && ONE.matcher(text).matches();
    }
}
