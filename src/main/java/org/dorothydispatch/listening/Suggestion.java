package org.dorothydispatch.listening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a heard sentence may mean as a preference, for a person to confirm, correct or drop. Which parameters matter
 * depends on the kind, as for a preference itself.
 *
 * @param technicians codes, in the order they were named; empty where nobody was named
 * @param words the words of the sentence it rests on, in their order; never empty
 * @param reason one plain sentence: the words, and what was made of them
 * @param assumed a parameter was not said and is our assumption; the reason says which
 */
public record Suggestion(
        PreferenceKind kind,
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
        List<Span> words,
        String reason,
        boolean assumed) {

    public Suggestion {
        technicians = List.copyOf(technicians);
        weekdays = Set.copyOf(weekdays);
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A suggestion shows the words it rests on.");
        }
    }

    static Suggestion of(PreferenceKind kind, List<Span> words, String reason) {
        return new Suggestion(
                kind, List.of(), Set.of(), null, null, null, null, null, null, null, null, words, reason, false);
    }

    Suggestion people(List<String> codes) {
        return new Suggestion(
                kind, codes, weekdays, from, to, datesFrom, datesTo, number, days, language, skill, words, reason,
                assumed);
    }

    Suggestion on(Set<DayOfWeek> weekdays) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    Suggestion hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    Suggestion dates(LocalDate from, LocalDate to) {
        return new Suggestion(
                kind,
                technicians,
                weekdays,
                this.from,
                this.to,
                from,
                to,
                number,
                days,
                language,
                skill,
                words,
                reason,
                assumed);
    }

    Suggestion counts(@Nullable Integer number, @Nullable Integer days) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    Suggestion language(String language) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    Suggestion skill(String skill) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    Suggestion assumed(boolean assumed) {
        return new Suggestion(
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
                words,
                reason,
                assumed);
    }

    /** The same wish, whatever words it was read from; people say a thing twice. */
    boolean meansTheSameAs(Suggestion other) {
        return withoutWords().equals(other.withoutWords());
    }

    private Suggestion withoutWords() {
        // What is to be remembered is the words themselves.
        var kept = kind == PreferenceKind.REMEMBER ? words : List.of(new Span(0, 0));
        return new Suggestion(
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
                kept,
                "",
                false);
    }
}
