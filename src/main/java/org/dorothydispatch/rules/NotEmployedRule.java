package org.dorothydispatch.rules;

/** {@code NOT_EMPLOYED}: broken when d is before starts_on or after ends_on. */
final class NotEmployedRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return at.technician.leftBefore(at.day) || at.technician.startsAfter(at.day);
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var reader = at.date();
        return person.leftBefore(at.day)
                ? new Finding(
                        () -> world.nameOf(person) + " left; the last day was " + Wording.day(person.endsOn(), reader)
                                + ".",
                        () -> world.nameOf(person) + " has left")
                : new Finding(
                        () -> world.nameOf(person) + " only starts on " + Wording.day(person.startsOn(), reader) + ".",
                        () -> world.nameOf(person) + " has not started");
    }
}
