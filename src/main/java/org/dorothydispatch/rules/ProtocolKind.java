package org.dorothydispatch.rules;

/** The company's consistency rules. Each kind has a class of its own that says when it is broken. */
public enum ProtocolKind {
    ON_DUE_DAY(new OnDueDayRule()),
    ARRIVAL(new ArrivalRule()),
    ROTATE(new RotateRule()),
    HOME_ROUTE(new HomeRouteRule()),
    ROUTE_TECHNICIAN(new RouteTechnicianRule()),
    HOME_OFFICE(new HomeOfficeRule()),
    TRAVEL(new TravelRule()),
    MAX_STOPS(new MaxStopsRule());

    private final Rule<ProtocolFacts> rule;

    ProtocolKind(Rule<ProtocolFacts> rule) {
        this.rule = rule;
    }

    Rule<ProtocolFacts> rule() {
        return rule;
    }
}
