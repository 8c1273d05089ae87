package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One route on one day.
 *
 * @param technician who drives it: most of its visits are theirs; on a tie or an empty run the route's usual technician
 * @param away why that technician cannot drive ({@code vacation}, {@code sick}, {@code training}, {@code other}), {@code
 *     off} when it is no working day for the technician or the route; null when the run can be driven
 * @param shift minutes of the technician's shift, the run's capacity
 */
public record Run(
        String route,
        LocalDate date,
        @Nullable String technician,
        @Nullable String away,
        int shift) {

    /** In this order, with something shorter for what stands in many runs. */
    @Nullable
    Object[] cells(Function<String, Object> shorter) {
        return new Object[] {
            shorter.apply(route),
            shorter.apply(date.toString()),
            technician == null ? null : shorter.apply(technician),
            away == null ? null : shorter.apply(away),
            shift
        };
    }
}
