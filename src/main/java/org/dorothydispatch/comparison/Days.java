package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them. */
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Days() {}

    /** "3 November 2026". */
    static String words(LocalDate day) {
        return DAY.format(day);
    }
}
