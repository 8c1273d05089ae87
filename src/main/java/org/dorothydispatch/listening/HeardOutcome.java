package org.dorothydispatch.listening;

import org.jspecify.annotations.Nullable;

/**
 * What became of a sentence.
 *
 * @param heard the code it is kept under; only when it was written down
 * @param before the one heard a minute ago; only for {@link Status#HEARD_BEFORE}
 * @param caught what the law is about; only for {@link Status#CAUGHT}
 */
public record HeardOutcome(
        Status status,
        String sentence,
        @Nullable String heard,
        @Nullable HeardRow before,
        LawLine.@Nullable Finding caught) {

    /** */
    public enum Status {
        /** Written down; it waits in the inbox. */
        KEPT,
        /** Nothing was written: the same was heard within a minute. Ask, then say so again with {@code sure}. */
        HEARD_BEFORE,
        /** Nothing was written: it is about who a technician is. */
        CAUGHT,
        /** Kept as declined, for managers to read. */
        KEPT_AS_DECLINED
    }
}
