package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.flags.FoundBreak;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between a customer and us.
 *
 * @param words of the customer, as they said it; else what we did, in a sentence
 * @param small who heard it, or what more there is to say
 * @param technician code of who came; blank when it is no visit
 * @param name of who came
 * @param breaks what the visit broke, and what the customer let go of for it
 */
public record TimelineEntry(
        LocalDate date,
        Kind kind,
        String words,
        String small,
        @Nullable String technician,
        @Nullable String name,
        List<FoundBreak> breaks) {

    public TimelineEntry {
        breaks = List.copyOf(breaks);
    }

    /** Of one day, what was said comes before what was answered, and that before who came. */
    public enum Kind {
        SAID,
        ANSWERED,
        VISIT
    }

    /** Whether it is theirs: what they said, beside what we did. */
    public boolean theirs() {
        return kind == Kind.SAID;
    }
}
