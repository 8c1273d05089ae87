package org.dorothydispatch.listening;

/** A piece of a text, from {@code start} up to and without {@code end}, counted in chars as {@link String} does. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No piece of a text runs from %d to %d.".formatted(start, end));
        }
    }

    /** The words themselves. */
    public String in(String text) {
        return text.substring(start, end);
    }

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
