package org.dorothydispatch.comparison;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Where an office, a technician or a route stands between the company's rules and what was promised; the one that matters first. */
public enum Corner {
    CUSTOMER_RED("All green for the company, red for the customer"),
    BOTH_RED("Red for both"),
    COMPANY_RED("Red for the company, green for the customer"),
    BOTH_GREEN("Green for both");

    /** From here on a share is green. */
    public static final double LINE = 0.95;

    private final String words;

    Corner(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The word in the browser: {@code customer-red}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where an axis begins: a step of five in a hundred below everything that is shown, and below the line. */
    public static double lowest(DoubleStream shares) {
        double low = DoubleStream.concat(shares, DoubleStream.of(LINE)).min().orElse(LINE);
        return Math.max(0, Math.floor(low * 20 - 0.5) / 20);
    }

    /** Of shares from 0 to 1. */
    public static Corner of(double protocols, double promises) {
        return protocols >= LINE
                ? promises >= LINE ? BOTH_GREEN : CUSTOMER_RED
                : promises >= LINE ? COMPANY_RED : BOTH_RED;
    }
}
