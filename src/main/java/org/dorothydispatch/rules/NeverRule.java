package org.dorothydispatch.rules;

/** {@code NEVER}: broken when T is in the list. */
final class NeverRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return Coded.isAmong(wish.technicians(), at.technician);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var person = at.technician;
        return new Finding(
                () -> Wording.stated(wish, customer, "anybody but " + world.nameOf(person))
                        + Wording.inTheirWords(wish),
                () -> Wording.briefly(wish, "anybody but " + world.nameOf(person)));
    }
}
