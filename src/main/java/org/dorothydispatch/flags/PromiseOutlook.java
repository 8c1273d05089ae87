package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Can we keep it? A promise looked at before it is given: what would have become of it on the next visits, as far as
 * days, absences, skills, other promises and the work of those days are known.
 *
 * @param verdict yes when every visit keeps it as things stand; no when more than a quarter cannot keep it at all; else
 *     yes, if; unknown without a visit to come
 * @param visits the next ones, at most {@link PromiseOutlooks#VISITS}, by day
 * @param sentence what may be said to the customer
 * @param rate how the office kept promises of this kind
 * @param carried for a promise that hangs on one person: how many such promises they carry
 */
public record PromiseOutlook(
        Verdict verdict,
        List<Line> visits,
        String sentence,
        KeepRate rate,
        @Nullable Carried carried) {

    public PromiseOutlook {
        visits = List.copyOf(visits);
    }

    /** */
    public enum Verdict {
        YES,
        YES_IF,
        NO,
        UNKNOWN
    }

    /** */
    public enum Fate {
        KEPT,
        /** Kept if something else gives way; the line says what. */
        KEPT_IF,
        BROKEN
    }

    /**
     * A visit to come.
     *
     * @param due the day it falls due
     * @param sentence what stands against it, and what would keep it; blank where nothing does
     */
    public record Line(LocalDate due, Fate fate, String sentence) {}

    /**
     * Visits of the last year that were bound by a promise of this kind.
     *
     * @param kept those that kept it, or for which the customer agreed to less
     */
    public record KeepRate(int kept, int due) {

        /** In whole percent, rounded down; 0 where nothing was due. */
        public int percent() {
            return due == 0 ? 0 : 100 * kept / due;
        }
    }

    /**
     * @param name the technician's
     * @param customers how many customers were promised this person, this one left out
     */
    public record Carried(String technician, String name, int customers) {}

    long count(Fate fate) {
        return visits.stream().filter(line -> line.fate() == fate).count();
    }
}
