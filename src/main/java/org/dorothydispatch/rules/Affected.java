package org.dorothydispatch.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which visits can get other flags when one visit moves. */
public final class Affected {

    private Affected() {}

    /**
     * The visit itself; the customer's visits that come after its old or its new place, since it is or was part of their
     * history; and the visits of the technician-days and runs it leaves and joins. The answer is the same before and
     * after the move itself.
     */
    public static Set<VisitFacts> by(World world, VisitFacts visit, Assignment before, Assignment after) {
        world.requireOwn(visit);
        var affected = new LinkedHashSet<VisitFacts>();
        affected.add(visit);
        for (var there : List.of(before, after)) {
            if (!there.status().live() || there.date() == null) {
                continue;
            }
            var technician = there.technician();
            if (technician != null) {
                affected.addAll(world.technicianDay(technician, there.date()));
                affected.addAll(visit.timeline.after(Days.of(there.date()), Minutes.of(there.start()), visit.code()));
            }
            affected.addAll(world.run(there.route(), there.date()));
        }
        return affected;
    }
}
