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
}
