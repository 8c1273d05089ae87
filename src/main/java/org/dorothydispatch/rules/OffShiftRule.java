package org.dorothydispatch.rules;

/**
 * {@code OFF_SHIFT}: broken when d's weekday is not one of T's, or start &lt; shift_start, or end &gt; shift_end. A visit
 * with no start is judged by the weekday alone.
 */
final class OffShiftRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return !at.technician.weekdays().contains(at.weekday)
                || at.outside(at.technician.shiftStart(), at.technician.shiftEnd());
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var weekday = at.weekday;
        if (!person.weekdays().contains(weekday)) {
            return new Finding(
                    () -> world.nameOf(person) + " does not work on " + Wording.weekday(weekday) + "s.",
                    () -> world.nameOf(person) + " is off " + Wording.weekday(weekday) + "s");
        }
        int start = at.start;
        int end = at.end;
        if (start < Minutes.of(person.shiftStart())) {
            return new Finding(
                    () -> world.nameOf(person) + " starts at " + Wording.time(person.shiftStart()) + ", and this is at "
                            + Wording.time(start) + ".",
                    () -> world.nameOf(person) + " starts at " + Wording.time(person.shiftStart()));
        }
        return new Finding(
                () -> world.nameOf(person) + " works until " + Wording.time(person.shiftEnd()) + ", and this ends at "
                        + Wording.time(end) + ".",
                () -> world.nameOf(person) + " works until " + Wording.time(person.shiftEnd()));
    }
}
