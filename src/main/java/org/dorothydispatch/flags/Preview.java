package org.dorothydispatch.flags;

import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.rules.Assignment;
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

    static Preview impossible(String sentence) {
        return new Preview(Light.GREEN, Light.RED, List.of(sentence), null, null, Allowed.REFUSED);
    }

    static Preview of(Assignment there, List<Flag> flags, Decision decision) {
        var lights = Lights.of(flags);
        return new Preview(
                lights.customer(),
                lights.company(),
                flags.stream().filter(Flag::broken).map(Flag::message).toList(),
                there.start(),
                there.technician() == null ? null : there.technician().name(),
                decision.allowed());
    }
}
