package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.util.List;

/** Where mends are looked for: these days, both included, and these people. */
public record Horizon(LocalDate from, LocalDate to, List<TechnicianFacts> technicians) {

    public Horizon {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The horizon ends (%s) before it starts (%s).".formatted(to, from));
        }
        technicians = List.copyOf(technicians);
    }
}
