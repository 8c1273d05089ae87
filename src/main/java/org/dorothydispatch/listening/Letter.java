package org.dorothydispatch.listening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What we say back to a customer, from a person to a person.
 *
 * @param to what they like to be called
 * @param email where it can be sent; null when nobody knows
 * @param text plain lines, without markup
 */
public record Letter(String customer, String to, @Nullable String email, String subject, String text) {

    /** Where the screen of a letter to a customer is. */
    public static String address(String customer) {
        return "letter?code=" + URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }
}
