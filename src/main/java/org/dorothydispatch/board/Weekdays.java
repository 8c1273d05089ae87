package org.dorothydispatch.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Working weekdays as the bundle writes them, {@code MON;TUE}; blank is Monday to Friday. */
record Weekdays(Set<DayOfWeek> days) {

    private static final Weekdays USUAL = new Weekdays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    static Weekdays of(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return USUAL;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var name : list.split(";")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().startsWith(name.strip()))
                    .forEach(days::add);
        }
        return new Weekdays(days);
    }

    boolean contain(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }
}
