package org.dorothydispatch.listening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A text as words: small letters, without accents and apostrophes ("Don’t" is {@code dont}, "llámeme" {@code llameme}),
 * each with its place in the text. One pass from left to right, so the time grows with the length and nothing else.
 */
final class Words {

    /** What is heard is a sentence or a few; of a longer text the rest is not read. */
    static final int READ_AT_MOST = 20_000;

    private record Word(int start, int end, String text, boolean firstOfSentence, boolean afterComma, char before) {}

    private final String source;
    private final List<Word> words = new ArrayList<>();

    Words(String source) {
        this(source, word -> word);
    }

    /**
     * @param meant the word that was meant, of the word as it compares: for who mends slips of the finger
     */
    Words(String source, UnaryOperator<String> meant) {
        this.source = source;
        int length = Math.min(source.length(), READ_AT_MOST);
        boolean newSentence = true;
        boolean comma = false;
        char before = ' ';
        int at = 0;
        while (at < length) {
            int code = source.codePointAt(at);
            int size = Character.charCount(code);
            if (!Character.isLetterOrDigit(code)) {
                if (endsSentence(code, at + size)) {
                    newSentence = true;
                }
                comma |= code == ',' || code == ':' || code == '(' || code == ')' || code == '–' || code == '—';
                before = before == ' ' ? (char) Math.min(code, Character.MAX_VALUE) : before;
                at += size;
                continue;
            }
            int end = endOfWord(at, length);
            words.add(new Word(at, end, meant.apply(folded(source.substring(at, end))), newSentence, comma, before));
            newSentence = false;
            comma = false;
            before = ' ';
            at = end;
        }
    }

    /** Letters go with letters and digits with digits: "3pm" is two words. An apostrophe between letters is inside. */
    private int endOfWord(int start, int length) {
        boolean digits = Character.isDigit(source.codePointAt(start));
        int at = start;
        while (at < length) {
            int code = source.codePointAt(at);
            int next = at + Character.charCount(code);
            boolean inside = digits
                    ? Character.isDigit(code)
                    : Character.isLetter(code)
                            || isMark(code)
                            || (isApostrophe(code) && next < length && Character.isLetter(source.codePointAt(next)));
            if (!inside) {
                return at;
            }
            at = next;
        }
        return Math.min(at, source.length());
    }

    /** A full stop ends a sentence only before a space or at the end: "10.30" and "a.m." go on. */
    private boolean endsSentence(int code, int next) {
        return switch (code) {
            case '!', '?', '¡', '¿', ';', '\n', '\r', '…' -> true;
            case '.' -> (next >= source.length() || Character.isWhitespace(source.codePointAt(next))) && !shortForm();
            default -> false;
        };
    }

    /** "Mr. White" and "a.m. please" are no new sentences. */
    private boolean shortForm() {
        if (words.isEmpty()) {
            return false;
        }
        return switch (words.getLast().text) {
            case "mr", "mrs", "ms", "dr", "st", "sr", "sra", "srta", "m", "a", "p", "apt" -> true;
            default -> false;
        };
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int code) {
        return code == '\'' || code == '’' || code == '‘' || code == '`' || code == '´';
    }

    /** As words compare here; ñ becomes n, as on a keyboard without it. */
    static String folded(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var plain = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> !isMark(c) && !isApostrophe(c)).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    List<String> all() {
        return words.stream().map(Word::text).toList();
    }

    int count() {
        return words.size();
    }

    /** The word, or the empty text before the first and behind the last. */
    String at(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index).text;
    }

    boolean startsSentence(int index) {
        return index >= words.size() || words.get(index).firstOfSentence;
    }

    /** Begins a sentence or comes after a comma. */
    boolean startsClause(int index) {
        return startsSentence(index) || words.get(index).afterComma;
    }

    /** The first sign between this word and the one before it; a space where there is none. */
    char before(int index) {
        return index < words.size() ? words.get(index).before : ' ';
    }

    boolean capital(int index) {
        return index < words.size() && Character.isUpperCase(source.codePointAt(words.get(index).start));
    }

    /** Written in capitals only, as some people type: capitals then say nothing. */
    boolean shouted() {
        return source.chars().limit(READ_AT_MOST).noneMatch(Character::isLowerCase);
    }

    int sentenceStart(int index) {
        int at = index;
        while (at > 0 && !words.get(at).firstOfSentence) {
            at--;
        }
        return at;
    }

    int sentenceEnd(int index) {
        int at = index + 1;
        while (at < words.size() && !words.get(at).firstOfSentence) {
            at++;
        }
        return at;
    }

    /** The piece of the text from one word up to and without another. */
    Span span(int from, int to) {
        return new Span(words.get(from).start, words.get(to - 1).end);
    }

    String quote(int from, int to) {
        return span(from, to).in(source);
    }
}
