package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishWords;
import org.jspecify.annotations.Nullable;

/** Dates and wishes as people say them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private Words() {}

    /** {@code Tue 6 Oct} */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 10 Dec}, with the year when it is another one. */
    static String date(LocalDate date, LocalDate today) {
        return (date.getYear() == today.getYear() ? DATE : DATE_OF_YEAR).format(date);
    }

    /** {@code December 2025} */
    static String month(LocalDate date) {
        return MONTH.format(date);
    }

    /** {@code 9:00} */
    static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** Where a visit stands: {@code Tue 6 Oct, 9:00 with Cy Lindgren}. */
    static String place(@Nullable LocalDate date, @Nullable LocalTime start, @Nullable String technician) {
        if (date == null) {
            return "No day yet";
        }
        return day(date)
                + (start == null ? "" : ", " + time(start))
                + (technician == null ? "" : " with " + technician);
    }

    /** First letter in capitals. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    static String firstName(String name) {
        return name.strip().split("\\s+")[0];
    }

    /** What was wished for, in a few words: {@code at most 3 faces a year}. */
    static String wish(PreferenceRow wish, Map<String, String> names) {
        return WishWords.of(wish, names);
    }
}
