package org.dorothydispatch.printing;

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

    private static final double KILOMETRES_PER_DEGREE = 111.2;
    private static final double KILOMETRES_PER_MILE = 1.609;
    private static final double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000};

    /** @param label what the bar is long: {@code 2 km (1.2 miles)} */
    record Scale(double pixels, String label) {}

    /** Where a stop is, in degrees. */
    record Place(int number, double latitude, double longitude) {}

    private final Dots dots = new Dots();
    private final DrawnLine line = new DrawnLine(WIDTH, HEIGHT);
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
            line.to(x, y);
            dots.add(place.number(), x, y);
        }
        scale = scale(perDegree / KILOMETRES_PER_DEGREE);
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

    List<Dots.Dot> dots() {
        return dots.all();
    }

    Scale scale() {
        return scale;
    }

    /** The line from stop to stop. */
    String line() {
        return line.points();
    }

    void write(Markup page) {
        page.open("div", "map");
        line.write(page, "run-line", "The run from stop to stop");
        dots.write(page, WIDTH);
        page.open("span", "scale", "style", String.format(Locale.ENGLISH, "width:%.0fpx", scale.pixels()))
                .close("span");
        page.line("span", "scale-words", scale.label());
        page.close("div");
    }
}
