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

    /** Has not started to work here by this day. */
    boolean startsAfter(int day) {
        return startsOn != null && day < Days.of(startsOn);
    }

    /** Has left before this day. */
    boolean leftBefore(int day) {
        return endsOn != null && day > Days.of(endsOn);
    }

    /** Is employed, not absent, and works on that weekday. */
    public boolean worksOn(LocalDate date) {
        return worksOn(Days.of(date));
    }

    private boolean worksOn(int day) {
        return weekdays.contains(Days.weekday(day)) && !startsAfter(day) && !leftBefore(day) && absenceOn(day) == null;
    }

    /** Is away on one date, and another is the first working day after that. */
    boolean isBackOn(LocalDate date, LocalDate away) {
        int back = Days.of(away);
        if (absenceOn(back) == null) {
            return false;
        }
        while (!worksOn(back) && back <= Days.of(date)) {
            back++;
        }
        return back == Days.of(date);
    }

    /** The absence that covers a date, or null. */
    public @Nullable AbsenceFacts absenceOn(LocalDate date) {
        return absenceOn(Days.of(date));
    }

    @Nullable
    AbsenceFacts absenceOn(int day) {
        for (AbsenceFacts absence : absences) {
            if (absence.covers(day)) {
                return absence;
            }
        }
        return null;
    }

    /** Lists the skill with no expiry or with an expiry on or after the day; case does not matter. */
    boolean has(String skill, int day) {
        for (SkillFacts own : skills) {
            if (own.covers(skill, day)) {
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
