package org.dorothydispatch.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change on the record.
 *
 * @param actor the username of who did it
 * @param token the name of the token through which a program of theirs did it; null when they did it themselves
 */
public record AuditRow(
        long id,
        Instant at,
        String actor,
        @Nullable String office,
        String action,
        String subjectKind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why,
        @Nullable String token) {}
