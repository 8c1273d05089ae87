package org.dorothydispatch.workforce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days a technician is away, both ends included.
 *
 * @param kind {@code sick}, {@code vacation}, {@code training} or {@code other}
 */
public record AbsenceRow(
        String technician,
        LocalDate from,
        LocalDate to,
        String kind,
        @Nullable String note) {}
