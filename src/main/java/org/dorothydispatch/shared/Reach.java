package org.dorothydispatch.shared;

import java.time.LocalDate;

/** The days that may be asked for; what lies outside is a slip. */
public final class Reach {

    public static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Reach() {}

    public static boolean holds(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
