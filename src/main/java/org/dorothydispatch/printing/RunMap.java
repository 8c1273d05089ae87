package org.dorothydispatch.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small map of a run without a map server: the stops where they lie to each other, numbered and joined in their order.
 * North is up; the lines are straight.
 */
final class RunMap {

    static final int WIDTH = 250;
    static final int HEIGHT = 160;

    private static final int MARGIN = 18;

    /** Stops closer than this share a dot. */
    private static final double TOGETHER = 13;

    private static final double KILOMETRES_PER_DEGREE = 111.2;
    private static final double KILOMETRES_PER_MILE = 1.609;
    private static final double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000};

    /** @param label the number of the stop, or of several: {@code 2, 3} */
    record Dot(String label, double x, double y) {}

    /** @param label what the bar is long: {@code 2 km (1.2 miles)} */
    record Scale(double pixels, String label) {}

    /** Where a stop is, in degrees. */
    record Place(int number, double latitude, double longitude) {}

    private final List<Dot> dots = new ArrayList<>();
    private final List<double[]> line = new ArrayList<>();
    private final Scale scale;

    RunMap(List<Place> places) {
        double middle = Math.toRadians(
                places.stream().mapToDouble(Place::latitude).average().orElse(0));
        double narrower = Math.max(0.01, Math.cos(middle));
        double west = places.stream().mapToDouble(Place::longitude).min().orElse(0);
        double east = places.stream().mapToDouble(Place::longitude).max().orElse(0);
        double south = places.stream().mapToDouble(Place::latitude).min().orElse(0);
        double north = places.stream().mapToDouble(Place::latitude).max().orElse(0);
        // One place alone, or several in one house, are shown as a quarter of a kilometre.
        double wide = Math.max((east - west) * narrower, 0.002);
        double high = Math.max(north - south, 0.002);
        double perDegree = Math.min((WIDTH - 2.0 * MARGIN) / wide, (HEIGHT - 2.0 * MARGIN) / high);
        for (var place : places) {
            double x = WIDTH / 2.0 + (place.longitude() - (west + east) / 2) * narrower * perDegree;
            double y = HEIGHT / 2.0 - (place.latitude() - (south + north) / 2) * perDegree;
            line.add(new double[] {x, y});
            add(place.number(), x, y);
        }
        scale = scale(perDegree / KILOMETRES_PER_DEGREE);
    }

    private void add(int number, double x, double y) {
        for (int i = 0; i < dots.size(); i++) {
            var dot = dots.get(i);
            if (Math.hypot(dot.x() - x, dot.y() - y) < TOGETHER) {
                dots.set(i, new Dot(dot.label() + ", " + number, dot.x(), dot.y()));
                return;
            }
        }
        dots.add(new Dot(String.valueOf(number), x, y));
    }

    private static Scale scale(double pixelsPerKilometre) {
        double longest = SCALES[0];
        for (double kilometres : SCALES) {
            if (kilometres * pixelsPerKilometre <= WIDTH / 3.0) {
                longest = kilometres;
            }
        }
        return new Scale(
                longest * pixelsPerKilometre,
                String.format(
                        Locale.ENGLISH,
                        longest < 1 ? "%.1f km (%.1f miles)" : "%.0f km (%.1f miles)",
                        longest,
                        longest / KILOMETRES_PER_MILE));
    }

    List<Dot> dots() {
        return dots;
    }

    Scale scale() {
        return scale;
    }

    /** The line from stop to stop as {@code x,y x,y}. */
    String line() {
        var points = new StringBuilder();
        for (var point : line) {
            points.append(points.isEmpty() ? "" : " ")
                    .append(String.format(Locale.ENGLISH, "%.1f,%.1f", point[0], point[1]));
        }
        return points.toString();
    }

    /** The dots are elements, so that their numbers are text; only the line is drawn, by whoever shows the page. */
    void write(Markup page) {
        page.open("div", "map");
        if (page.forPdf()) {
            page.open("object", "run-line", "data-line", line()).close("object");
        } else {
            page.raw(
                    "<svg width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"The run from stop to stop\"><polyline points=\"%3$s\" fill=\"none\" stroke=\"#777\" stroke-width=\"1.5\"/></svg>"
                            .formatted(WIDTH, HEIGHT, line()));
        }
        for (var dot : dots) {
            int wide = 16 + 5 * (dot.label().length() - 1);
            page.open(
                            "span",
                            "dot",
                            "style",
                            String.format(
                                    Locale.ENGLISH,
                                    "left:%.0fpx;top:%.0fpx;width:%dpx",
                                    Math.min(WIDTH - wide - 2, Math.max(0, dot.x() - wide / 2.0 - 1)),
                                    dot.y() - 9,
                                    wide))
                    .text(dot.label())
                    .close("span");
        }
        page.open("span", "scale", "style", String.format(Locale.ENGLISH, "width:%.0fpx", scale.pixels()))
                .close("span");
        page.line("span", "scale-words", scale.label());
        page.close("div");
    }
}
