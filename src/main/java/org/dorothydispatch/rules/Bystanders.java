package org.dorothydispatch.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the flag nobody can keep that moves would put on visits which are not moved: one more stop before the last that is
 * allowed, a longer drive to the next. An overlap is not looked for here, since the moved visit has that flag itself.
 */
public final class Bystanders {

    private final Checks checks;

    /** A visit that is not moved, and what would block it. */
    public record Blocked(VisitFacts visit, Flag flag) {}

    public Bystanders(Checks checks) {
        this.checks = checks;
    }

    /**
     * The first such flag. Without protocols that block and look at neighbours, which few companies have, there is none and
     * nothing is tried.
     *
     * @param moves where the visits would stand; afterwards they stand where they did
     */
    public Optional<Blocked> newlyBlocked(World world, Map<VisitFacts, Assignment> moves, Now now) {
        if (!world.blocksNeighbours()) {
            return Optional.empty();
        }
        var others = new LinkedHashSet<VisitFacts>();
        var before = new HashMap<VisitFacts, Assignment>();
        moves.forEach((visit, there) -> {
            before.put(visit, visit.assignment());
            others.addAll(Affected.by(world, visit, visit.assignment(), there));
        });
        others.removeAll(moves.keySet());
        others.removeIf(other -> other.assignment().status() == VisitStatus.DONE);
        var known = blocks(world, others, now);
        moves.forEach(world::move);
        try {
            return blocks(world, others, now).stream()
                    .filter(blocked -> !known.contains(blocked))
                    .findFirst();
        } finally {
            before.forEach(world::move);
        }
    }

    private Set<Blocked> blocks(World world, Collection<VisitFacts> visits, Now now) {
        var blocks = new LinkedHashSet<Blocked>();
        for (var visit : visits) {
            checks.check(world, visit, now).stream()
                    .filter(flag -> flag.level() == Level.BLOCK && flag.side() == Side.COMPANY)
                    .map(flag -> new Blocked(visit, flag))
                    .forEach(blocks::add);
        }
        return blocks;
    }

    /** Whether a protocol of these can block a visit because of where another stands. */
    static boolean lookAtNeighbours(List<ProtocolFacts> protocols) {
        return protocols.stream()
                .anyMatch(protocol -> protocol.level() == Level.BLOCK
                        && switch (protocol.kind()) {
                            case TRAVEL, MAX_STOPS, ROTATE -> true;
                            case ON_DUE_DAY, ARRIVAL, HOME_ROUTE, ROUTE_TECHNICIAN, HOME_OFFICE -> false;
                        });
    }
}
