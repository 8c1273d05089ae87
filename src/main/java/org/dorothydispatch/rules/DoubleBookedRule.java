package org.dorothydispatch.rules;

import java.util.Comparator;

/** {@code DOUBLE_BOOKED}: broken when another live visit of T on d overlaps [start, end). */
final class DoubleBookedRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        if (at.hasStart()) {
            for (var other : at.technicianDay) {
                if (overlaps(other, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var other = first(at);
        var elsewhere = other.customer();
        int start = other.start();
        int end = other.end();
        return new Finding(
                () -> world.nameOf(person) + " is with " + elsewhere.calledName() + " from " + Wording.time(start)
                        + " to " + Wording.time(end) + ".",
                () -> world.nameOf(person) + " is with " + elsewhere.calledName());
    }

    private static boolean overlaps(VisitFacts other, Situation at) {
        return other != at.visit && other.hasStart() && other.start() < at.end && at.start < other.end();
    }

    /** Of several the first, so that the sentence is always the same. */
    private static VisitFacts first(Situation at) {
        return at.technicianDay.stream()
                .filter(other -> overlaps(other, at))
                .min(Comparator.comparingInt(VisitFacts::start).thenComparing(VisitFacts::code))
                .orElseThrow();
    }
}
