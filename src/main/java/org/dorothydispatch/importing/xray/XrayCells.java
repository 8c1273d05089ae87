package org.dorothydispatch.importing.xray;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells of other systems as values. Each answers empty for a cell that says nothing, and throws what cannot be read. */
final class XrayCells {

    /** What a cell holds cannot be read; the message goes behind the name of the field. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            // Without a trace, which would cost more than the reading: there may be one in each of a million rows.
            super(message, null, false, false);
        }
    }

    /** How a file writes days with slashes or hyphens between their numbers. */
    enum Order {
        MONTH_FIRST("3/31/2026", "M/d/uuuu", "M/d/uu", "M-d-uuuu"),
        DAY_FIRST("31/3/2026", "d/M/uuuu", "d/M/uu", "d-M-uuuu");

        private final String example;
        private final List<DateTimeFormatter> formats;

        Order(String example, String... patterns) {
            this.example = example;
            this.formats = Stream.concat(
                            Stream.of("uuuu-MM-dd", "uuuu/M/d", "d.M.uuuu", "d.M.uu"), Arrays.stream(patterns))
                    .map(XrayCells::strict)
                    .toList();
        }
    }

    /** Three numbers, the year last. */
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](?:\\d{2}|\\d{4})(?:\\D.*)?");

    private static final int MONTHS = 12;
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
    /** 1200.50 or 1,200.50 */
    private static final Pattern MONEY = Pattern.compile("[-+]?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,4})?");
    /** 1200,50 or 1.200,50: the other way round, as most of Europe writes it. */
    private static final Pattern MONEY_WITH_COMMA =
            Pattern.compile("[-+]?(\\d{1,12},\\d{1,2}|\\d{1,3}(\\.\\d{3}){1,3},\\d{1,4}|\\d{1,3}(\\.\\d{3}){2,3})");

    private XrayCells() {}

    /** Whether the numbers of a day can be in one order only; empty where they can be in both, or are none. */
    static Optional<Order> order(String cell) {
        var numbers = NUMBERS.matcher(cell);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        boolean dayFirst = Integer.parseInt(numbers.group(1)) > MONTHS;
        boolean monthFirst = Integer.parseInt(numbers.group(2)) > MONTHS;
        return dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST);
    }

    /** Whether it matters for this cell which of its numbers is the month. */
    static boolean hasOrder(String cell) {
        return NUMBERS.matcher(cell).matches();
    }

    static Optional<LocalDate> date(String cell, Order order) throws Unreadable {
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var split = DATE_THEN_TIME.matcher(cell);
        var text = split.matches() ? split.group(1) : cell;
        for (var format : order.formats) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException next) {
                // another way to write it
            }
        }
        throw new Unreadable("“%s” is no day; it is written like 2026-03-31 or %s".formatted(cell, order.example));
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

    /** An amount, with or without a currency, as it is written on either side of the Atlantic. */
    static Optional<BigDecimal> money(String cell) throws Unreadable {
        if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var plain = cell.replaceAll("[\\p{Sc}\\s\\u00A0\\u202F'’]|USD|CAD|EUR", "");
        if (MONEY.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        } else if (MONEY_WITH_COMMA.matcher(plain).matches()) {
            plain = plain.replace(".", "").replace(',', '.');
        } else {
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
