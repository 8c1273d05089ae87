package org.dorothydispatch.rules;

import org.jspecify.annotations.Nullable;

/**
 * {@code TRAVEL}, number N (default 0): p is the last live visit of T on d that has a start and comes before v in the
 * order (start, code). Broken when end(p) + drive(p's site, v's site) &gt; start + N minutes.
 */
final class TravelRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        if (!at.hasStart()) {
            return false;
        }
        var previous = previous(at);
        int allowed = protocol.number() == null ? 0 : protocol.number();
        return previous != null && previous.end() + at.driveFrom(previous) > at.start + allowed;
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        var previous = previous(at);
        var world = at.world;
        var person = at.technician;
        var from = previous.customer();
        int leaves = previous.end();
        double drive = at.driveFrom(previous);
        int late = (int) Math.ceil(leaves + drive - at.start);
        return new Finding(
                () -> world.nameOf(person) + " leaves " + from.calledName() + " at " + Wording.time(leaves)
                        + " and drives " + Wording.count(Math.round(drive), "minute") + ": "
                        + Wording.count(late, "minute") + " late.",
                () -> "drive: " + late + " min late");
    }

    private static @Nullable VisitFacts previous(Situation at) {
        VisitFacts last = null;
        for (var other : at.technicianDay) {
            if (other != at.visit
                    && other.hasStart()
                    && before(other, at.start, at.visit.code())
                    && (last == null || before(last, other.start(), other.code()))) {
                last = other;
            }
        }
        return last;
    }

    private static boolean before(VisitFacts one, int start, String code) {
        return one.start() < start || (one.start() == start && one.code().compareTo(code) < 0);
    }
}
