package org.dorothydispatch.flags;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag and who has answered for it.
 *
 * @param answer the consent or the override kept for it, if any
 */
public record StandingFlag(FlagRow flag, @Nullable Answer answer) {

    /** @param consented whether the customer agreed; otherwise somebody kept it without */
    public record Answer(
            boolean consented,
            String by,
            LocalDate on,
            @Nullable String words) {}
}
