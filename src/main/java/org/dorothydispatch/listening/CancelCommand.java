package org.dorothydispatch.listening;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer cancels.
 *
 * @param opId made by the sender, once for each intention; what comes twice is done once
 * @param version of the customer the person saw
 * @param agreement the one they cancel; blank for everything
 * @param from the first day without a visit
 * @param words why, as they said it
 */
public record CancelCommand(
        String opId, String customer, int version, @Nullable String agreement, LocalDate from, String words) {}
