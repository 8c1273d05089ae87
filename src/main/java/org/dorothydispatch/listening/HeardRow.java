package org.dorothydispatch.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that was heard.
 *
 * @param customerName what the customer likes to be called
 * @param heardBy the name of who heard it
 * @param settledBy the name of who made something of it or put it aside
 * @param settledWhy why it was put aside
 */
public record HeardRow(
        String code,
        String customer,
        String customerName,
        String office,
        String words,
        @Nullable String saidBy,
        String heardBy,
        Instant heardAt,
        Channel channel,
        @Nullable String visit,
        State state,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledWhy,
        int version) {

    /** What has become of it. */
    public enum State {
        OPEN,
        TURNED,
        ASIDE
    }
}
