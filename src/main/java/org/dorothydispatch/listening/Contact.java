package org.dorothydispatch.listening;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person of a customer that is a business.
 *
 * @param position what they do there
 * @param leftOn the day from which they are no longer there
 */
public record Contact(
        String code,
        String customer,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate leftOn,
        int version) {}
