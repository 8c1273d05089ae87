package org.dorothydispatch.listening;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/** Weekdays as people say them, alone or in a row: "Tuesdays or Thursdays", "lunes a jueves". */
final class Weekdays {

    static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Weekdays() {}

    static @Nullable DayOfWeek of(String word) {
        return switch (word) {
            case "monday", "mondays", "mon", "lunes" -> DayOfWeek.MONDAY;
            case "tuesday", "tuesdays", "tue", "tues", "martes" -> DayOfWeek.TUESDAY;
            case "wednesday", "wednesdays", "wed", "miercoles" -> DayOfWeek.WEDNESDAY;
            case "thursday", "thursdays", "thu", "thur", "thurs", "jueves" -> DayOfWeek.THURSDAY;
            case "friday", "fridays", "fri", "viernes" -> DayOfWeek.FRIDAY;
            case "saturday", "saturdays", "sabado", "sabados" -> DayOfWeek.SATURDAY;
            case "sunday", "sundays", "domingo", "domingos" -> DayOfWeek.SUNDAY;
            default -> null;
        };
    }

    /** A set of weekdays that recur; "next Monday" and "Monday the 5th" are one day and not read here. */
    static @Nullable Reading read(Words words, int at) {
        int next = at;
        while (isFiller(words.at(next)) && next - at < 3) {
            next++;
        }
        if (isOneDay(words.at(at - 1))) {
            return null;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        int end = group(words, next, days);
        if (end < 0) {
            return null;
        }
        while (!words.startsSentence(end)) {
            int link = end;
            while (isLink(words.at(link)) && link - end < 3) {
                link++;
            }
            boolean joined = link > end || words.startsClause(link) || words.before(link) == '/';
            int more = joined && !words.startsSentence(link) ? group(words, link, days) : -1;
            if (more < 0) {
                break;
            }
            end = more;
        }
        if (oneDayAfter(words, end)) {
            return null;
        }
        return new Reading(days, end);
    }

    private static boolean isOneDay(String word) {
        return switch (word) {
            case "next", "this", "last", "coming", "proximo", "este", "pasado", "good", "easter" -> true;
            default -> false;
        };
    }

    private static boolean oneDayAfter(Words words, int end) {
        if (words.startsSentence(end)) {
            return false;
        }
        var word = words.at(end);
        return word.equals("proximo")
                || word.equals("pasado")
                || word.equals("santo")
                || (word.equals("que") && words.at(end + 1).equals("viene"))
                || (word.equals("the")
                        && !words.at(end + 1).isEmpty()
                        && Character.isDigit(words.at(end + 1).charAt(0)));
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "on", "a", "any", "every", "each", "the", "los", "el", "cada", "todos", "un", "en", "algun" -> true;
            default -> false;
        };
    }

    private static boolean isLink(String word) {
        return switch (word) {
            case "or", "and", "o", "y", "ni", "on", "los", "el", "nor", "e" -> true;
            default -> false;
        };
    }

    private static int group(Words words, int at, Set<DayOfWeek> days) {
        switch (words.at(at)) {
            case "weekday", "weekdays" -> {
                days.addAll(WORKING);
                return at + 1;
            }
            case "weekend", "weekends" -> {
                days.addAll(WEEKEND);
                return at + 1;
            }
            case "entre" -> {
                if (words.at(at + 1).equals("semana")) {
                    days.addAll(WORKING);
                    return at + 2;
                }
                return -1;
            }
            case "fin", "fines" -> {
                if (words.at(at + 1).equals("de") && words.at(at + 2).equals("semana")) {
                    days.addAll(WEEKEND);
                    return at + 3;
                }
                return -1;
            }
            default -> {}
        }
        var first = of(words.at(at));
        if (first == null) {
            return -1;
        }
        int next = at + 1;
        boolean range = switch (words.at(next)) {
            case "to", "through", "thru", "a", "al" -> true;
            default -> false;
        };
        boolean dash = words.before(next) == '-' || words.before(next) == '–';
        var last = range ? of(words.at(next + 1)) : dash ? of(words.at(next)) : null;
        if (last == null) {
            days.add(first);
            return next;
        }
        for (var day = first; ; day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                return next + (range ? 2 : 1);
            }
        }
    }

    /** "Tuesday or Thursday". */
    static String said(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(" or "));
    }
}
