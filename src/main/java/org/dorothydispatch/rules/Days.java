package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days as numbers, for what is compared in every check. */
final class Days {

    /** No day; it belongs to no order. */
    static final int NONE = Integer.MIN_VALUE;

    private Days() {}

    /** The epoch day. */
    static int of(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /** Epoch day 0 was a Thursday. */
    static DayOfWeek weekday(int day) {
        return DayOfWeek.of(Math.floorMod(day + 3, 7) + 1);
    }
}
