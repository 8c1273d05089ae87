package org.dorothydispatch.rules;

/** {@code ROUTE_TECHNICIAN}: broken when v's route has a usual technician and T is another. */
final class RouteTechnicianRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        var usual = at.route == null ? null : at.route.technician();
        return usual != null && !Coded.same(usual, at.technician);
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        var world = at.world;
        var route = at.route;
        var person = at.technician;
        return new Finding(
                () -> route.name() + " is " + world.nameOf(route.technician()) + "'s route, not " + world.nameOf(person)
                        + "'s.",
                () -> world.nameOf(route.technician()) + "'s route");
    }
}
