package org.dorothydispatch.technicianday;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param sentence what the technician should know; never blank unless it was simply stored
 * @param caught set when what the customer said is about who a technician is: it was not written down
 */
public record EntryAnswer(
        String id,
        Status status,
        @Nullable String sentence,
        @Nullable Caught caught) {

    /** */
    public enum Status {
        STORED,
        /** The visit is no longer as the phone showed it. What was entered is on the record of the office. */
        CONFLICT,
        /** It cannot be stored as it is; nothing was. */
        REFUSED
    }

    /**
     * @param options what can be written down instead
     * @param toSay the sentence to say to the customer
     */
    public record Caught(List<String> options, String toSay) {}

    static EntryAnswer stored(DayEntry entry, @Nullable String sentence) {
        return new EntryAnswer(entry.id(), Status.STORED, sentence, null);
    }

    static EntryAnswer refused(DayEntry entry, String sentence) {
        return new EntryAnswer(entry.id(), Status.REFUSED, sentence, null);
    }

    static EntryAnswer conflict(DayEntry entry, String sentence) {
        return new EntryAnswer(entry.id(), Status.CONFLICT, sentence, null);
    }

    EntryAnswer with(@Nullable Caught caught) {
        return new EntryAnswer(id, status, sentence, caught);
    }
}
