package org.dorothydispatch.preference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Wishes as people say them, on screen and on paper. */
public final class WishWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private WishWords() {}

    /** What was wished for, in a few words: {@code at most 3 faces a year}. */
    public static String of(WishParts wish, Map<String, String> names) {
        var who = wish.technicians().stream()
                .map(code -> names.getOrDefault(code, code))
                .toList();
        return switch (wish.kind()) {
            case "PERSON" -> who.isEmpty() ? "their technician" : list(who, ", then ");
            case "ONLY" -> "only " + list(who, " or ");
            case "NEVER" -> "never " + list(who, " or ");
            case "FAMILIAR" -> "somebody they know";
            case "FACES" -> "at most %s faces %s".formatted(wish.number(), per(wish.days()));
            case "WEEKDAYS" -> weekdays(wish.weekdays());
            case "WINDOW" -> window(wish);
            case "NOT_DATES" -> "not " + dates(wish.datesFrom(), wish.datesTo());
            case "LANGUAGE" ->
                wish.language() == null
                        ? "their language"
                        : Locale.forLanguageTag(wish.language()).getDisplayLanguage(Locale.ENGLISH);
            case "SKILL" -> "somebody with " + wish.skill();
            case "STEADY_DAY" -> "always the same weekday";
            case "STEADY_TIME" -> "about the same time, give or take %s minutes".formatted(wish.number());
            case "GAP" -> gap(wish);
            case "ASK_FIRST" -> "no other day without asking";
            case "NOTICE" -> "a call %s hours ahead".formatted(wish.number());
            case "REMEMBER" -> "please remember";
            default -> wish.kind();
        };
    }

    private static String per(@Nullable Integer days) {
        if (days == null) {
            return "ever";
        }
        return days == 365 || days == 366 ? "a year" : "in %d days".formatted(days);
    }

    private static String window(WishParts wish) {
        var hours = wish.from() == null
                ? "done by " + (wish.to() == null ? "any time" : TIME.format(wish.to()))
                : wish.to() == null
                        ? "not before " + TIME.format(wish.from())
                        : TIME.format(wish.from()) + " to " + TIME.format(wish.to());
        return wish.weekdays().isEmpty() ? hours : hours + " on " + weekdays(wish.weekdays());
    }

    private static String gap(WishParts wish) {
        if (wish.number() == null) {
            return "at most %s days between visits".formatted(wish.days());
        }
        return wish.days() == null
                ? "at least %s days between visits".formatted(wish.number())
                : "%s to %s days between visits".formatted(wish.number(), wish.days());
    }

    private static String dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "on some days" : "until " + DATE.format(to);
        }
        if (to == null) {
            return "from " + DATE.format(from) + " on";
        }
        return from.equals(to) ? DATE.format(from) : DATE.format(from) + " – " + DATE.format(to);
    }

    private static String weekdays(Collection<DayOfWeek> days) {
        return list(
                days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .toList(),
                " or ");
    }

    private static String list(List<String> words, String last) {
        return words.isEmpty() ? "nobody named" : words.stream().collect(Collectors.joining(last));
    }
}
