package org.dorothydispatch.technicianday;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a technician entered on their phone, maybe long before it could be sent.
 *
 * @param id made by the phone, once for each time a button is pressed; what comes twice is done once. At most 64 characters
 * @param agoMillis how long ago it was entered when it was sent: the phone's own clock may be wrong
 * @param mark which words to remember the phone showed; empty for none
 * @param outcome how a visit ended; only for {@link Kind#CHECK_OUT}
 * @param why why a visit was missed
 * @param said what the customer said, in their words
 * @param nothingSaid they were asked and said nothing
 * @param keepDeclined what they said is kept as declined although it is about who a technician is; they were told so
 */
public record DayEntry(
        String id,
        String visit,
        Kind kind,
        long agoMillis,
        @Nullable String mark,
        @Nullable Outcome outcome,
        @Nullable String why,
        @Nullable String said,
        boolean nothingSaid,
        boolean keepDeclined) {

    public DayEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(visit);
        Objects.requireNonNull(kind);
    }

    /** What was done. */
    public enum Kind {
        /** Read what to remember. */
        READ,
        CHECK_IN,
        /** Went away again, and closed the visit. */
        CHECK_OUT,
        /** Wrote down what the customer said, apart from the end of the visit. */
        SAID
    }

    /** How a visit ended. */
    public enum Outcome {
        DONE("done"),
        MISSED("missed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The status of the visit from then on. */
        String word() {
            return word;
        }
    }

    boolean saysSomething() {
        return said != null && !said.isBlank();
    }
}
