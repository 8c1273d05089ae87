package org.dorothydispatch.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.travel.TravelTimes;

/**
 * The checks of {@code spec/checks.md}: board, suggestions, planner, imports, API and the headless commands ask here, so
 * that an assignment means the same wherever it is made. Safe for use by several threads.
 */
public final class Checks {

    private static final FeasibilityKind[] FEASIBILITY = FeasibilityKind.values();

    private final TravelTimes travel;

    public Checks(TravelTimes travel) {
        this.travel = travel;
    }

    /**
     * Every flag of a visit where it stands, in the order of files: side, kind, code. Empty for a visit that is not
     * planned, confirmed or done with a day and a person.
     */
    public List<Flag> check(World world, VisitFacts visit, Now now) {
        return visit.judgeable() ? flags(situation(world, visit, visit.assignment(), now)) : List.of();
    }

    /** Every flag the visit would have if it stood there; nothing is moved. */
    public List<Flag> checkAs(World world, VisitFacts visit, Assignment there, Now now) {
        return there.judgeable() ? flags(situation(world, visit, there, now)) : List.of();
    }

    Situation situation(World world, VisitFacts visit, Assignment there, Now now) {
        world.requireKnown(visit);
        return new Situation(world, visit, there, now, travel);
    }

    static List<Flag> flags(Situation at) {
        var flags = new ArrayList<Flag>(2);
        for (var protocol : at.world.protocolsOf(at.visit)) {
            var rule = protocol.kind().rule();
            if (rule.broken(protocol, at)) {
                flags.add(new Flag(
                        at,
                        Side.COMPANY,
                        protocol.kind().name(),
                        protocol.code(),
                        Outcome.BROKEN,
                        protocol.level(),
                        rule.finding(protocol, at)));
            }
        }
        for (var wish : at.customer.preferences()) {
            var rule = wish.kind().rule();
            if (wish.appliesOn(at.day) && rule.broken(wish, at)) {
                flags.add(new Flag(
                        at,
                        Side.CUSTOMER,
                        wish.kind().name(),
                        wish.code(),
                        at.visit.consentsTo(wish.code()) ? Outcome.CONSENTED : Outcome.BROKEN,
                        wish.level(),
                        rule.finding(wish, at)));
            }
        }
        for (var kind : FEASIBILITY) {
            if (kind.rule().broken(at)) {
                flags.add(new Flag(
                        at,
                        Side.FEASIBILITY,
                        kind.name(),
                        "",
                        Outcome.BROKEN,
                        Level.BLOCK,
                        kind.rule().finding(at)));
            }
        }
        return flags;
    }

    /** The two lights of a visit where it stands; faster than the flags. Green for a visit that is not judged. */
    public Lights lights(World world, VisitFacts visit, Now now) {
        return visit.judgeable() ? lights(situation(world, visit, visit.assignment(), now)) : Lights.GREEN;
    }

    /** The two lights the visit would have if it stood there; nothing is moved. */
    public Lights lightsAs(World world, VisitFacts visit, Assignment there, Now now) {
        return there.judgeable() ? lights(situation(world, visit, there, now)) : Lights.GREEN;
    }

    private static Lights lights(Situation at) {
        return Lights.of(customerLight(at), companyLight(at));
    }

    private static Light customerLight(Situation at) {
        var light = Light.GREEN;
        for (var wish : at.customer.preferences()) {
            if (wish.appliesOn(at.day)) {
                var worse = Lights.of(wish.level());
                if (worse.compareTo(light) > 0
                        && wish.kind().rule().broken(wish, at)
                        && !at.visit.consentsTo(wish.code())) {
                    light = worse;
                }
            }
        }
        return light;
    }

    static boolean feasible(Situation at) {
        for (var kind : FEASIBILITY) {
            if (kind.rule().broken(at)) {
                return false;
            }
        }
        return true;
    }

    private static Light companyLight(Situation at) {
        if (!feasible(at)) {
            return Light.RED;
        }
        var light = Light.GREEN;
        for (var protocol : at.world.protocolsOf(at.visit)) {
            var worse = Lights.of(protocol.level());
            if (worse.compareTo(light) > 0 && protocol.kind().rule().broken(protocol, at)) {
                light = worse;
            }
        }
        return light;
    }

    /** Whether the customer knows the technician of a visit that is judgeable where it stands. */
    public boolean knowsTechnician(World world, VisitFacts visit, Now now) {
        return situation(world, visit, visit.assignment(), now).knowsTechnician();
    }

    /** How many rotation protocols a visit that is judgeable where it stands could break, given who came before. */
    public int rotationsDue(World world, VisitFacts visit, Now now) {
        var rotations = world.protocolsOf(visit).stream()
                .filter(protocol -> protocol.kind() == ProtocolKind.ROTATE)
                .toList();
        if (rotations.isEmpty()) {
            return 0;
        }
        var at = situation(world, visit, visit.assignment(), now);
        return (int) rotations.stream()
                .filter(protocol -> RotateRule.due(protocol, at))
                .count();
    }

    /**
     * The next moment from which the clock alone may change what {@link #check} says, if there is one: a call that must
     * be made by then ({@code NOTICE}).
     */
    public Optional<Instant> nextChange(World world, VisitFacts visit, Instant now) {
        var there = visit.assignment();
        if (!there.judgeable() || there.start() == null) {
            return Optional.empty();
        }
        var at = situation(world, visit, there, Now.at(now));
        return at.customer.preferences().stream()
                .filter(wish -> wish.kind() == PreferenceKind.NOTICE && wish.appliesOn(at.day))
                .flatMap(wish -> NoticeRule.changes(wish, at).stream())
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }
}
