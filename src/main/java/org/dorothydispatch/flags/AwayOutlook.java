package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the promises if one technician is away for some days.
 *
 * @param visits planned with them in that time, of customers of their office
 * @param losses promises that would break, by day
 */
public record AwayOutlook(String technician, String name, int visits, List<Loss> losses) {

    public AwayOutlook {
        losses = List.copyOf(losses);
    }

    /**
     * A promise that a visit keeps now and would break.
     *
     * @param customer their code
     * @param name what they like to be called
     * @param preference the code of the promise
     * @param sentence what it would be, or that nobody else could come
     * @param words the customer's own
     */
    public record Loss(
            String customer,
            String name,
            String visit,
            LocalDate date,
            String preference,
            String sentence,
            @Nullable String words) {}
}
