package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A technician as the rules see one; weekdays and shift carry the defaults where nothing was said. */
public record TechnicianFacts(
        String code,
        String name,
        OfficeFacts office,
        List<SkillFacts> skills,
        List<String> languages,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Set<DayOfWeek> weekdays,
        LocalTime shiftStart,
        LocalTime shiftEnd,
        List<AbsenceFacts> absences)
        implements Coded {

    public TechnicianFacts {
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
        weekdays = Set.copyOf(weekdays);
        absences = List.copyOf(absences);
        Minutes.requireWhole(shiftStart);
        Minutes.requireWhole(shiftEnd);
    }

    /** Has not started to work here by this date. */
    boolean startsAfter(LocalDate date) {
        return startsOn != null && date.isBefore(startsOn);
    }

    /** Has left before this date. */
    boolean leftBefore(LocalDate date) {
        return endsOn != null && date.isAfter(endsOn);
    }

    boolean worksOn(DayOfWeek day) {
        return weekdays.contains(day);
    }

    /** Is employed, not absent, and works on that weekday. */
    public boolean worksOn(LocalDate date) {
        return worksOn(date.getDayOfWeek()) && !startsAfter(date) && !leftBefore(date) && absenceOn(date) == null;
    }

    /** Is away on one date, and another is the first working day after that. */
    boolean isBackOn(LocalDate date, LocalDate away) {
        if (absenceOn(away) == null || !worksOn(date)) {
            return false;
        }
        var first = away;
        while (!worksOn(first) && first.isBefore(date)) {
            first = first.plusDays(1);
        }
        return first.equals(date);
    }

    /** The absence that covers a date, or null. */
    public @Nullable AbsenceFacts absenceOn(LocalDate date) {
        for (AbsenceFacts absence : absences) {
            if (absence.covers(date)) {
                return absence;
            }
        }
        return null;
    }

    /** Lists the skill with no expiry or with an expiry on or after the date; case does not matter. */
    boolean has(String skill, LocalDate date) {
        for (SkillFacts own : skills) {
            if (own.covers(skill, date)) {
                return true;
            }
        }
        return false;
    }

    /** Speaks the language; case and everything after the primary subtag do not matter. */
    boolean speaks(String language) {
        for (String own : languages) {
            if (Languages.match(own, language)) {
                return true;
            }
        }
        return false;
    }
}
