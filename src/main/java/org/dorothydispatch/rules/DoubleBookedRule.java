package org.dorothydispatch.rules;

import org.jspecify.annotations.Nullable;

/** {@code DOUBLE_BOOKED}: broken when another live visit of T on d overlaps [start, end). */
final class DoubleBookedRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return at.hasStart() && overlapping(at) != null;
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var other = overlapping(at);
        var elsewhere = other.customer();
        int start = other.start();
        int end = other.end();
        return new Finding(
                () -> world.nameOf(person) + " is with " + elsewhere.calledName() + " from " + Wording.time(start)
                        + " to " + Wording.time(end) + ".",
                () -> world.nameOf(person) + " is with " + elsewhere.calledName());
    }

    private static @Nullable VisitFacts overlapping(Situation at) {
        for (var other : at.technicianDay) {
            if (other != at.visit && other.hasStart() && other.start() < at.end && at.start < other.end()) {
                return other;
            }
        }
        return null;
    }
}
