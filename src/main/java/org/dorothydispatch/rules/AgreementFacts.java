package org.dorothydispatch.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recurring service sold: the skills it requires and the route it belongs to, if any. */
public record AgreementFacts(
        String code, List<String> skills, @Nullable RouteFacts route) implements Coded {

    public AgreementFacts {
        skills = List.copyOf(skills);
    }
}
