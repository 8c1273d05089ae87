package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * What the two lights of the lifted visits would be at every place in question.
 *
 * @param versions of the visits now, in their order; when these are not what the person saw, there are no targets
 */
public record VerdictMap(List<String> visits, List<Integer> versions, List<Target> targets) {

    /** Whether a place would take the visits. */
    public enum Allowed {
        /** The server would refuse. */
        REFUSED,
        /** May be dropped as it is. */
        FREE,
        /** Needs the customer's consent or a reason. */
        NEEDS
    }

    /**
     * One place: a row of the board on a day. Of several visits it says what is worst.
     *
     * @param row the route, or the technician when rows are people
     * @param text what decides, in a few words; blank when nothing is flagged
     * @param start the start a single visit would get
     * @param technician who would come; blank when nobody does
     * @param route the route the visits would be on; blank for none
     * @param quarters when a day was asked for: a character for each quarter of an hour from midnight on, as if the first
     *     visit began then and the others kept their distance to it. {@code .} cannot be, else {@code a} to {@code i} for
     *     3 × customer's light + company's light, in upper case where it needs a consent or a reason
     */
    public record Target(
            String row,
            LocalDate date,
            Light customerLight,
            Light companyLight,
            String text,
            @Nullable LocalTime start,
            @Nullable String technician,
            Allowed allowed,
            @Nullable String route,
            @Nullable String quarters) {}
}
