package org.dorothydispatch.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code PERSON}: the list is [t1, t2, …]. T is t1: kept. T is a later one: kept only if {@code knows(c, T, v)};
 * otherwise broken. With an empty list t1 is the customer's <em>their technician</em>; if that is blank too, never
 * broken.
 */
final class PersonRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        var first = first(wish, at.customer);
        if (first == null || Coded.same(first, at.technician)) {
            return false;
        }
        return !isStandIn(wish.technicians(), at.technician) || !at.knowsTechnician();
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var world = at.world;
        var customer = at.customer;
        var first = first(wish, customer);
        var person = at.technician;
        if (isStandIn(wish.technicians(), person)) {
            return new Finding(
                    () -> Wording.stated(wish, customer, world.nameOf(first)) + " and has not met the stand-in "
                            + world.nameOf(person) + " yet.",
                    () -> "has not met " + world.nameOf(person));
        }
        return new Finding(
                () -> Wording.stated(wish, customer, world.nameOf(first)) + ".",
                () -> Wording.briefly(wish, world.nameOf(first)));
    }

    /** The person asked for, or null where nobody is named. */
    static @Nullable TechnicianFacts first(PreferenceFacts wish, CustomerFacts customer) {
        return wish.technicians().isEmpty()
                ? customer.technician()
                : wish.technicians().getFirst();
    }

    private static boolean isStandIn(List<TechnicianFacts> list, TechnicianFacts person) {
        for (int i = 1; i < list.size(); i++) {
            if (Coded.same(list.get(i), person)) {
                return true;
            }
        }
        return false;
    }
}
