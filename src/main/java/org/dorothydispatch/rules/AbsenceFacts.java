package org.dorothydispatch.rules;

import java.time.LocalDate;

/** A technician is away from one date to another, both included. */
public record AbsenceFacts(LocalDate from, LocalDate to, AbsenceKind kind) {

    boolean covers(int day) {
        return Days.of(from) <= day && day <= Days.of(to);
    }
}
