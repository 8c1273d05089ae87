package org.dorothydispatch.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbered dots on a picture, as elements, so that their numbers are text; those that would cover each other share one. */
final class Dots {

    /** Closer than this they share a dot. */
    private static final double TOGETHER = 13;

    /** @param label a number, or several: {@code 2, 3} */
    record Dot(String label, double x, double y) {}

    private final List<Dot> dots = new ArrayList<>();

    void add(int number, double x, double y) {
        for (int i = 0; i < dots.size(); i++) {
            var dot = dots.get(i);
            if (Math.hypot(dot.x() - x, dot.y() - y) < TOGETHER) {
                dots.set(i, new Dot(dot.label() + ", " + number, dot.x(), dot.y()));
                return;
            }
        }
        dots.add(new Dot(String.valueOf(number), x, y));
    }

    List<Dot> all() {
        return dots;
    }

    /** @param width of the picture; no dot reaches beyond it */
    void write(Markup page, int width) {
        for (var dot : dots) {
            int wide = 16 + 5 * (dot.label().length() - 1);
            page.open(
                            "span",
                            "dot",
                            "style",
                            String.format(
                                    Locale.ENGLISH,
                                    "left:%.0fpx;top:%.0fpx;width:%dpx",
                                    Math.min(width - wide - 2, Math.max(0, dot.x() - wide / 2.0 - 1)),
                                    dot.y() - 9,
                                    wide))
                    .text(dot.label())
                    .close("span");
        }
    }
}
