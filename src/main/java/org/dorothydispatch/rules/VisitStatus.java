package org.dorothydispatch.rules;

/** Where a visit stands in its life. */
public enum VisitStatus implements Worded {
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

    public static VisitStatus of(String word) {
        return Worded.of(VisitStatus.class, word);
    }
}
