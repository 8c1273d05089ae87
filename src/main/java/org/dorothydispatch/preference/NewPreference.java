package org.dorothydispatch.preference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    /** A wish of this kind of which nothing more is known yet. */
    public static NewPreference of(String kind) {
        return new NewPreference(
                kind, List.of(), Set.of(), null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    /** The same, about these people, the first one first. */
    public NewPreference people(List<String> codes) {
        return with(copy -> copy.technicians = codes);
    }

    /** The same, on these weekdays. */
    public NewPreference on(Set<DayOfWeek> weekdays) {
        return with(copy -> copy.weekdays = weekdays);
    }

    /** The same, between these hours. */
    public NewPreference hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        return with(copy -> {
            copy.from = from;
            copy.to = to;
        });
    }

    /** The same, on these days of the calendar. */
    public NewPreference dates(LocalDate from, LocalDate to) {
        return with(copy -> {
            copy.datesFrom = from;
            copy.datesTo = to;
        });
    }

    /** The same, with this number, in this many days. */
    public NewPreference counts(@Nullable Integer number, @Nullable Integer days) {
        return with(copy -> {
            copy.number = number;
            copy.days = days;
        });
    }

    /** The same, in this language. */
    public NewPreference language(String language) {
        return with(copy -> copy.language = language);
    }

    /** The same, with this skill. */
    public NewPreference skill(String skill) {
        return with(copy -> copy.skill = skill);
    }

    /** The same, holding from this day on unless it says a later one. */
    public NewPreference from(LocalDate day) {
        return with(copy -> copy.validFrom = validFrom == null || validFrom.isBefore(day) ? day : validFrom);
    }

    /** The same, heard then and there. */
    public NewPreference heard(
            @Nullable String words, @Nullable LocalDate on, @Nullable String by, @Nullable String channel) {
        return with(copy -> {
            copy.words = words;
            copy.heardOn = on;
            copy.heardBy = by;
            copy.channel = channel;
        });
    }

    private NewPreference with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return new NewPreference(
                kind,
                copy.technicians,
                copy.weekdays,
                copy.from,
                copy.to,
                copy.datesFrom,
                copy.datesTo,
                copy.number,
                copy.days,
                copy.language,
                copy.skill,
                copy.validFrom,
                validTo,
                copy.words,
                copy.heardOn,
                copy.heardBy,
                copy.channel);
    }

    /** The parts while one of them changes. */
    private static final class Copy {
        private List<String> technicians;
        private Set<DayOfWeek> weekdays;
        private @Nullable LocalTime from;
        private @Nullable LocalTime to;
        private @Nullable LocalDate datesFrom;
        private @Nullable LocalDate datesTo;
        private @Nullable Integer number;
        private @Nullable Integer days;
        private @Nullable String language;
        private @Nullable String skill;
        private @Nullable LocalDate validFrom;
        private @Nullable String words;
        private @Nullable LocalDate heardOn;
        private @Nullable String heardBy;
        private @Nullable String channel;

        private Copy(NewPreference wish) {
            technicians = wish.technicians;
            weekdays = wish.weekdays;
            from = wish.from;
            to = wish.to;
            datesFrom = wish.datesFrom;
            datesTo = wish.datesTo;
            number = wish.number;
            days = wish.days;
            language = wish.language;
            skill = wish.skill;
            validFrom = wish.validFrom;
            words = wish.words;
            heardOn = wish.heardOn;
            heardBy = wish.heardBy;
            channel = wish.channel;
        }
    }
}
