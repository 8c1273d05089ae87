package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How findings speak: names, days, times and the customer's own words, the same everywhere. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    /** Longer words are read beside the board, not inside a sentence. */
    private static final int LONGEST_QUOTE = 90;

    private Wording() {}

    /** "Dorothy was promised Ana", "Rosa hopes for Spanish", "Mr Idris asked for a call". */
    static String stated(PreferenceFacts wish, CustomerFacts customer, String what) {
        return customer.calledName() + " "
                + switch (wish.answer()) {
                    case PROMISED -> "was promised ";
                    case WILL_TRY -> "hopes for ";
                    case UNANSWERED, DECLINED -> "asked for ";
                }
                + what;
    }

    /** The same in two words, without the name: "promised Ana". */
    static String briefly(PreferenceFacts wish, String what) {
        return switch (wish.answer()) {
                    case PROMISED -> "promised ";
                    case WILL_TRY -> "hopes for ";
                    case UNANSWERED, DECLINED -> "asked for ";
                }
                + what;
    }

    /** The end of a sentence: the customer's own words where they are known and short, and the full stop. */
    static String inTheirWords(PreferenceFacts wish) {
        String words = wish.words() == null ? "" : wish.words().strip();
        return words.isEmpty() || words.length() > LONGEST_QUOTE ? "." : " (“" + words + "”).";
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    static String time(int minutes) {
        return minutes / 60 + ":" + "%02d".formatted(minutes % 60);
    }

    /** "Mon 12 Oct"; with the year where it is not the year of the reader's day. */
    static String day(LocalDate date, LocalDate reader) {
        return (date.getYear() == reader.getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    /** "Monday". */
    static String weekday(LocalDate date) {
        return weekday(date.getDayOfWeek());
    }

    static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String weekdays(Collection<DayOfWeek> days) {
        return either(days.stream().sorted().map(Wording::weekday).toList());
    }

    /** "10:00 to 11:30", "from 10:00 on", "until 11:30". */
    static String span(@Nullable LocalTime from, @Nullable LocalTime to) {
        if (from == null) {
            return to == null ? "any time" : "until " + time(to);
        }
        return to == null ? "from " + time(from) + " on" : time(from) + " to " + time(to);
    }

    /** "A", "A or B", "A, B or C"; "nobody" when there is none. */
    static String either(List<String> names) {
        return switch (names.size()) {
            case 0 -> "nobody";
            case 1 -> names.getFirst();
            default -> String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
        };
    }

    /** "1 day", "2 days". */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** "1st", "2nd", "3rd", "11th", "21st". */
    static String ordinal(int number) {
        int tens = number % 100;
        if (tens >= 11 && tens <= 13) {
            return number + "th";
        }
        return number
                + switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** "Spanish" for {@code es-MX}; the tag itself where nobody knows a name. */
    static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }
}
