package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Comparator;

/** A day of a technician or of a route. */
record Day(String code, LocalDate date) implements Comparable<Day> {

    private static final Comparator<Day> ORDER = Comparator.comparing(Day::code).thenComparing(Day::date);

    @Override
    public int compareTo(Day other) {
        return ORDER.compare(this, other);
    }
}
