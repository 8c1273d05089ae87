package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer has stated they want; which columns matter depends on the kind. */
public record PreferenceFacts(
        String code,
        PreferenceKind kind,
        List<TechnicianFacts> technicians,
        Set<DayOfWeek> weekdays,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable LocalDate datesFrom,
        @Nullable LocalDate datesTo,
        @Nullable Integer number,
        @Nullable Integer days,
        @Nullable String language,
        @Nullable String skill,
        Answer answer,
        @Nullable String words,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Coded {

    public PreferenceFacts {
        technicians = List.copyOf(technicians);
        weekdays = Set.copyOf(weekdays);
        Minutes.requireWhole(from);
        Minutes.requireWhole(to);
    }

    /** Not declined, and the date lies within its validity, blank being open. */
    public boolean appliesOn(LocalDate date) {
        return appliesOn(Days.of(date));
    }

    boolean appliesOn(int day) {
        return answer != Answer.DECLINED
                && (validFrom == null || Days.of(validFrom) <= day)
                && (validTo == null || day <= Days.of(validTo));
    }

    /** The weight of breaking it; a declined preference is never broken. */
    Level level() {
        return switch (answer) {
            case PROMISED -> Level.PROMISED;
            case WILL_TRY -> Level.WILL_TRY;
            case UNANSWERED -> Level.UNANSWERED;
            case DECLINED ->
                throw new IllegalStateException("A declined preference (%s) has no level.".formatted(code));
        };
    }
}
