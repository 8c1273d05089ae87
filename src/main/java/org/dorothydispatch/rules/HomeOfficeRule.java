package org.dorothydispatch.rules;

/** {@code HOME_OFFICE}: broken when T's office is not c's office. */
final class HomeOfficeRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        return !Coded.same(at.technician.office(), at.customer.office());
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        var world = at.world;
        var person = at.technician;
        var customer = at.customer;
        return new Finding(
                () -> world.nameOf(person) + " is from " + person.office().name() + ", and " + customer.calledName()
                        + " belongs to " + customer.office().name() + ".",
                () -> world.nameOf(person) + " is from " + person.office().name());
    }
}
