package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Whole months, of which the last may not be over yet. A month ends where the office is. */
public record Period(YearMonth from, YearMonth to) {

    /** So many months at once. */
    public static final int MOST = 60;

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** @throws IllegalArgumentException with a sentence for people */
    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "%s comes after %s. Choose a first month that is not later than the last."
                            .formatted(words(from), words(to)));
        }
        if (from.plusMonths(MOST).isBefore(to.plusMonths(1))) {
            throw new IllegalArgumentException(
                    "That is more than five years. Choose at most %d months.".formatted(MOST));
        }
    }

    /** The year up to a month. */
    public static Period yearTo(YearMonth month) {
        return new Period(month.minusMonths(11), month);
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    /** "December 2024 to November 2025". */
    public String words() {
        return from.equals(to) ? words(from) : words(from) + " to " + words(to);
    }

    static String words(YearMonth month) {
        return WORDS.format(month);
    }
}
