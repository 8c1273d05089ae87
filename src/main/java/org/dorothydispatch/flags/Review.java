package org.dorothydispatch.flags;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.shared.Light;

/**
 * What a proposal would mean, before anything is saved.
 *
 * @param lines one for each move, in the order of the proposal
 * @param neighbours the visits that are not moved but get other lights
 * @param elsewhere how many more of them are on boards this person does not see
 */
public record Review(List<Line> lines, List<Neighbour> neighbours, int elsewhere) {

    public Review {
        lines = List.copyOf(lines);
        neighbours = List.copyOf(neighbours);
    }

    /** The two lights before and after. */
    public record Change(Light customerBefore, Light companyBefore, Light customerAfter, Light companyAfter) {

        static Change of(Lights before, Lights after) {
            return new Change(before.customer(), before.company(), after.customer(), after.company());
        }

        boolean none() {
            return customerBefore == customerAfter && companyBefore == companyAfter;
        }
    }

    /**
     * One move.
     *
     * @param customer code of the customer
     * @param name of the customer
     * @param before where the visit stands, in words
     * @param after where it would stand
     * @param version of the visit now
     * @param breaks what would be broken there: every promise, and what else is not broken where it stands
     * @param outcome {@code ACCEPTED} when it could be saved as it is
     * @param sentence why it could not
     * @param flags the ones that refuse it, or that need a consent or a reason
     */
    public record Line(
            String visit,
            String customer,
            String name,
            String before,
            String after,
            int version,
            Change lights,
            List<FlagRow> breaks,
            Status outcome,
            String sentence,
            List<FlagRow> flags) {}

    /**
     * A visit that stays where it is.
     *
     * @param place where it stands, in words
     * @param breaks what would be broken from then on
     */
    public record Neighbour(
            String visit, String customer, String name, String place, Change lights, List<FlagRow> breaks) {}

    /** A visit that is no longer there for this person. */
    static Line gone(String visit) {
        return new Line(
                visit,
                visit,
                "A visit that is no longer on your boards",
                "",
                "",
                0,
                Change.of(Lights.GREEN, Lights.GREEN),
                List.of(),
                Status.STALE,
                "It was moved to another office's board or is gone.",
                List.of());
    }

    static Line line(Moved one) {
        var outcome = one.outcome();
        var applied = one.elsewhere() || outcome.accepted();
        return new Line(
                one.visit().code(),
                one.visit().customer().code(),
                one.name(),
                Places.words(one.before()),
                applied ? Places.words(one.after()) : "",
                one.row().version(),
                Change.of(Lights.of(one.standing()), Lights.of(one.there())),
                breaks(one.there(), one.standing()),
                outcome.status(),
                outcome.accepted() ? "" : outcome.sentence(),
                outcome.flags());
    }

    /** Nothing when the proposal leaves the visit as it is. */
    static Optional<Neighbour> neighbour(Trial trial, String code) {
        var visit = trial.world().visit(code);
        var kept = trial.kept().get(code);
        var judged = trial.judged().get(code);
        var before = kept == null ? List.<FlagRow>of() : kept.flags();
        var after = judged == null ? List.<FlagRow>of() : judged.flags();
        var lights = new Change(
                kept == null ? Light.GREEN : kept.customerLight(),
                kept == null ? Light.GREEN : kept.companyLight(),
                judged == null ? Light.GREEN : judged.customerLight(),
                judged == null ? Light.GREEN : judged.companyLight());
        var was = before.stream()
                .filter(FlagRow::broken)
                .map(flag -> flag.kind() + flag.code())
                .collect(Collectors.toSet());
        var breaks = after.stream()
                .filter(flag -> flag.broken() && !was.contains(flag.kind() + flag.code()))
                .toList();
        if (breaks.isEmpty() && lights.none()) {
            return Optional.empty();
        }
        return Optional.of(new Neighbour(
                code,
                visit.customer().code(),
                visit.customer().calledName(),
                Places.words(visit.assignment()),
                lights,
                breaks));
    }

    private static List<FlagRow> breaks(List<Flag> there, List<Flag> standing) {
        var was = standing.stream().filter(Flag::broken).map(Review::key).collect(Collectors.toSet());
        return there.stream()
                .filter(flag -> flag.broken() && (flag.level() == Level.PROMISED || !was.contains(key(flag))))
                .map(FlagRow::of)
                .toList();
    }

    private static String key(Flag flag) {
        return flag.kind() + flag.code();
    }
}
