package org.dorothydispatch.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a customer who had cancelled came back, as it was put on the record.
 *
 * @param cancellation the one it takes back; blank for those who had cancelled before the console knew of it
 * @param words what they said
 * @param asItWas whether what they had goes on; else they are asked anew what they want
 * @param visits how many visits wait for a place again
 * @param reopenedBy the name of who took it down
 */
public record Reopening(
        String code,
        String customer,
        @Nullable String cancellation,
        String words,
        boolean asItWas,
        int visits,
        String reopenedBy,
        Instant reopenedAt) {}
