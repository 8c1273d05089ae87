package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.rules.Level;
import org.jspecify.annotations.Nullable;

/**
 * A wish that a visit broke, or that the customer let go of for that visit, and what it came of.
 *
 * @param date where the visit stood
 * @param technician the name of who came
 * @param preference the code of the wish
 * @param kind as the bundle writes it
 * @param sentence what was broken
 * @param why the cause in one sentence, with names
 * @param by the name of who moved it, kept it there or accepted the plan; blank where the cause is no doing of anybody
 * @param instead another assignment that would have kept it, in one sentence; blank when there was none
 * @param against where every such assignment was against a protocol: those against the fewest
 */
public record FoundBreak(
        String visit,
        String customer,
        LocalDate date,
        String technician,
        String preference,
        String kind,
        Level level,
        String sentence,
        Cause cause,
        String why,
        @Nullable String by,
        @Nullable String instead,
        List<Against> against) {

    /** The order of the days. */
    public static final Comparator<FoundBreak> IN_ORDER = Comparator.comparing(FoundBreak::date)
            .thenComparing(FoundBreak::visit)
            .thenComparing(FoundBreak::preference);

    public FoundBreak {
        against = List.copyOf(against);
    }

    /**
     * An assignment that would have kept it, had these protocols given way.
     *
     * @param protocols their codes
     * @param sentence the assignment
     */
    public record Against(Set<String> protocols, String sentence) {

        public Against {
            protocols = Set.copyOf(protocols);
        }
    }

    /** What it came of. The first that is true counts. */
    public enum Cause {
        /** The customer agreed to it; nothing was broken. */
        CUSTOMER_ASKED("The customer agreed"),
        LEAVER("Somebody left"),
        ABSENCE("An absence"),
        PLANNER("The planner"),
        MANUAL("Moved by hand"),
        ROUTE_CHANGE("The route"),
        UNKNOWN("Not known");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether it broke what the customer wished, without their consent. */
    public boolean broken() {
        return cause != Cause.CUSTOMER_ASKED;
    }

    /** Whether another assignment would have kept it. */
    public boolean avoidable() {
        return broken() && instead != null;
    }
}
