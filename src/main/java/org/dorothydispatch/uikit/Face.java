package org.dorothydispatch.uikit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * A person as a small round face: initials on a colour that stays theirs. The element of the board draws the same face
 * from the same two functions, {@link #colourOf} and {@link #initialsOf}.
 */
public class Face extends Span {

    /** How many colours there are: {@code --dorothy-face-0} to {@code --dorothy-face-9} of the stylesheet. */
    public static final int COLOURS = 10;

    /** What the sizes are called in the stylesheet. */
    public enum Size {
        SMALL,
        NORMAL,
        LARGE
    }

    /**
     * @param code what the colour hangs on: the code of a technician or customer, or a username
     * @param name the person's name, also read to those who cannot see the face
     */
    public Face(String code, String name, Size size) {
        super(initialsOf(name));
        addClassNames("face", "face-" + size.name().toLowerCase(Locale.ROOT));
        getStyle().set("background-color", "var(--dorothy-face-" + colourOf(code) + ")");
        getElement().setAttribute("role", "img").setAttribute("aria-label", name);
    }

    public Face(String code, String name) {
        this(code, name, Size.NORMAL);
    }

    /**
     * The colour of a code: over its UTF-16 code units {@code h = (31 * h + unit) mod 2^31}, starting with 0, and then
     * {@code h mod 10}. In TypeScript, where 31 * h stays exact: {@code h = (31 * h + code.charCodeAt(i)) % 2 ** 31}.
     */
    public static int colourOf(String code) {
        long h = 0;
        for (int i = 0; i < code.length(); i++) {
            h = (31 * h + code.charAt(i)) % (1L << 31);
        }
        return (int) (h % COLOURS);
    }

    /**
     * First letter of the first and of the last word, in capitals; of a single word its first letter. What follows a
     * comma after a full name is the business, not the person: {@code Dorothy Hale, Hale's Gifts} is DH.
     */
    public static String initialsOf(String name) {
        var person = name.strip().split(",", 2)[0].strip().split("\\s+");
        var words = person.length > 1 ? person : name.strip().split("\\s+");
        if (words[0].isEmpty()) {
            return "?";
        }
        var first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    private static String firstLetter(String word) {
        return new StringBuilder()
                .appendCodePoint(word.codePointAt(0))
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
