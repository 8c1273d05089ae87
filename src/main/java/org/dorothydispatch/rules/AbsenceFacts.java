package org.dorothydispatch.rules;

import java.time.LocalDate;

/** A technician is away from one date to another, both included. */
public record AbsenceFacts(LocalDate from, LocalDate to, AbsenceKind kind) {

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
