package org.dorothydispatch.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What stands on days that lie ready, so that a question need not put them together again: any number of worlds are laid
 * over it at once, and none changes it. Of a technician's days the world of their home office knows everything, of a run
 * the world of its route's office. Customers may be known by name only.
 */
public final class Ground {

    /** Nothing lies ready. */
    public static final Ground NONE = new Ground(Map.of());

    private final Map<String, World> byOffice;

    /** @param byOffice worlds that nobody changes any more, by the code of their office */
    public Ground(Map<String, World> byOffice) {
        this.byOffice = Map.copyOf(byOffice);
    }

    List<VisitFacts> technicianDay(TechnicianFacts technician, World.Day day) {
        var world = byOffice.get(technician.office().code());
        return world == null ? List.of() : world.technicianDay(technician, day);
    }

    List<VisitFacts> run(RouteFacts route, World.Day day) {
        var world = byOffice.get(route.office().code());
        return world == null ? List.of() : world.run(route, day);
    }

    /** The visit as it stands here, once for each office that knows it. */
    List<VisitFacts> copies(String visit) {
        return byOffice.values().stream()
                .map(world -> world.find(visit))
                .filter(Objects::nonNull)
                .toList();
    }

    boolean holds(VisitFacts visit) {
        return byOffice.containsValue(visit.world);
    }
}
