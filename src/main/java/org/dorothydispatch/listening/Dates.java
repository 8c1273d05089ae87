package org.dorothydispatch.listening;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar as people say them, seen from today: "in August", "next week", "until Christmas", "3 to 10 May".
 * What lies behind today means next year's.
 */
final class Dates implements Phrase.Reader {

    record Period(LocalDate from, LocalDate to) {}

    private final LocalDate today;

    Dates(LocalDate today) {
        this.today = today;
    }

    @Override
    public @Nullable Reading read(Words words, int at) {
        int next = at;
        boolean until = false;
        boolean since = false;
        boolean before = false;
        for (int skipped = 0; skipped < 4; skipped++) {
            switch (words.at(next)) {
                case "until", "till", "til", "hasta" -> until = true;
                case "before" -> before = true;
                case "from", "between", "desde", "del", "entre" -> since = true;
                case "in",
                        "on",
                        "during",
                        "over",
                        "at",
                        "for",
                        "the",
                        "all",
                        "of",
                        "en",
                        "durante",
                        "el",
                        "la",
                        "los",
                        "todo",
                        "toda",
                        "por",
                        "around",
                        "whole",
                        "dia",
                        "mes",
                        "month",
                        "que" -> {}
                default -> skipped = 9;
            }
            if (skipped < 4) {
                next++;
            }
        }
        var first = period(words, next);
        if (first == null) {
            return null;
        }
        var period = (Period) first.value();
        if (until) {
            return period.to.isBefore(today) ? null : new Reading(new Period(today, period.to), first.end());
        }
        if (before) {
            return period.from.isAfter(today)
                    ? new Reading(new Period(today, period.from.minusDays(1)), first.end())
                    : null;
        }
        int link = first.end();
        boolean linked = switch (words.at(link)) {
            case "to", "until", "till", "through", "thru", "al", "hasta" -> true;
            case "and", "y", "a" -> since;
            default -> false;
        };
        if (linked && !words.startsSentence(link)) {
            int other = link + 1;
            while (words.at(other).equals("the")
                    || words.at(other).equals("el")
                    || words.at(other).equals("al")) {
                other++;
            }
            var second = period(words, other);
            if (second == null) {
                second = dayOfSameMonth(words, other, period.from);
            }
            if (second != null) {
                var end = ((Period) second.value()).to;
                if (end.isBefore(period.from)) {
                    end = end.plusYears(1);
                }
                return new Reading(new Period(period.from, end), second.end());
            }
        }
        return first;
    }

    private @Nullable Reading dayOfSameMonth(Words words, int at, LocalDate first) {
        var day = day(words.at(at));
        if (day == null || day < first.getDayOfMonth() || day > first.lengthOfMonth()) {
            return null;
        }
        var date = first.withDayOfMonth(day);
        return new Reading(new Period(date, date), ordinalEnd(words, at));
    }

