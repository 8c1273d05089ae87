package org.dorothydispatch.flags;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.dorothydispatch.flags.MoveOutcome.Status;

/**
 * What became of a proposal.
 *
 * @param sentence what to tell the person
 * @param parts each visit when all were saved; else the visits for which nothing was
 */
public record ProposalOutcome(Status status, String sentence, List<Part> parts) {

    /** Names in one sentence; the rest is counted. */
    private static final int NAMED = 3;

    public ProposalOutcome {
        parts = List.copyOf(parts);
    }

    /**
     * What became of one visit.
     *
     * @param name of the customer
     */
    public record Part(String visit, String name, MoveOutcome outcome) {}

    public boolean accepted() {
        return status == Status.ACCEPTED;
    }

    /** Nothing was looked at. */
    static ProposalOutcome refused(String sentence) {
        return new ProposalOutcome(Status.REFUSED, sentence, List.of());
    }

    /** All or nothing: what keeps one move from being saved keeps them all. */
    static ProposalOutcome of(Proposal.Kind kind, List<Part> parts) {
        for (var status : List.of(Status.STALE, Status.REFUSED, Status.NEEDS)) {
            var those = parts.stream()
                    .filter(part -> part.outcome().status() == status)
                    .toList();
            if (!those.isEmpty()) {
                return new ProposalOutcome(
                        status,
                        problem(parts.size() > 1, those),
                        parts.stream()
                                .filter(part -> !part.outcome().accepted())
                                .toList());
            }
        }
        return new ProposalOutcome(Status.ACCEPTED, done(kind, parts), parts);
    }

    private static String problem(boolean several, List<Part> those) {
        var first = those.getFirst();
        var sentence = first.outcome().sentence();
        if (!several) {
            return sentence;
        }
        var said = sentence.contains(first.name()) ? sentence : first.name() + ": " + sentence;
        if (first.outcome().status() != Status.NEEDS) {
            said = "Nothing was saved. " + said;
        }
        var others = those.subList(1, those.size());
        return others.isEmpty() ? said : said + " The same goes for %s.".formatted(names(others));
    }

    private static String names(List<Part> parts) {
        var named = parts.stream().limit(NAMED).map(Part::name).collect(joining(", "));
        return parts.size() <= NAMED ? named : named + " and %d more".formatted(parts.size() - NAMED);
    }

    private static String done(Proposal.Kind kind, List<Part> parts) {
        var what = parts.size() == 1 ? parts.getFirst().outcome().sentence() : "%d visits".formatted(parts.size());
        return switch (kind) {
            case MOVE -> parts.size() == 1 ? what : what + " saved.";
            case UNDO -> "Undone. " + (parts.size() == 1 ? what : what + " stand where they stood before.");
            case REDO -> "Done again. " + (parts.size() == 1 ? what : what + " saved.");
        };
    }
}
