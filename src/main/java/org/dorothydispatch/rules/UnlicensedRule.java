package org.dorothydispatch.rules;

import org.jspecify.annotations.Nullable;

/** {@code UNLICENSED}: broken when the agreement requires a skill that T does not have on d; one flag a visit. */
final class UnlicensedRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return missing(at) != null;
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        var date = at.date();
        String skill = missing(at);
        return new Finding(
                () -> world.nameOf(person) + " is not licensed for " + skill + " on " + Wording.day(date, date) + ".",
                () -> world.nameOf(person) + " lacks " + skill);
    }

    /** The first skill required that the technician does not have. */
    private static @Nullable String missing(Situation at) {
        var agreement = at.visit.agreement();
        if (agreement != null) {
            for (String skill : agreement.skills()) {
                if (!at.technician.has(skill, at.day)) {
                    return skill;
                }
            }
        }
        return null;
    }
}
