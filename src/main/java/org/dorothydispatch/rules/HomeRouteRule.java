package org.dorothydispatch.rules;

/** {@code HOME_ROUTE}: broken when the agreement names a route and v's is another. */
final class HomeRouteRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        var agreement = at.visit.agreement();
        return agreement != null && agreement.route() != null && !Coded.same(agreement.route(), at.route);
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        String home = at.visit.agreement().route().name();
        var here = at.route;
        return new Finding(
                () -> "This visit belongs on " + home + " and is on " + (here == null ? "no route" : here.name()) + ".",
                () -> "belongs on " + home);
    }
}
