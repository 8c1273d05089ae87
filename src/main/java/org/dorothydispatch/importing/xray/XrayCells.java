package org.dorothydispatch.importing.xray;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of other systems as values. Each answers empty for a cell that says nothing, and throws what cannot be read. */
final class XrayCells {

    /** What a cell holds cannot be read; the message goes behind the name of the field. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    private static final List<DateTimeFormatter> DATES =
            List.of(strict("uuuu-MM-dd"), strict("M/d/uuuu"), strict("M/d/uu"), strict("d.M.uuuu"), strict("M-d-uuuu"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(strict("H:mm:ss"), strict("H:mm"), strict("h:mm a"), strict("h:mm:ss a"), strict("h a"));
    /** A date with a time behind it. */
    private static final Pattern DATE_THEN_TIME = Pattern.compile("(\\S+)[ T]+(\\S.*)");
    /** How systems write that there is no date or time. */
    private static final Set<String> NOTHING =
            Set.of("", "0000-00-00", "0000-00-00 00:00:00", "null", "n/a", "-", "none");

    private static final Set<String> DONE =
            Set.of("1", "done", "completed", "complete", "closed", "serviced", "finished", "yes");
    private static final Pattern RE_SERVICE =
            Pattern.compile("\\bre-?\\s?(service|treat|visit)|call-?\\s?back|warranty");
    private static final Pattern MONEY = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,4})?");

    private XrayCells() {}

    static Optional<LocalDate> date(String cell) throws Unreadable {
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var split = DATE_THEN_TIME.matcher(cell);
        var text = split.matches() ? split.group(1) : cell;
        for (var format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException next) {
                // another way to write it
            }
        }
        throw new Unreadable("“%s” is no day; it is written like 2026-03-31 or 3/31/2026".formatted(cell));
    }

    static Optional<LocalTime> time(String cell) throws Unreadable {
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var split = DATE_THEN_TIME.matcher(cell);
        var text = split.matches() && split.group(1).matches(".*[-/.]\\d.*") ? split.group(2) : cell;
        // Java's own AM and PM are capital and stand behind a space.
        var upper = text.toUpperCase(Locale.ROOT).replaceAll("(?<=\\d)\\s*\\.?([AP])\\.?M\\.?$", " $1M");
        for (var format : TIMES) {
            try {
                return Optional.of(LocalTime.parse(upper, format));
            } catch (DateTimeException next) {
                // another way to write it
            }
        }
        throw new Unreadable("“%s” is no time; it is written like 14:30 or 2:30 PM".formatted(cell));
    }

    /** Whether the visit was done, by FieldRoutes' numbers or by words. */
    static boolean done(String cell) {
        return DONE.contains(cell.toLowerCase(Locale.ROOT));
    }

    static boolean reService(String cell) {
        var text = cell.toLowerCase(Locale.ROOT);
        return text.equals("1")
                || text.equals("yes")
                || text.equals("true")
                || RE_SERVICE.matcher(text).find();
    }

    /** The code of a person; empty for none, which is 0 in FieldRoutes. */
    static Optional<String> person(String cell) {
        return NOTHING.contains(cell.toLowerCase(Locale.ROOT)) || cell.equals("0") || cell.equals("-1")
                ? Optional.empty()
                : Optional.of(cell);
    }

    /** Weekdays by FieldRoutes' numbers, Sunday being 0, or by name; several are separated by anything. */
    static Set<DayOfWeek> weekdays(String cell) throws Unreadable {
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT)) || cell.equals("-1")) {
            return days;
        }
        for (var part : cell.split("[^\\p{L}\\p{N}]+")) {
            if (part.matches("[0-6]")) {
                days.add(DayOfWeek.SUNDAY.plus(Integer.parseInt(part)));
            } else if (!part.isEmpty()) {
                days.add(named(part, cell));
            }
        }
        return days;
    }

    private static DayOfWeek named(String part, String cell) throws Unreadable {
        var start = part.toUpperCase(Locale.ROOT);
        for (var day : DayOfWeek.values()) {
            if (start.length() >= 2 && (day.name().startsWith(start) || start.equals(day.name() + "S"))) {
                return day;
            }
        }
        throw new Unreadable("“%s” is no weekday; it is written like Tuesday, or 2 with Sunday as 0".formatted(cell));
    }

    /** An amount, with or without a currency and commas between the thousands. */
    static Optional<BigDecimal> money(String cell) throws Unreadable {
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var plain = cell.replaceAll("[\\p{Sc}\\s,]|USD|CAD|EUR", "");
        if (!MONEY.matcher(plain).matches()) {
            throw new Unreadable("“%s” is no amount; it is written like 1200.00".formatted(cell));
        }
        return Optional.of(new BigDecimal(plain));
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
