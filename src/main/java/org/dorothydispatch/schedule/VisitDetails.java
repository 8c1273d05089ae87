package org.dorothydispatch.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A visit with all it says.
 *
 * @param boardOffice the office whose board shows it: its route's, else its customer's
 * @param version to be given back with a change, so that nobody's work is overwritten unseen
 */
public record VisitDetails(
        String code,
        String customer,
        String site,
        @Nullable String agreement,
        LocalDate dueOn,
        int minutes,
        Placement placement,
        boolean pinned,
        @Nullable LocalDateTime notifiedAt,
        @Nullable String note,
        String boardOffice,
        Integer version) {}
