package org.dorothydispatch.rules;

import org.jspecify.annotations.Nullable;

/**
 * {@code MAX_STOPS}, number N (blank: the route's max_stops; none: not applicable): broken when v is beyond the first N
 * live visits of its route and date, in the order (start with none last, code).
 */
final class MaxStopsRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        var most = most(protocol, at.route);
        return most != null && stopsBefore(at) >= most;
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        int most = most(protocol, at.route);
        int stop = stopsBefore(at) + 1;
        String route = at.route.name();
        var date = at.date();
        return new Finding(
                () -> "This is the " + Wording.ordinal(stop) + " stop of " + route + " on " + Wording.day(date, date)
                        + ", and " + most + " is the most.",
                () -> Wording.ordinal(stop) + " stop, at most " + most);
    }

    private static @Nullable Integer most(ProtocolFacts protocol, @Nullable RouteFacts route) {
        if (route == null) {
            return null;
        }
        return protocol.number() != null ? protocol.number() : route.maxStops();
    }

    private static int stopsBefore(Situation at) {
        int count = 0;
        for (var other : at.run) {
            if (other != at.visit && before(other, at)) {
                count++;
            }
        }
        return count;
    }

    private static boolean before(VisitFacts other, Situation at) {
        if (other.start() == at.start) {
            return other.code().compareTo(at.visit.code()) < 0;
        }
        return other.hasStart() && (!at.hasStart() || other.start() < at.start);
    }
}
