package org.dorothydispatch.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is counted of one visit that is over. Sums of it stand in the roll-ups, each in the column of its name. */
enum Measure {
    VISITS,
    MISSED,
    /** Promises that bound a visit done. */
    PROMISES_DUE,
    PROMISES_BROKEN,
    /** Not kept, but the customer had agreed. */
    PROMISES_CONSENTED,
    /** A person had been promised. */
    PERSON_DUE,
    PERSON_KEPT,
    /** Somebody had come to this customer before. */
    LATER_VISITS,
    /** Such a visit by somebody the customer did not know, without a notice. */
    SURPRISES,
    DAY_MATTERS_DUE,
    DAY_MATTERS_ON,
    DAY_OTHER_DUE,
    DAY_OTHER_ON,
    /** Hours had been agreed, and the visit has a time. */
    WINDOW_DUE,
    WINDOW_KEPT,
    PROTOCOL_FLAGS,
    /** Visits with one or more of them. */
    PROTOCOL_VISITS,
    OVERRIDES,
    DRIVES,
    DRIVE_MINUTES,
    /** In a straight line, of the visits that have {@link #DRIVES}. */
    DRIVE_METRES,
    /** Its part of the technician's shift. */
    PAID_MINUTES,
    /** Rotation protocols it could break. */
    ROTATION_DUE,
    ROTATION_KEPT,
    /** Missed, and made good soon after. */
    REDONE,
    /** Done under an agreement. */
    AGREED,
    /** Such a visit, and somebody had to come again soon. */
    CALLED_BACK,
    /** Of {@link #WINDOW_DUE}: counted by the technician's check-in. */
    WINDOW_ARRIVED,
    /** Of the broken promises: those about what the customer lets go of last, by the order they gave. */
    DEAREST_BROKEN;

    static final int COUNT = values().length;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All columns as a list of a statement, each written as the pattern says. */
    static String columns(String pattern) {
        return Arrays.stream(values())
                .map(measure -> pattern.formatted(measure.column()))
                .collect(Collectors.joining(", "));
    }
}
