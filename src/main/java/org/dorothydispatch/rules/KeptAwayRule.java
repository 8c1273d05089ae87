package org.dorothydispatch.rules;

/**
 * {@code KEPT_AWAY}: broken when the employer keeps T away from c, for T's safety. Says nothing of why; no bundle tells it.
 */
final class KeptAwayRule implements FeasibilityRule {

    @Override
    public boolean broken(Situation at) {
        return at.customer.keptAway().contains(at.technician.code());
    }

    @Override
    public Finding finding(Situation at) {
        var world = at.world;
        var person = at.technician;
        return new Finding(
                () -> world.nameOf(person) + " is not sent here. Ask the branch manager.",
                () -> world.nameOf(person) + " is not sent");
    }
}
