package org.dorothydispatch.flags;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * What a visit would be at a place, before anything is saved.
 *
 * @param sentences what would be broken there, or the one sentence why it cannot be
 * @param start the start it would get
 * @param technicianName who would come
 */
public record Preview(
        Light customerLight,
        Light companyLight,
        List<String> sentences,
        @Nullable LocalTime start,
        @Nullable String technicianName,
        Allowed allowed) {

    static Preview of(Moved one) {
        var outcome = one.outcome();
        if (outcome.status() == Status.REFUSED && outcome.flags().isEmpty()) {
            return new Preview(Light.GREEN, Light.RED, List.of(outcome.sentence()), null, null, Allowed.REFUSED);
        }
        var lights = Lights.of(one.there());
        var sentences = new ArrayList<String>();
        one.there().stream().filter(Flag::broken).map(Flag::message).forEach(sentences::add);
        if (outcome.status() == Status.REFUSED && !sentences.contains(outcome.sentence())) {
            sentences.addFirst(outcome.sentence());
        }
        var there = one.after();
        return new Preview(
                lights.customer(),
                lights.company(),
                List.copyOf(sentences),
                there.start(),
                there.technician() == null ? null : there.technician().name(),
                switch (outcome.status()) {
                    case ACCEPTED -> Allowed.FREE;
                    case NEEDS -> Allowed.NEEDS;
                    case REFUSED, STALE -> Allowed.REFUSED;
                });
    }
}
