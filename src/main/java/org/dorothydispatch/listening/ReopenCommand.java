package org.dorothydispatch.listening;

import org.jspecify.annotations.Nullable;

/**
 * A customer comes back.
 *
 * @param opId made by the sender, once for each intention; what comes twice is done once
 * @param version of the customer the person saw
 * @param cancellation the one they take back; blank where nobody put one on the record
 * @param asItWas what that cancellation ended goes on; else they are asked anew what they want
 * @param words what they said
 */
public record ReopenCommand(
        String opId, String customer, int version, @Nullable String cancellation, boolean asItWas, String words) {}
