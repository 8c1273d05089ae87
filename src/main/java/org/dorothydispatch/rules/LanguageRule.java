package org.dorothydispatch.rules;

/** {@code LANGUAGE}: broken when T does not speak it; only the primary subtag counts. */
final class LanguageRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return wish.language() != null && !at.technician.speaks(wish.language());
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var person = at.technician;
        return new Finding(
                () -> Wording.stated(wish, customer, Wording.language(wish.language())) + ", which "
                        + world.nameOf(person) + " does not speak" + Wording.inTheirWords(wish),
                () -> world.nameOf(person) + " speaks no " + Wording.language(wish.language()));
    }
}
