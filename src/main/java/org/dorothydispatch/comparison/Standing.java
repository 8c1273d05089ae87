package org.dorothydispatch.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is counted of an office's customers month by month, each in the column of its name. */
enum Standing {
    /** Customers with a visit in the twelve months that end with this one. */
    SERVED,
    /** Their faces in these months. */
    FACES,
    /** Customers with two visits or more in these months; only of them the shares below. */
    REGULARS,
    /** Millionths, like the next two. */
    USUAL_PROVIDER,
    BICE_BOXERMAN,
    SEQUENTIAL,
    /** Customers at the end of the month from whom something was heard in the last twelve months. */
    ASKED,
    STARTED,
    /** Cents a year, like the other value. */
    STARTED_VALUE,
    ENDED,
    ENDED_VALUE,
    /** Of those who ended: a promise had been broken in the ninety days before. */
    ENDED_AFTER_BREAK,
    /** Wishes heard in the month. */
    WISHES,
    /** Of these, declined, and the customer was told. */
    DECLINED_TOLD;

    static final int COUNT = values().length;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All columns as a list of a statement, each written as the pattern says ({@code %1$s} for more than once). */
    static String columns(String pattern) {
        return Arrays.stream(values())
                .map(standing -> pattern.formatted(standing.column()))
                .collect(Collectors.joining(", "));
    }
}
