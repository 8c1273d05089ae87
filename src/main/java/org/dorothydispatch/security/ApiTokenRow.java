package org.dorothydispatch.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of somebody's programs, as its person sees it. What the program shows is not kept.
 *
 * @param lastUsedAt to the minute; null when it was never used
 */
public record ApiTokenRow(
        long id, String name, Instant madeAt, @Nullable Instant lastUsedAt) {}
