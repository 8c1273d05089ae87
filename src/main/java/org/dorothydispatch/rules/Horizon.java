package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Where mends are looked for: these days, both included, these people, and of each day the visit's present start, every
 * quarter of an hour of the shift, and the bounds of the customer's windows. A visit without a start is only offered
 * days and people.
 */
public record Horizon(LocalDate from, LocalDate to, List<TechnicianFacts> technicians) {

    public Horizon {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The horizon ends (%s) before it starts (%s).".formatted(to, from));
        }
        technicians = List.copyOf(technicians);
    }

    /**
     * From today to so many days after the visit stands or is due, whichever is later, with the people of the customer's
     * office and everybody the customer has named, knows as theirs, or has now.
     */
    public static Horizon around(World world, VisitFacts visit, Now now, int days) {
        var customer = visit.customer();
        var today = now.in(customer.office().zone()).toLocalDate();
        var there = visit.assignment();
        var last = there.date() != null && there.date().isAfter(visit.dueOn()) ? there.date() : visit.dueOn();
        var people = world.technicians().stream()
                .filter(t -> Coded.same(t.office(), customer.office())
                        || Coded.same(t, customer.technician())
                        || Coded.same(t, there.technician())
                        || customer.preferences().stream().anyMatch(p -> Coded.isAmong(p.technicians(), t)))
                .toList();
        return new Horizon(today, (last.isBefore(today) ? today : last).plusDays(days), people);
    }
}
