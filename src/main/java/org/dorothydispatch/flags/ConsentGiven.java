package org.dorothydispatch.flags;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The customer agrees that this visit deviates from a preference.
 *
 * @param by who asked them
 * @param on when, on the calendar of the customer's office
 */
public record ConsentGiven(
        String preference,
        String by,
        LocalDate on,
        @Nullable String note) {}
