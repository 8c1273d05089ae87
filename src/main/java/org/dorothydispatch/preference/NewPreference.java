package org.dorothydispatch.preference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants, as somebody is about to write it down: the same parts as {@link PreferenceRow}, without an answer.
 *
 * @param kind as the bundle writes it
 * @param technicians codes, in the customer's order
 * @param words as the customer said it
 * @param heardBy the name of who heard it
 */
public record NewPreference(
        String kind,
        List<String> technicians,
        Set<DayOfWeek> weekdays,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable LocalDate datesFrom,
        @Nullable LocalDate datesTo,
        @Nullable Integer number,
        @Nullable Integer days,
        @Nullable String language,
        @Nullable String skill,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String words,
        @Nullable LocalDate heardOn,
        @Nullable String heardBy,
        @Nullable String channel)
        implements WishParts {

    public NewPreference {
        technicians = List.copyOf(technicians);
        weekdays = Set.copyOf(weekdays);
    }

    /** The same, holding from this day on unless it says a later one. */
    public NewPreference from(LocalDate day) {
        return new NewPreference(
                kind,
                technicians,
                weekdays,
                from,
                to,
                datesFrom,
                datesTo,
                number,
                days,
                language,
                skill,
                validFrom == null || validFrom.isBefore(day) ? day : validFrom,
                validTo,
                words,
                heardOn,
                heardBy,
                channel);
    }

    /** The same, heard then and there. */
    public NewPreference heard(
            @Nullable String words, @Nullable LocalDate on, @Nullable String by, @Nullable String channel) {
        return new NewPreference(
                kind,
                technicians,
                weekdays,
                from,
                to,
                datesFrom,
                datesTo,
                number,
                days,
                language,
                skill,
                validFrom,
                validTo,
                words,
                on,
                by,
                channel);
    }
}
