package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishParts;
import org.jspecify.annotations.Nullable;

/**
 * Two preferences that no visit can keep together: only Ana and never Ana, not before ten and done by nine. Looks at two
 * at a time, and only at what both say.
 */
final class Contradictions {

    private Contradictions() {}

    /** The first of these that cannot stand beside the new one; ended and declined ones are no hindrance. */
    static Optional<PreferenceRow> find(WishParts wish, Collection<PreferenceRow> stated, LocalDate today) {
        return stated.stream()
                .filter(other -> other.inForce(today))
                .filter(other -> clash(wish, other))
                .findFirst();
    }

    private static boolean clash(WishParts wish, PreferenceRow other) {
        if (!atTheSameTime(wish.validFrom(), wish.validTo(), other.validFrom(), other.validTo())) {
            return false;
        }
        return people(wish.kind(), wish.technicians(), other.kind(), other.technicians())
                || people(other.kind(), other.technicians(), wish.kind(), wish.technicians())
                || days(wish, other)
                || hours(wish, other)
                || gaps(wish, other);
    }

    private static boolean people(String kind, List<String> these, String otherKind, List<String> those) {
        return switch (kind) {
            // Whoever may come at all must not be among those who never may.
            case "ONLY" ->
                switch (otherKind) {
                    case "NEVER" -> new HashSet<>(those).containsAll(these);
                    case "ONLY" -> Collections.disjoint(these, those);
                    case "PERSON" -> !those.isEmpty() && Collections.disjoint(these, those);
                    default -> false;
                };
            case "PERSON" ->
                otherKind.equals("NEVER") && !these.isEmpty() && those.contains(these.getFirst())
                        || otherKind.equals("PERSON")
                                && !these.isEmpty()
                                && !those.isEmpty()
                                && !these.getFirst().equals(those.getFirst());
            default -> false;
        };
    }

    private static boolean days(WishParts wish, PreferenceRow other) {
        return wish.kind().equals("WEEKDAYS")
                && other.kind().equals("WEEKDAYS")
                && Collections.disjoint(wish.weekdays(), other.weekdays());
    }

    private static boolean hours(WishParts wish, PreferenceRow other) {
        if (!wish.kind().equals("WINDOW") || !other.kind().equals("WINDOW")) {
            return false;
        }
        var oneDay = wish.weekdays().isEmpty()
                || other.weekdays().isEmpty()
                || !Collections.disjoint(wish.weekdays(), other.weekdays());
        var from = later(wish.from(), other.from());
        var to = earlier(wish.to(), other.to());
        return oneDay && from != null && to != null && !from.isBefore(to);
    }

    private static boolean gaps(WishParts wish, PreferenceRow other) {
        if (!wish.kind().equals("GAP") || !other.kind().equals("GAP")) {
            return false;
        }
        return shorter(wish.days(), other.number()) || shorter(other.days(), wish.number());
    }

    private static boolean shorter(@Nullable Integer most, @Nullable Integer least) {
        return most != null && least != null && most < least;
    }

    private static @Nullable LocalTime later(@Nullable LocalTime one, @Nullable LocalTime other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalTime earlier(@Nullable LocalTime one, @Nullable LocalTime other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static boolean atTheSameTime(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        return (to == null || otherFrom == null || !otherFrom.isAfter(to))
                && (otherTo == null || from == null || !from.isAfter(otherTo));
    }
}
