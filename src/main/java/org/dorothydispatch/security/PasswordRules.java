package org.dorothydispatch.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: 8 characters or more, and not one of those that are tried first. No rules about capitals
 * and digits, and no end of its life: both make people choose worse ones.
 *
 * <p>Common passwords are a word with ornaments, so the list holds the words, and ornaments are taken off before it is
 * asked: {@code P@ssw0rd2026!} is {@code password}.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 8;
    /** Long enough for any sentence, short enough that hashing it costs no more than hashing. */
    static final int LONGEST = 200;

    private static final String KEYBOARD =
            "qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop 1234567890 1qaz2wsx3edc4rfv5tgb6yhn7ujm 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0 abcdefghijklmnopqrstuvwxyz";

    private final Set<String> commonWords;

    PasswordRules() {
        try {
            commonWords = Arrays.stream(new ClassPathResource("security/common-passwords.txt")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("The list of common passwords is missing from the program.", e);
        }
    }

    /** @throws UserRefused with a sentence that says what to do */
    void check(String password, String username, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new UserRefused(
                    "A password has at least %d characters. A short sentence is easy to remember.".formatted(SHORTEST));
        }
        if (length > LONGEST) {
            throw new UserRefused("A password has at most %d characters.".formatted(LONGEST));
        }
        if (common(password)) {
            throw new UserRefused("This password is among the first that anybody would try. Choose another one.");
        }
        if (tells(password, username) || tells(password, name)) {
            throw new UserRefused("This password is close to the name of its owner. Choose another one.");
        }
    }

    private boolean common(String password) {
        var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var compact = plain.replaceAll("[\\s\\p{Punct}&&[^@$!+]]", "");
        return plain.chars().distinct().count() <= 3
                || repeatsOrWalks(compact)
                // A date or a telephone number.
                || compact.matches("\\d{1,11}")
                || commonWords.contains(bare(compact))
                || commonWords.contains(bare(unmask(compact)));
    }

    /** The word in the middle: ornaments of digits and signs off both ends. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String unmask(String text) {
        // Trailing digits are ornaments (password1), digits inside are masks (passw0rd).
        return text.replaceAll("[\\d!+]+$", "")
                .replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('+', 't')
                .replace('7', 't');
    }

    /** {@code 12345678}, {@code qwertyui}, {@code abcabcabc}, {@code 87654321qwerty}: few pieces of a keyboard row. */
    private static boolean repeatsOrWalks(String text) {
        int half = text.length() / 2;
        for (int period = 1; period <= half; period++) {
            if (text.regionMatches(0, text, period, text.length() - period)) {
                return true;
            }
        }
        int pieces = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && onKeyboard(text.substring(from, to + 1))) {
                to++;
            }
            if (to - from < 3) {
                return false;
            }
            pieces++;
            from = to;
        }
        return pieces <= 3;
    }

    private static boolean onKeyboard(String text) {
        return KEYBOARD.contains(text)
                || KEYBOARD.contains(new StringBuilder(text).reverse())
                || text.chars().distinct().count() == 1;
    }

    private static boolean tells(String password, String owner) {
        var about = letters(password);
        return Arrays.stream(owner.split("[\\s._@-]+"))
                .map(PasswordRules::letters)
                .anyMatch(word -> word.length() >= 4 && about.replace(word, "").length() < 3 && about.contains(word));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
