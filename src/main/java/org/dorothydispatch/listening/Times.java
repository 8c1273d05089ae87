package org.dorothydispatch.listening;

import java.time.LocalTime;
import java.util.Set;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/** Times of day as people say them. */
final class Times {

    /** "assumed": neither am nor pm was said and it could be either, or a meal stands for a time. */
    record Time(LocalTime time, boolean assumed) {}

    record Range(LocalTime from, LocalTime to, boolean assumed) {}

    /** A number before one of these counts something else. */
    private static final Set<String> NOT_A_TIME = Set.of(
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "minute",
            "minutes",
            "hour",
            "hours",
            "people",
            "person",
            "persons",
            "visit",
            "visits",
            "time",
            "times",
            "of",
            "more",
            "men",
            "guys",
            "dia",
            "dias",
            "semana",
            "semanas",
            "mes",
            "meses",
            "ano",
            "anos",
            "minuto",
            "minutos",
            "hora",
            "horas",
            "personas",
            "visita",
            "visitas",
            "vez",
            "veces",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "dogs",
            "cats",
            "kids",
            "children",
            "percent",
            "dollars",
            "th",
            "st",
            "nd",
            "rd");

    private static final Set<String> ARTICLES = Set.of("a", "an", "un", "una", "uno", "couple", "par");

    private Times() {}

    static @Nullable Reading read(Words words, int at) {
        return read(words, at, false);
    }

    /** From such an hour to such an hour: "9 and 11", "8-3", "8 a 3". */
    static @Nullable Reading readRange(Words words, int at) {
        var first = read(words, at, true);
        if (first == null) {
            return null;
        }
        int next = first.end();
        switch (words.at(next)) {
            case "and", "to", "till", "til", "until", "y", "a", "hasta", "through", "thru" -> next++;
            default -> {
                if (words.before(next) != '-' && words.before(next) != '–') {
                    return null;
                }
            }
        }
        var second = read(words, next, true);
        if (second == null) {
            return null;
        }
        var from = (Time) first.value();
        var to = (Time) second.value();
        var start = from.time;
        var end = to.time;
        if (from.assumed && start.getHour() >= 1 && start.getHour() <= 5) {
            start = start.plusHours(12);
        }
        // "1 to 3 pm": what is said of the end holds for the start as well.
        if (from.assumed
                && !to.assumed
                && end.getHour() >= 12
                && start.plusHours(12).isBefore(end)
                && start.getHour() < 7) {
            start = start.plusHours(12);
        }
        if (to.assumed && !end.isAfter(start) && end.getHour() < 12) {
            end = end.plusHours(12);
        }
        return start.isBefore(end) ? new Reading(new Range(start, end, false), second.end()) : null;
    }

    private static @Nullable Reading read(Words words, int at, boolean raw) {
        int next = at;
        while (isFiller(words.at(next)) && next - at < 3) {
            next++;
        }
        var word = words.at(next);
        switch (word) {
            case "noon", "midday", "mediodia" -> {
                return new Reading(new Time(LocalTime.NOON, false), next + 1);
            }
            case "lunch", "lunchtime", "almuerzo", "almorzar" -> {
                return new Reading(new Time(LocalTime.NOON, true), next + 1);
            }
            case "half" -> {
                return words.at(next + 1).equals("past") ? relative(words, next + 2, 30, raw) : null;
            }
            case "quarter" -> {
                return switch (words.at(next + 1)) {
                    case "past", "after" -> relative(words, next + 2, 15, raw);
                    case "to", "of" -> relative(words, next + 2, -15, raw);
                    default -> null;
                };
            }
            default -> {
                return clock(words, next, raw);
            }
        }
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "about", "around", "las", "la", "el", "like", "at", "eso", "de" -> true;
            default -> false;
        };
    }

    private static @Nullable Reading relative(Words words, int at, int minutes, boolean raw) {
        var hour = clock(words, at, raw);
        return hour == null
                ? null
                : new Reading(
                        new Time(((Time) hour.value()).time.plusMinutes(minutes), ((Time) hour.value()).assumed),
                        hour.end());
    }

    private static @Nullable Reading clock(Words words, int at, boolean raw) {
        var said = Numbers.of(words.at(at));
        boolean article =
                ARTICLES.contains(words.at(at)) && !(at > 0 && words.at(at - 1).equals("la"));
        if (said == null || said > 23 || article) {
            return null;
        }
        boolean digits = Character.isDigit(words.at(at).charAt(0));
        int next = at + 1;
        int minutes = 0;
        boolean exact = false;
        var after = words.at(next);
        char sign = words.before(next);
        if (digits && after.length() == 2 && (sign == ':' || sign == '.') && isMinutes(after)) {
            minutes = Integer.parseInt(after);
            next++;
            exact = words.at(at).length() == 2 && words.at(at).charAt(0) == '0';
        } else if (after.equals("thirty")
                || (after.equals("y") && words.at(next + 1).equals("media"))) {
            minutes = 30;
            next += after.equals("y") ? 2 : 1;
        } else if ((after.equals("y") || after.equals("menos"))
                && words.at(next + 1).equals("cuarto")) {
            minutes = after.equals("y") ? 15 : -15;
            next += 2;
        } else if (after.equals("fifteen")) {
            minutes = 15;
            next++;
        } else if (digits && (sign == '/' || sign == '%')) {
            return null;
        }
        if (words.at(next).equals("oclock")
                || (digits && (words.at(next).equals("h") || words.at(next).equals("hrs")))) {
            next++;
        }
        if (NOT_A_TIME.contains(words.at(next)) && !words.startsSentence(next)) {
            return null;
        }
        int hour = said;
        int half = half(words, next);
        int end = next + Math.abs(half);
        boolean unsaid = false;
        if (half > 0) {
            hour = hour % 12 + 12;
        } else if (half < 0) {
            hour = hour == 12 ? 0 : hour;
        } else if (hour >= 1 && hour <= 12 && !exact) {
            unsaid = raw || hour == 6 || hour == 7;
            if (!raw && hour <= 6) {
                hour += 12;
            }
        }
        if (hour > 23) {
            return null;
        }
        return new Reading(new Time(LocalTime.of(hour, 0).plusMinutes(minutes), unsaid), end);
    }

    private static boolean isMinutes(String word) {
        return Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(1)) && word.compareTo("60") < 0;
    }

    /** How many words say "in the morning" (below zero) or "in the afternoon" (above). */
    private static int half(Words words, int at) {
        if (words.startsSentence(at)) {
            return 0;
        }
        switch (words.at(at)) {
            case "am" -> {
                return -1;
            }
            case "pm" -> {
                return 1;
            }
            case "a", "p" -> {
                if (words.at(at + 1).equals("m") && !words.startsSentence(at + 1)) {
                    return words.at(at).equals("a") ? -2 : 2;
                }
                return 0;
            }
            default -> {}
        }
        boolean linked = (words.at(at).equals("in") && words.at(at + 1).equals("the"))
                || ((words.at(at).equals("de") || words.at(at).equals("por"))
                        && words.at(at + 1).equals("la"));
        if (!linked) {
            return 0;
        }
        return switch (words.at(at + 2)) {
            case "morning", "manana" -> -3;
            case "afternoon", "evening", "tarde", "noche" -> 3;
            default -> 0;
        };
    }
}
