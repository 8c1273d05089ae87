package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/** What the two lights of a visit would be on every run of some days. */
public record VerdictMap(String visit, int version, List<Target> targets) {

    /** Whether a run would take the visit. */
    public enum Allowed {
        /** The server would refuse. */
        REFUSED,
        /** May be dropped as it is. */
        FREE,
        /** Needs the customer's consent or a reason. */
        NEEDS
    }

    /**
     * One run.
     *
     * @param text what decides, in a few words; blank when nothing is flagged
     * @param start the start the visit would get
     * @param technician who drives the run; blank when nobody does
     */
    public record Target(
            String route,
            LocalDate date,
            Light customerLight,
            Light companyLight,
            String text,
            @Nullable LocalTime start,
            @Nullable String technician,
            Allowed allowed) {}
}
