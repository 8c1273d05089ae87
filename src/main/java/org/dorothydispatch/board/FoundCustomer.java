package org.dorothydispatch.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer somebody looked for, and where to go from there.
 *
 * @param name what the customer likes to be called
 * @param fullName as on the agreement
 * @param street the first of their addresses
 * @param visit the next visit, else the last one that is open; null when none is planned
 * @param board the office whose board shows it
 * @param date where it stands; null while it waits for a day
 */
record FoundCustomer(
        String code,
        String name,
        String fullName,
        String office,
        @Nullable String street,
        @Nullable String visit,
        @Nullable String board,
        @Nullable LocalDate date) {}
