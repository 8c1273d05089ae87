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
