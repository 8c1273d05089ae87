package org.dorothydispatch.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change on the record.
 *
 * @param actor the username of who did it
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
        @Nullable String why) {}
