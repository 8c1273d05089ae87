package org.dorothydispatch.preference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the company says to a preference.
 *
 * @param answer {@code promised}, {@code will_try} or {@code declined}
 * @param alternative what was offered instead; a decline names one
 * @param toldOn when the customer was told; a decline has a day
 * @param reviewOn when to ask the customer whether it still holds; it stays in force either way
 */
public record AnswerGiven(
        String answer,
        @Nullable String alternative,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate reviewOn) {}
