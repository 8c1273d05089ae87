package org.dorothydispatch.flags;

import java.time.Instant;
import java.util.List;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * What the checks said of one visit, as it is kept.
 *
 * @param reason the few words that decide, for the card
 * @param signs see {@link Signs}
 * @param recheckAt from when the clock alone can change it
 */
record Judgement(
        String visit,
        List<FlagRow> flags,
        Light customerLight,
        Light companyLight,
        int promisesDue,
        int promisesBroken,
        @Nullable String reason,
        int signs,
        @Nullable Instant recheckAt) {}
