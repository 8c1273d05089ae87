package org.dorothydispatch.shared;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the bundle and the database write several things in one cell: separated by semicolons, weekdays as MON … SUN. */
public final class Cells {

    /** The weekdays of technicians and routes when none are written. */
    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private Cells() {}

    /** The parts in their order, without blanks; none for a blank cell. */
    public static List<String> list(@Nullable String cell) {
        if (cell == null || cell.isBlank()) {
            return List.of();
        }
        if (cell.indexOf(';') < 0) {
            return List.of(cell.strip());
        }
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The weekdays a cell names; none for a blank cell. */
    public static Set<DayOfWeek> weekdays(@Nullable String cell) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : list(cell)) {
            days.add(weekday(part));
        }
        return Collections.unmodifiableSet(days);
    }

    /** The weekdays a cell names, Monday to Friday when it is blank. */
    public static Set<DayOfWeek> workingDays(@Nullable String cell) {
        return cell == null || cell.isBlank() ? MONDAY_TO_FRIDAY : weekdays(cell);
    }

    /** The cell for these weekdays, Monday first. */
    public static String weekdays(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> day.name().substring(0, 3)).collect(Collectors.joining(";"));
    }

    private static DayOfWeek weekday(String name) {
        for (var day : DayOfWeek.values()) {
            if (name.length() == 3 && day.name().startsWith(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"%s\" is not a weekday: write MON … SUN.".formatted(name));
    }
}
