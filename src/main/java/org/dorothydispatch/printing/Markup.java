package org.dorothydispatch.printing;

import org.jspecify.annotations.Nullable;

/**
 * Writes well-formed markup. Names of elements and classes come from the program; everything else goes through {@link
 * #text} and is shown as text, whatever is in it.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(8_000);
    private final @Nullable PdfLetters letters;

    /** @param letters what the PDF can write; null for a page that a browser shows */
    Markup(@Nullable PdfLetters letters) {
        this.letters = letters;
    }

    boolean forPdf() {
        return letters != null;
    }

    /** Opens an element of one or more classes; blank for none. */
    Markup open(String element, String classes) {
        out.append('<').append(element);
        attribute("class", classes);
        out.append('>');
        return this;
    }

    /** Opens an element with one more attribute. */
    Markup open(String element, String classes, String attribute, String value) {
        out.append('<').append(element);
        attribute("class", classes);
        attribute(attribute, value);
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element with nothing but text. */
    Markup line(String element, String classes, String text) {
        return open(element, classes).text(text).close(element);
    }

    /** An element with words of people, which run in the direction of their script. */
    Markup words(String element, String classes, String words) {
        return open(element, classes, "dir", RightToLeft.startsRightToLeft(words) ? "rtl" : "ltr")
                .text(words)
                .close(element);
    }

    Markup text(String text) {
        if (letters == null) {
            escape(text);
            return this;
        }
        var written = letters.write(text);
        escape(written.text());
        if (written.missing()) {
            out.append("<span class=\"missing\"> (letters are missing here: see the print page)</span>");
        }
        return this;
    }

    /** Markup of our own. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        }
    }

    /** Also leaves out what XML forbids: control characters and halves of characters. */
    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (allowed(point)) {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
    }

    private static boolean allowed(int point) {
        if (point < 0x20) {
            return point == '\t' || point == '\n' || point == '\r';
        }
        return point < 0x7F
                || point >= 0xA0 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
