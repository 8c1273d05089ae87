package org.dorothydispatch.audit;

import org.jspecify.annotations.Nullable;

/**
 * One change, as it is put on the record.
 *
 * @param office whose people may read the record; blank when it belongs to no office
 * @param action what was done: {@code move}, {@code consent}, {@code override} …
 * @param subjectKind what kind of thing changed: {@code visit}, {@code user} …
 * @param subject its code
 * @param before how it stood, in words; blank when it is new
 * @param after how it stands now, in words; blank when it is gone
 * @param why what the person said
 * @param opId the write this change belongs to
 */
public record Change(
        @Nullable String office,
        String action,
        String subjectKind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why,
        @Nullable String opId) {}
