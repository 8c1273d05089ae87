package org.dorothydispatch.flags;

import java.time.LocalDate;

/** One visit of the visit strip: who came, when, and whether the customer's wishes were kept. */
public record Face(String visit, LocalDate date, String technician, String name, Mark mark) {

    /** What the customer would say of it. */
    public enum Mark {
        KEPT,
        BROKEN,
        CONSENTED
    }
}
