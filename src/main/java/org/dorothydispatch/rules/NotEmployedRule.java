package org.dorothydispatch.rules;

/** {@code NOT_EMPLOYED}: broken when d is before starts_on or after ends_on. */
final class NotEmployedRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return hasLeft(at) || notYetHere(at);
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var reader = at.date;
        return hasLeft(at)
                ? new Finding(
                        () -> world.nameOf(person) + " left; the last day was " + Wording.day(person.endsOn(), reader)
                                + ".",
                        () -> world.nameOf(person) + " has left")
                : new Finding(
                        () -> world.nameOf(person) + " only starts on " + Wording.day(person.startsOn(), reader) + ".",
                        () -> world.nameOf(person) + " has not started");
    }

    private static boolean hasLeft(Situation at) {
        return at.technician.endsOn() != null && at.date.isAfter(at.technician.endsOn());
    }

    private static boolean notYetHere(Situation at) {
        return at.technician.startsOn() != null && at.date.isBefore(at.technician.startsOn());
    }
}
