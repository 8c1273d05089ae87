package org.dorothydispatch.rules;

/** {@code SKILL}: broken when not {@code has(T, skill, d)}. */
final class SkillRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return wish.skill() != null && !at.technician.has(wish.skill(), at.day);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var person = at.technician;
        return new Finding(
                () -> Wording.stated(wish, customer, "somebody with the skill " + wish.skill()) + ", which "
                        + world.nameOf(person) + " does not have" + Wording.inTheirWords(wish),
                () -> world.nameOf(person) + " lacks " + wish.skill());
    }
}
