package org.dorothydispatch.preference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has stated they want, in their own words, and what they were answered.
 *
 * @param kind as the bundle writes it: {@code PERSON}, {@code WINDOW}, {@code REMEMBER} …
 * @param technicians codes, in the customer's order
 * @param answer {@code unanswered}, {@code promised}, {@code will_try} or {@code declined}
 * @param alternative what was offered when the wish was declined
 * @param toldOn when the customer was told
 */
public record PreferenceRow(
        String code,
        String customer,
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
        String answer,
        @Nullable String words,
        @Nullable LocalDate heardOn,
        @Nullable String heardBy,
        @Nullable String channel,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String alternative,
        @Nullable LocalDate toldOn,
        Integer version)
        implements WishParts {

    private static final List<String> ANSWERS = List.of("promised", "will_try", "unanswered", "declined");

    /** As people read them: promises first, what was declined last, and of each what was heard first. */
    public static final Comparator<PreferenceRow> PROMISES_FIRST = Comparator.<PreferenceRow>comparingInt(
                    wish -> ANSWERS.indexOf(wish.answer()))
            .thenComparing(PreferenceRow::heardOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PreferenceRow::code);

    /** Whether it is stated for this day; what was answered does not matter here. */
    public boolean appliesOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }

    /** Neither declined nor over before this day; it may begin later. */
    public boolean inForce(LocalDate today) {
        return !answer.equals("declined") && (validTo == null || !validTo.isBefore(today));
    }
}
