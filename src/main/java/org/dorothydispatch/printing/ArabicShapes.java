package org.dorothydispatch.printing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arabic letters change their shape with their neighbours. The PDF library does not know that, so they are replaced here
 * by Unicode's presentation forms, which our Arabic font has.
 */
final class ArabicShapes {

    /** A letter's shapes in this order; a letter with two never joins what follows it. */
    private static final int ALONE = 0;

    private static final int LAST = 1;
    private static final int FIRST = 2;
    private static final int BETWEEN = 3;

    private static final char LAM = 'ل';
    private static final char TATWEEL = 'ـ';
    private static final char JOINER = '\u200D';

    private static final Map<Character, String> SHAPES = new HashMap<>();
    private static final Map<Character, String> LAM_ALEF = new HashMap<>();

    private ArabicShapes() {}

    /** The text with every Arabic letter in the shape its neighbours ask for; other text stays as it is. */
    static String shape(String text) {
        if (text.chars().noneMatch(letter -> letter >= 0x600 && letter <= 0x6FF)) {
            return text;
        }
        var shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int next = afterMarks(text, i + 1);
            boolean joinedBefore = joinsNext(text, beforeMarks(text, i - 1));
            if (letter == LAM && next == i + 1 && next < text.length() && LAM_ALEF.containsKey(text.charAt(next))) {
                shaped.append(LAM_ALEF.get(text.charAt(next)).charAt(joinedBefore ? LAST : ALONE));
                i = next;
                continue;
            }
            var shapes = SHAPES.get(letter);
            if (shapes == null) {
                if (letter != JOINER) {
                    shaped.append(letter);
                }
                continue;
            }
            boolean joinsBefore = joinedBefore && shapes.length() > 1;
            boolean joinsAfter = shapes.length() > 2 && joinsPrevious(text, next);
            shaped.append(shapes.charAt(joinsBefore ? (joinsAfter ? BETWEEN : LAST) : joinsAfter ? FIRST : ALONE));
        }
        return shaped.toString();
    }

    private static boolean joinsNext(String text, int place) {
        if (place < 0) {
            return false;
        }
        char letter = text.charAt(place);
        return letter == TATWEEL
                || letter == JOINER
                || SHAPES.getOrDefault(letter, "").length() > 2;
    }

    private static boolean joinsPrevious(String text, int place) {
        if (place >= text.length()) {
            return false;
        }
        char letter = text.charAt(place);
        return letter == TATWEEL
                || letter == JOINER
                || SHAPES.getOrDefault(letter, "").length() > 1;
    }

    private static int afterMarks(String text, int place) {
        while (place < text.length() && Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK) {
            place++;
        }
        return place;
    }

    private static int beforeMarks(String text, int place) {
        while (place >= 0 && Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK) {
            place--;
        }
        // An alef that became one with the lam before it joins nothing, like every alef.
        return place;
    }

    static {
        // Unicode lists the shapes of a letter one after the other: alone, last, first, between.
        var found = new HashMap<Character, List<Character>>();
        for (int form = 0xFB50; form <= 0xFEF4; form++) {
            if (form == 0xFC00) {
                form = 0xFE80;
            }
            // Two shapes that Uighur alone uses stand apart from the others of their letter.
            if (form == 0xFBE8 || form == 0xFBE9) {
                continue;
            }
            var letter = Normalizer.normalize(String.valueOf((char) form), Normalizer.Form.NFKC);
            if (letter.length() == 1 && letter.charAt(0) != form) {
                found.computeIfAbsent(letter.charAt(0), any -> new ArrayList<>(4))
                        .add((char) form);
            }
        }
        found.forEach((letter, shapes) -> {
            var list = new StringBuilder();
            shapes.stream().limit(4).forEach(list::append);
            SHAPES.put(letter, list.toString());
        });
        for (int form = 0xFEF5; form <= 0xFEFB; form += 2) {
            var letters = Normalizer.normalize(String.valueOf((char) form), Normalizer.Form.NFKC);
            LAM_ALEF.put(letters.charAt(1), "" + (char) form + (char) (form + 1));
        }
    }
}
