package org.dorothydispatch.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a cell of one kind is read and written, both in one place. Blank cells never come here. What is written reads
 * back as the same value.
 *
 * @param verbatim whether spaces around the value belong to it, as in free text
 */
record CellType<V>(boolean verbatim, Reading<V> reading, Function<V, String> writing) {

    /** Turns text into a value, or says in the rest of a sentence that began with the value why not. */
    interface Reading<V> {
        V read(String text) throws BadCell;
    }

    /** The cell's text cannot be this value. The message continues a sentence that begins with the value in quotes. */
    static final class BadCell extends Exception {
        BadCell(String message) {
            super(message, null, false, false);
        }
    }

    private static final int LONGEST_CODE = 40;
    private static final int LARGEST_NUMBER = 1_000_000;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d+)?");
    private static final Pattern MONEY = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    static final CellType<String> TEXT = new CellType<>(true, text -> text, text -> text);

    /** Codes are compared letter by letter, so a stray space would make another code of it. */
    static final CellType<String> CODE = new CellType<>(true, CellType::readCode, code -> code);

    static final CellType<LocalDate> DATE = trimmed(CellType::readDate, LocalDate::toString);
    static final CellType<LocalTime> TIME = trimmed(CellType::readTime, LocalTime::toString);
    static final CellType<LocalDateTime> DATE_TIME = trimmed(CellType::readDateTime, LocalDateTime::toString);
    static final CellType<ZoneId> ZONE = trimmed(CellType::readZone, ZoneId::getId);
    static final CellType<Double> LATITUDE = degrees(90);
    static final CellType<Double> LONGITUDE = degrees(180);
    static final CellType<Integer> MINUTES = wholeNumber(1, 1440);
    static final CellType<Integer> NUMBER = wholeNumber(0, LARGEST_NUMBER);
    static final CellType<BigDecimal> AMOUNT = trimmed(CellType::readAmount, BigDecimal::toPlainString);
    static final CellType<Boolean> YES_NO = trimmed(CellType::readYesNo, yes -> yes ? "true" : "");
    static final CellType<String> PERIOD = trimmed(CellType::readPeriod, text -> text);
    static final CellType<String> LANGUAGE = trimmed(CellType::readLanguage, text -> text);
    static final CellType<String> SKILL_NAME = trimmed(text -> text, text -> text);
    static final CellType<BundleRow.Skill> SKILL = trimmed(CellType::readSkill, CellType::writeSkill);
    static final CellType<DayOfWeek> WEEKDAY =
            trimmed(text -> DayOfWeek.of(1 + position(text, WEEKDAYS)), day -> WEEKDAYS.get(day.getValue() - 1));

    /** One of a fixed choice of words. */
    static CellType<String> oneOf(String... words) {
        var allowed = List.of(words);
        return trimmed(text -> allowed.get(position(text, allowed)), text -> text);
    }

    /** One of the values of a fixed choice, each under the word the bundle has for it. */
    static <E> CellType<String> words(E[] values, Function<E, String> word) {
        return oneOf(Arrays.stream(values).map(word).toArray(String[]::new));
    }

    /** Values of one type, separated by semicolons. Empty places between two semicolons do not count. */
    static <V> CellType<List<V>> listOf(CellType<V> type) {
        return trimmed(
                text -> {
                    var values = new ArrayList<V>();
                    for (var part : text.split(";")) {
                        if (!part.isBlank()) {
                            try {
                                values.add(type.reading.read(part.strip()));
                            } catch (BadCell bad) {
                                throw part.length() == text.length()
                                        ? bad
                                        : new BadCell("holds %s, which %s"
                                                .formatted(Quoted.of(part.strip()), bad.getMessage()));
                            }
                        }
                    }
                    return List.copyOf(values);
                },
                values -> values.stream().map(type.writing).collect(Collectors.joining(";")));
    }

    /** A list that says nothing more when a value stands in it twice. */
    static <V> CellType<List<V>> listOfDistinct(CellType<V> type) {
        var list = listOf(type);
        return trimmed(
                text -> {
                    var values = list.reading.read(text);
                    if (Set.copyOf(values).size() < values.size()) {
                        throw new BadCell("names something twice");
                    }
                    return values;
                },
                list.writing);
    }

    private static <V> CellType<V> trimmed(Reading<V> reading, Function<V, String> writing) {
        return new CellType<>(false, reading, writing);
    }

    private static String readCode(String text) throws BadCell {
        if (text.length() > LONGEST_CODE) {
            throw new BadCell("has %d characters; a code has at most %d".formatted(text.length(), LONGEST_CODE));
        }
        if (!text.equals(text.strip())) {
            throw new BadCell("begins or ends with a space; a code must not");
        }
        if (!text.codePoints().allMatch(CellType::isPrintable)) {
            throw new BadCell("holds a character that cannot be printed; a code must not");
        }
        return text;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static LocalDate readDate(String text) throws BadCell {
        if (!looksLike("0000-00-00", text)) {
            throw new BadCell("is not a date; write it as yyyy-MM-dd, like 2026-03-01");
        }
        int year = digits(text, 0, 4);
        if (year < 1000) {
            throw new BadCell("is too long ago: years are 1000 to 9999");
        }
        try {
            return LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10));
        } catch (DateTimeException notInTheCalendar) {
            throw new BadCell("is not a date: the calendar has no such day");
        }
    }

    private static LocalTime readTime(String text) throws BadCell {
        if (looksLike("00:00", text)) {
            int hour = digits(text, 0, 2);
            int minute = digits(text, 3, 5);
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        throw new BadCell("is not a time; write it as HH:mm, from 00:00 to 23:59");
    }

    private static LocalDateTime readDateTime(String text) throws BadCell {
        int t = text.indexOf('T');
        if (t < 0) {
            throw new BadCell("is not a date and time; write it as yyyy-MM-ddTHH:mm, like 2026-03-01T09:30");
        }
        return LocalDateTime.of(readDate(text.substring(0, t)), readTime(text.substring(t + 1)));
    }

    /** Whether the text has the pattern's form, where 0 stands for any digit. */
    private static boolean looksLike(String pattern, String text) {
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char found = text.charAt(i);
            if (pattern.charAt(i) == '0' ? found < '0' || found > '9' : found != pattern.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static ZoneId readZone(String text) throws BadCell {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new BadCell("is not a time zone; write its name, like America/Chicago");
        }
    }

    private static CellType<Double> degrees(int most) {
        return trimmed(
                text -> {
                    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
                    if (!(Math.abs(value) <= most)) {
                        throw new BadCell(
                                "is not a number from -%d to %d; write degrees, like 41.88".formatted(most, most));
                    }
                    return value;
                },
                value -> BigDecimal.valueOf(value).toPlainString());
    }

    private static CellType<Integer> wholeNumber(int least, int most) {
        return trimmed(
                text -> {
                    if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                        int value = Integer.parseInt(text);
                        if (value >= least && value <= most) {
                            return value;
                        }
                    }
                    throw new BadCell("is not a whole number from %d to %d".formatted(least, most));
                },
                String::valueOf);
    }

    private static BigDecimal readAmount(String text) throws BadCell {
        if (!MONEY.matcher(text).matches()) {
            throw new BadCell("is not an amount; write digits and at most two decimals, like 960 or 960.50");
        }
        var plain = new BigDecimal(text).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Boolean readYesNo(String text) throws BadCell {
        return switch (text) {
            case "true", "TRUE", "True" -> true;
            case "false", "FALSE", "False" -> false;
            default -> throw new BadCell("is neither true nor false");
        };
    }

    private static String readPeriod(String text) throws BadCell {
        try {
            var period = Period.parse(text);
            if (!period.isNegative() && !period.isZero() && text.length() <= LONGEST_CODE) {
                return text;
            }
        } catch (DateTimeException | ArithmeticException notAPeriod) {
            // said below
        }
        throw new BadCell("is not a period; write it like P1M (every month) or P2W (every two weeks)");
    }

    private static String readLanguage(String text) throws BadCell {
        if (text.length() > LONGEST_CODE || !LANGUAGE_TAG.matcher(text).matches()) {
            throw new BadCell("is not a language tag; write it like en or es-MX");
        }
        return text;
    }

    private static BundleRow.Skill readSkill(String text) throws BadCell {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new BundleRow.Skill(text, null);
        }
        var name = text.substring(0, at).strip();
        if (name.isEmpty()) {
            throw new BadCell("names no skill before the @");
        }
        return new BundleRow.Skill(name, readDate(text.substring(at + 1).strip()));
    }

    private static String writeSkill(BundleRow.Skill skill) {
        return skill.validThrough() == null ? skill.name() : skill.name() + "@" + skill.validThrough();
    }

    private static int position(String text, List<String> allowed) throws BadCell {
        int position = allowed.indexOf(text);
        if (position < 0) {
            throw new BadCell("is not one of " + String.join(", ", allowed));
        }
        return position;
    }
}
