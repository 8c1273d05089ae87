package org.dorothydispatch.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recurring service sold.
 *
 * @param every ISO 8601 period such as {@code P1M}; blank means once
 */
public record AgreementRow(
        String code,
        String customer,
        String site,
        String service,
        @Nullable String every,
        int minutes,
        List<String> skills,
        @Nullable String route,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String soldBy,
        @Nullable BigDecimal annualValue,
        Integer version) {

    /** Whether it goes on after this day. */
    public boolean goesOnAfter(LocalDate day) {
        return endsOn == null || endsOn.isAfter(day);
    }
}
