package org.dorothydispatch.rules;

/** {@code ONLY}: broken when T is not in the list. */
final class OnlyRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return !Coded.isAmong(wish.technicians(), at.technician);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var person = at.technician;
        var listed = wish.technicians();
        return new Finding(
                () -> Wording.stated(
                                wish,
                                customer,
                                "only "
                                        + Wording.either(listed.stream()
                                                .map(world::nameOf)
                                                .toList()))
                        + ", not " + world.nameOf(person) + ".",
                () -> switch (listed.size()) {
                    case 0 -> "nobody is on the list";
                    case 1, 2 ->
                        "only "
                                + Wording.either(
                                        listed.stream().map(world::nameOf).toList());
                    default -> "only " + world.nameOf(listed.getFirst()) + " or " + (listed.size() - 1) + " others";
                });
    }
}
