package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import org.dorothydispatch.preference.WishParts;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/** Whether a preference says enough to be kept or broken. Asked by the form while it is filled in, and by the service. */
public final class Completeness {

    private Completeness() {}

    /** What is missing or cannot be, as a sentence that says what to do; empty when it says enough. */
    public static Optional<String> missing(WishParts wish) {
        var kind = Arrays.stream(PreferenceKind.values())
                .filter(one -> one.name().equals(wish.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            return Optional.of("There is no kind of preference \"%s\".".formatted(wish.kind()));
        }
        for (var part : kind.get().needs()) {
            var missing = switch (part) {
                case TECHNICIANS -> wish.technicians().isEmpty() ? "Name the technician." : null;
                case WEEKDAYS -> wish.weekdays().isEmpty() ? "Choose the weekdays." : null;
                case HOURS -> wish.from() == null && wish.to() == null ? "Say from when or until when." : null;
                case DATES -> wish.datesFrom() == null && wish.datesTo() == null ? "Say which days are meant." : null;
                case NUMBER -> wish.number() == null ? "Say how many." : null;
                case DAYS -> wish.days() == null ? "Say in how many days." : null;
                case NUMBER_OR_DAYS ->
                    wish.number() == null && wish.days() == null
                            ? "Say the least or the most days between visits."
                            : null;
                case LANGUAGE -> wish.language() == null || wish.language().isBlank() ? "Choose the language." : null;
                case SKILL -> wish.skill() == null || wish.skill().isBlank() ? "Name the skill." : null;
            };
            if (missing != null) {
                return Optional.of(missing);
            }
        }
        if (wish.number() != null && wish.number() < 0 || wish.days() != null && wish.days() < 0) {
            return Optional.of("A number cannot be less than nothing.");
        }
        if (kind.get() == PreferenceKind.FACES && (wish.number() == 0 || wish.days() == 0)) {
            return Optional.of("At least one face in at least one day: somebody has to come.");
        }
        return endsBeforeItStarts(wish.from(), wish.to())
                        || endsBeforeItStarts(wish.datesFrom(), wish.datesTo())
                        || endsBeforeItStarts(wish.validFrom(), wish.validTo())
                ? Optional.of("It ends before it starts. Swap the two.")
                : Optional.empty();
    }

    private static boolean endsBeforeItStarts(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from != null && to != null && to.isBefore(from);
    }

    private static boolean endsBeforeItStarts(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && to.isBefore(from);
    }
}
