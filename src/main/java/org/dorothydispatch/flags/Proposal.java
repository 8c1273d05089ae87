package org.dorothydispatch.flags;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorothydispatch.schedule.AgreedRoute;
import org.jspecify.annotations.Nullable;

/**
 * Several moves that are saved together or not at all. They are judged as they will stand when all are done: two visits
 * may change places.
 *
 * @param opId made by the sender, once for each intention; a proposal that comes twice is done once. At most 64
 *     characters
 * @param agreed the route an agreement goes on from now on, saved with the moves and judged as if it stood
 */
public record Proposal(
        String opId,
        Kind kind,
        List<ProposedMove> moves,
        @Nullable AgreedRoute agreed) {

    /** What is locked together is kept within what others can wait for. */
    public static final int MOST_MOVES = 300;

    private static final int LONGEST_OP_ID = 64;

    /** What the person did, as the record calls it. An undo is a change like any other. */
    public enum Kind {
        MOVE,
        UNDO,
        REDO;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Proposal {
        if (opId.length() > LONGEST_OP_ID) {
            throw new IllegalArgumentException(
                    "The number of this change is longer than %d characters. Reload the page and try again."
                            .formatted(LONGEST_OP_ID));
        }
        moves = List.copyOf(moves);
    }

    /** One that leaves every agreement as it is. */
    public Proposal(String opId, Kind kind, List<ProposedMove> moves) {
        this(opId, kind, moves, null);
    }

    Proposal with(@Nullable AgreedRoute other) {
        return new Proposal(opId, kind, moves, other);
    }

    List<String> visits() {
        return moves.stream().map(ProposedMove::visit).toList();
    }

    /** Why it cannot be looked at at all, if so. */
    Optional<String> refusal() {
        if (moves.isEmpty()) {
            return Optional.of("There is nothing to save.");
        }
        if (moves.size() > MOST_MOVES) {
            return Optional.of("%d moves at once are too many; %d can be saved together. Leave some out for later."
                    .formatted(moves.size(), MOST_MOVES));
        }
        return Optional.empty();
    }

    /** The first visit that comes a second time. */
    Optional<String> repeated() {
        var seen = new HashSet<String>();
        return visits().stream().filter(visit -> !seen.add(visit)).findFirst();
    }
}
