package org.dorothydispatch.rules;

/** Languages compare by their primary subtag, without regard to case: {@code es-MX} matches {@code ES}. */
final class Languages {

    private Languages() {}

    static boolean match(String one, String other) {
        int length = primaryLength(one);
        return length == primaryLength(other) && one.regionMatches(true, 0, other, 0, length);
    }

    private static int primaryLength(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag.length() : dash;
    }
}
