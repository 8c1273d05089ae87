package org.dorothydispatch.listening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a heard sentence may mean as a preference, for a person to confirm, correct or drop.
 *
 * @param wish what would be written down; its technicians are in the order in which they were named
 * @param words the words of the sentence it rests on, in their order; never empty
 * @param reason one plain sentence: the words, and what was made of them
 * @param assumed a parameter was not said and is our assumption; the reason says which
 */
public record Suggestion(NewPreference wish, List<Span> words, String reason, boolean assumed) {

    public Suggestion {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A suggestion shows the words it rests on.");
        }
    }

    static Suggestion of(PreferenceKind kind, List<Span> words, String reason) {
        return new Suggestion(NewPreference.of(kind.name()), words, reason, false);
    }

    public PreferenceKind kind() {
        return PreferenceKind.valueOf(wish.kind());
    }

    Suggestion people(List<String> codes) {
        return meaning(wish.people(codes));
    }

    Suggestion on(Set<DayOfWeek> weekdays) {
        return meaning(wish.on(weekdays));
    }

    Suggestion hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        return meaning(wish.hours(from, to));
    }

    Suggestion dates(LocalDate from, LocalDate to) {
        return meaning(wish.dates(from, to));
    }

    Suggestion counts(@Nullable Integer number, @Nullable Integer days) {
        return meaning(wish.counts(number, days));
    }

    Suggestion language(String language) {
        return meaning(wish.language(language));
    }

    Suggestion skill(String skill) {
        return meaning(wish.skill(skill));
    }

    Suggestion assumed(boolean assumed) {
        return new Suggestion(wish, words, reason, assumed);
    }

    private Suggestion meaning(NewPreference wish) {
        return new Suggestion(wish, words, reason, assumed);
    }

    /** The same wish, whatever words it was read from; people say a thing twice. */
    boolean meansTheSameAs(Suggestion other) {
        // What is to be remembered is the words themselves.
        return wish.equals(other.wish) && (kind() != PreferenceKind.REMEMBER || words.equals(other.words));
    }
}
