package org.dorothydispatch.rules;

/** {@code ABSENT}: broken when an absence of T covers d. */
final class AbsentRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return at.technician.absenceOn(at.day) != null;
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var date = at.date();
        var absence = person.absenceOn(at.day);
        String away = switch (absence.kind()) {
            case SICK -> " is sick";
            case VACATION -> " is on vacation";
            case TRAINING -> " is in training";
            case OTHER -> " is away";
        };
        return new Finding(
                () -> world.nameOf(person) + away
                        + (absence.from().equals(absence.to())
                                ? " on " + Wording.day(date, date)
                                : " until " + Wording.day(absence.to(), date))
                        + ".",
                () -> world.nameOf(person) + away);
    }
}