    private @Nullable Reading period(Words words, int at) {
        var word = words.at(at);
        var second = words.at(at + 1);
        var third = words.at(at + 2);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var reading = switch (word) {
            case "today", "hoy" -> span(today, today, at + 1);
            case "tomorrow", "manana" -> span(today.plusDays(1), today.plusDays(1), at + 1);
            case "next" -> next(words, at, monday);
            case "this", "esta", "este" -> {
                if (second.equals("week") || second.equals("semana")) {
                    yield span(today, monday.plusDays(6), at + 2);
                }
                if (second.equals("month") || second.equals("mes")) {
                    yield span(today, YearMonth.from(today).atEndOfMonth(), at + 2);
                }
                var day = Weekdays.of(second);
                yield day == null ? null : one(today.with(TemporalAdjusters.nextOrSame(day)), at + 2);
            }
            case "semana" -> {
                if (second.equals("santa")) {
                    var easter = easterAhead();
                    yield span(easter.minusDays(7), easter, at + 2);
                }
                if (second.equals("proxima")) {
                    yield span(monday.plusDays(7), monday.plusDays(13), at + 2);
                }
                yield second.equals("que") && third.equals("viene")
                        ? span(monday.plusDays(7), monday.plusDays(13), at + 3)
                        : null;
            }
            case "proxima" -> second.equals("semana") ? span(monday.plusDays(7), monday.plusDays(13), at + 2) : null;
            case "proximo" -> {
                var day = Weekdays.of(second);
                yield second.equals("mes")
                        ? wholeMonth(YearMonth.from(today).plusMonths(1), at + 2)
                        : day == null ? null : one(today.with(TemporalAdjusters.next(day)), at + 2);
            }
            case "mes" ->
                second.equals("que") && third.equals("viene")
                        ? wholeMonth(YearMonth.from(today).plusMonths(1), at + 3)
                        : null;
            case "first", "last" -> partOfMonth(words, at);
            case "thanksgiving" -> {
                var day = thanksgiving(today.getYear());
                day = day.isBefore(today) ? thanksgiving(today.getYear() + 1) : day;
                yield span(day, day, second.equals("day") ? at + 2 : at + 1);
            }
            case "christmas", "xmas" ->
                second.equals("eve")
                        ? ahead(Month.DECEMBER, 24, 24, at + 2)
                        : ahead(Month.DECEMBER, 25, 25, second.equals("day") ? at + 2 : at + 1);
            case "navidad" -> ahead(Month.DECEMBER, 25, 25, at + 1);
            case "nochebuena" -> ahead(Month.DECEMBER, 24, 24, at + 1);
            case "nochevieja" -> ahead(Month.DECEMBER, 31, 31, at + 1);
            case "new" -> {
                if (!second.startsWith("year")) {
                    yield null;
                }
                yield third.equals("eve")
                        ? ahead(Month.DECEMBER, 31, 31, at + 3)
                        : ahead(Month.JANUARY, 1, 1, third.equals("day") ? at + 3 : at + 2);
            }
            case "ano" -> second.equals("nuevo") ? ahead(Month.JANUARY, 1, 1, at + 2) : null;
            case "reyes" -> ahead(Month.JANUARY, 6, 6, at + 1);
            case "good" -> second.equals("friday") ? one(easterAhead().minusDays(2), at + 2) : null;
            case "viernes" -> second.equals("santo") ? one(easterAhead().minusDays(2), at + 2) : null;
            case "easter", "pascua" -> {
                var easter = easterAhead();
                yield second.equals("monday") ? one(easter.plusDays(1), at + 2) : span(easter, easter, at + 1);
            }
            default -> null;
        };
        return reading != null ? reading : calendar(words, at);
    }

    private @Nullable Reading next(Words words, int at, LocalDate monday) {
        var second = words.at(at + 1);
        var day = Weekdays.of(second);
        if (day != null) {
            return one(today.with(TemporalAdjusters.next(day)), at + 2);
        }
        return switch (second) {
            case "week" -> span(monday.plusDays(7), monday.plusDays(13), at + 2);
            case "month" -> wholeMonth(YearMonth.from(today).plusMonths(1), at + 2);
            default -> {
                var length = Numbers.readDays(words, at + 1);
                yield length == null ? null : span(today, today.plusDays((Integer) length.value()), length.end());
            }
        };
    }

    /** "first week of August", "last two weeks of July". */
    private @Nullable Reading partOfMonth(Words words, int at) {
        var length = Numbers.readDays(words, at + 1);
        if (length == null || (Integer) length.value() > 28) {
            return null;
        }
        int link = length.end();
        if (!words.at(link).equals("of") && !words.at(link).equals("in")) {
            return null;
        }
        var month = month(words.at(link + 1));
        if (month == null) {
            return null;
        }
        int days = (Integer) length.value();
        var whole = ahead(month);
        return words.at(at).equals("first")
                ? span(whole.atDay(1), whole.atDay(days), link + 2)
                : span(whole.atEndOfMonth().minusDays(days - 1L), whole.atEndOfMonth(), link + 2);
    }

    private @Nullable Reading calendar(Words words, int at) {
        var month = month(words.at(at));
        if (month != null) {
            var day = day(words.at(at + 1));
            if (day == null || words.startsSentence(at + 1)) {
                // "May" and "march" are words of every day; as a month they are written large.
                boolean sure = (month != Month.MAY && month != Month.MARCH) || words.capital(at);
                return sure ? wholeMonth(ahead(month), at + 1) : null;
            }
            return days(month, day, words, at + 1);
        }
        var day = day(words.at(at));
        if (day == null) {
            return null;
        }
        int next = ordinalEnd(words, at);
        var second = day(words.at(next));
        if (words.before(next) == '/' && second != null) {
            return first(month(second) == null ? month(day) : month(day), second, next + 1);
        }
        int end = next;
        int lastDay = day;
        boolean range = switch (words.at(next)) {
            case "to", "until", "through", "al", "a", "and", "y" -> true;
            default -> false;
        };
        int other = range ? next + 1 : next;
        if ((range || words.before(next) == '-' || words.before(next) == '–') && day(words.at(other)) != null) {
            lastDay = java.util.Objects.requireNonNull(day(words.at(other)));
            end = ordinalEnd(words, other);
        }
        if (words.at(end).equals("of") || words.at(end).equals("de")) {
            end++;
        }
        var named = month(words.at(end));
        if (named == null || lastDay < day || words.startsSentence(end)) {
            return null;
        }
        return ahead(named, day, lastDay, end + 1);
    }

