package org.dorothydispatch.rules;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times of day as whole minutes since midnight: the bundle knows no seconds, so comparing minutes is exact. */
final class Minutes {

    /** No start. Below every minute, so that a visit without a start comes first in the customer's order. */
    static final int NONE = -1;

    private Minutes() {}

    static int of(@Nullable LocalTime time) {
        return time == null ? NONE : time.getHour() * 60 + time.getMinute();
    }

    static LocalTime time(int minutes) {
        return LocalTime.of(minutes / 60, minutes % 60);
    }

    static void requireWhole(@Nullable LocalTime time) {
        if (time != null && (time.getSecond() != 0 || time.getNano() != 0)) {
            throw new IllegalArgumentException(
                    "A time of day is given to the minute, but this is (%s).".formatted(time));
        }
    }
}
