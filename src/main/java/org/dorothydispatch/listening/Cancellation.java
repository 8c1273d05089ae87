package org.dorothydispatch.listening;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a customer cancelled, as it was put on the record.
 *
 * @param agreement the one they cancelled; blank for everything
 * @param words why, as they said it
 * @param lastDay the last day of service
 * @param breaks what we had broken by then
 * @param avoidable how much of it another assignment would have kept
 * @param visits how many visits were called off
 * @param cancelledBy the name of who took it down
 * @param readBy the name of the branch manager who has read it
 */
public record Cancellation(
        String code,
        String customer,
        @Nullable String agreement,
        String words,
        LocalDate lastDay,
        int breaks,
        int avoidable,
        int visits,
        @Nullable String writesTo,
        String cancelledBy,
        Instant cancelledAt,
        @Nullable String readBy) {}
