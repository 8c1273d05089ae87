package org.dorothydispatch.importing;

/** Foreign text inside a message: in quotes, short, and without anything a terminal would obey. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return '"' + plain(text) + '"';
    }

    /** The same without the quotes. */
    static String plain(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> {
            if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                shown.append(
                        character == '\n'
                                ? "\\n"
                                : character == '\r'
                                        ? "\\r"
                                        : character == '\t' ? "\\t" : "\\u%04x".formatted(character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }
}
