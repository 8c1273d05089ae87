package org.dorothydispatch.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table that {@code ./dorothy bench} prints: what was measured, in which unit, against which goal
 * ({@code "<= 400"} or {@code ">= 1000000"}).
 */
public record Figure(String name, String unit, String goal) {

    /** Hands the median and the 95th percentile of these measurements to the table. */
    public void print(double... measurements) {
        if (measurements.length == 0) {
            throw new IllegalArgumentException("Nothing was measured for '%s'.".formatted(name));
        }
        var sorted = measurements.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT, "bench|%s|%s|%s|%.3f|%.3f%n", name, unit, goal, at(sorted, 0.5), at(sorted, 0.95));
    }

    /** The smallest measurement that at least this share of all do not exceed. */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
