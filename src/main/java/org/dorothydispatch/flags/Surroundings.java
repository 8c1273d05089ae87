package org.dorothydispatch.flags;

import java.util.List;
import java.util.OptionalInt;
import org.dorothydispatch.rules.Flag;
import org.jspecify.annotations.Nullable;

/**
 * What the days around a visit that is over say about it.
 *
 * @param metres in a straight line from the technician's stop before it that day; empty when there was none or times are
 *     unknown
 * @param paidMinutes its part of the technician's shift, which the visits done that day share evenly
 * @param rotationsDue rotation protocols it could break, given who came before
 * @param calledBack the next visit done came within {@link #DAYS} days and outside of any agreement
 * @param redone of a missed visit: one for the same agreement was done within {@link #DAYS} days
 * @param onArrival what would be broken had it been planned for the minute at which the technician checked in; null
 *     where nobody checked in on that day
 */
public record Surroundings(
        OptionalInt metres,
        int paidMinutes,
        int rotationsDue,
        boolean calledBack,
        boolean redone,
        @Nullable List<Flag> onArrival) {

    /** A visit is a call-back of one so long before, and makes up for one missed so long before. */
    public static final int DAYS = 14;
}
