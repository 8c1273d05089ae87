package org.dorothydispatch.printing;

import java.util.Locale;

/** A line through points that is drawn by whoever shows the page: by a browser, or by {@link Pdf}. */
final class DrawnLine {

    private final int width;
    private final int height;
    private final StringBuilder points = new StringBuilder();
    private boolean broken = true;

    DrawnLine(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void to(double x, double y) {
        points.append(points.isEmpty() ? "" : broken ? "|" : " ")
                .append(String.format(Locale.ENGLISH, "%.1f,%.1f", x, y));
        broken = false;
    }

    /** Nothing is drawn from the last point to the next one. */
    void lift() {
        broken = true;
    }

    /** Its pieces as {@code x,y x,y|x,y}. */
    String points() {
        return points.toString();
    }

    /** @param words what it shows, for who does not see it; words of our own */
    void write(Markup page, String classes, String words) {
        if (page.forPdf()) {
            page.raw("<object class=\"%s\" data-line=\"%s\" data-width=\"%d\" data-height=\"%d\"></object>"
                    .formatted(classes, points, width, height));
            return;
        }
        page.raw(
                "<svg class=\"%s\" width=\"%2$d\" height=\"%3$d\" viewBox=\"0 0 %2$d %3$d\" role=\"img\" aria-label=\"%4$s\">"
                        .formatted(classes, width, height, words));
        for (var piece : points.toString().split("\\|")) {
            page.raw(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"#777\" stroke-width=\"1.5\" stroke-linecap=\"square\"/>"
                            .formatted(piece));
        }
        page.raw("</svg>");
    }
}
