package org.dorothydispatch.rules;

/**
 * {@code FAMILIAR}: broken when not {@code knows(c, T, v)}, unless {@code earlier(v)} is empty and the customer has no
 * <em>their technician</em>: somebody has to be first.
 */
final class FamiliarRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return !at.knowsTechnician() && (at.customer.technician() != null || at.lastEarlier() != null);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var person = at.technician;
        return new Finding(
                () -> Wording.stated(wish, customer, "a familiar face") + " and has not met " + world.nameOf(person)
                        + Wording.inTheirWords(wish),
                () -> "has not met " + world.nameOf(person));
    }
}
