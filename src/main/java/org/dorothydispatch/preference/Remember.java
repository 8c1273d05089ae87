package org.dorothydispatch.preference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody should remember who goes to a customer on a day: what stands in the customer's file, and what they asked
 * to be remembered.
 */
public record Remember(List<String> words) {

    public Remember {
        words = List.copyOf(words);
    }

    /** @param file what the customer's file says; blank lines count as nothing */
    public static Remember of(@Nullable String file, List<PreferenceRow> wishes, LocalDate date) {
        var words = new ArrayList<String>();
        add(words, file);
        for (var wish : wishes) {
            if (wish.kind().equals("REMEMBER") && !wish.answer().equals("declined") && wish.appliesOn(date)) {
                add(words, wish.words());
            }
        }
        return new Remember(words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Tells these words from any others; empty when there are none. Whoever has read them has read this mark. */
    public String mark() {
        if (words.isEmpty()) {
            return "";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var line : words) {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(List<String> lines, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            lines.add(words);
        }
    }
}