    private @Nullable Reading days(Month month, int day, Words words, int at) {
        int end = ordinalEnd(words, at);
        int lastDay = day;
        boolean range = switch (words.at(end)) {
            case "to", "until", "through", "thru", "al", "and" -> true;
            default -> false;
        };
        int other = range ? end + 1 : end;
        var second = range || words.before(end) == '-' || words.before(end) == '–' ? day(words.at(other)) : null;
        if (second != null && second >= day && !words.startsSentence(end)) {
            lastDay = second;
            end = ordinalEnd(words, other);
        }
        return ahead(month, day, lastDay, end);
    }

    private static int ordinalEnd(Words words, int at) {
        return switch (words.at(at + 1)) {
            case "st", "nd", "rd", "th" -> at + 2;
            default -> at + 1;
        };
    }

    private static @Nullable Integer day(String word) {
        if (word.isEmpty() || word.length() > 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int day = Integer.parseInt(word);
        return day >= 1 && day <= 31 ? day : null;
    }

    private static @Nullable Month month(int number) {
        return number >= 1 && number <= 12 ? Month.of(number) : null;
    }

    private static @Nullable Month month(String word) {
        return switch (word) {
            case "january", "jan", "enero" -> Month.JANUARY;
            case "february", "feb", "febrero" -> Month.FEBRUARY;
            case "march", "marzo" -> Month.MARCH;
            case "april", "apr", "abril" -> Month.APRIL;
            case "may", "mayo" -> Month.MAY;
            case "june", "junio" -> Month.JUNE;
            case "july", "julio" -> Month.JULY;
            case "august", "aug", "agosto" -> Month.AUGUST;
            case "september", "sept", "septiembre", "setiembre" -> Month.SEPTEMBER;
            case "october", "oct", "octubre" -> Month.OCTOBER;
            case "november", "nov", "noviembre" -> Month.NOVEMBER;
            case "december", "dec", "diciembre" -> Month.DECEMBER;
            default -> null;
        };
    }

    private @Nullable Reading first(@Nullable Month month, int day, int end) {
        return month == null ? null : ahead(month, day, day, end);
    }

    /** The next such days that are not over. */
    private @Nullable Reading ahead(Month month, int first, int last, int end) {
        try {
            var to = LocalDate.of(today.getYear(), month, last);
            int year = to.isBefore(today) ? today.getYear() + 1 : today.getYear();
            return span(LocalDate.of(year, month, first), LocalDate.of(year, month, last), end);
        } catch (DateTimeException thereIsNoSuchDay) {
            return null;
        }
    }

    private YearMonth ahead(Month month) {
        var thisYear = YearMonth.of(today.getYear(), month);
        return thisYear.isBefore(YearMonth.from(today)) ? thisYear.plusYears(1) : thisYear;
    }

    private static Reading wholeMonth(YearMonth month, int end) {
        return span(month.atDay(1), month.atEndOfMonth(), end);
    }

    private static Reading one(LocalDate day, int end) {
        return span(day, day, end);
    }

    private static Reading span(LocalDate from, LocalDate to, int end) {
        return new Reading(new Period(from, to), end);
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private LocalDate easterAhead() {
        var easter = easter(today.getYear());
        return easter.plusDays(1).isBefore(today) ? easter(today.getYear() + 1) : easter;
    }

    /** Western Easter Sunday, by the usual reckoning of the Gregorian calendar. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int fullMoon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7;
        int offset = fullMoon - weekday;
        int month = 3 + (offset + 40) / 44;
        int day = offset + 28 - 31 * (month / 4);
        return LocalDate.of(year, month, day);
    }
}
