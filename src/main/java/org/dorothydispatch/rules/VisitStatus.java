package org.dorothydispatch.rules;

import java.util.Locale;

/** Where a visit stands in its life. */
public enum VisitStatus {
    UNASSIGNED,
    PLANNED,
    CONFIRMED,
    DONE,
    MISSED,
    CANCELLED;

    /** Planned, confirmed or done: it takes a technician's time and counts for the customer. */
    public boolean live() {
        return this == PLANNED || this == CONFIRMED || this == DONE;
    }

    /** The word the bundle uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static VisitStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
