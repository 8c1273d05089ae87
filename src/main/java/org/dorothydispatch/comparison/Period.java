package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

    /** So many of these days, both ends included, lie in the period; they must meet it. */
    long daysOf(LocalDate first, LocalDate last) {
        var begin = first.isBefore(firstDay()) ? firstDay() : first;
        var end = last.isAfter(lastDay()) ? lastDay() : last;
        return ChronoUnit.DAYS.between(begin, end) + 1;
    }

    /** "December 2024 to November 2025". */
    public String words() {
        return from.equals(to) ? words(from) : words(from) + " to " + words(to);
    }

    /** "December 2024". */
    public static String words(YearMonth month) {
        return WORDS.format(month);
    }
}
