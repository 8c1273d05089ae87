package org.dorothydispatch.listening;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody has ever asked this customer what matters to them.
 *
 * @param last the last day on which they said or confirmed something; blank when they never did
 * @param wishes how many wishes are in force
 * @param question what somebody wants to know when they are next seen; blank for nothing in particular
 * @param questionBy who wants to know
 */
public record Coverage(
        String customer,
        String name,
        String office,
        State state,
        @Nullable LocalDate last,
        int wishes,
        @Nullable String question,
        @Nullable String questionBy) {

    /** In the order in which somebody has to be asked. */
    public enum State {
        /** Nothing was heard, nothing stated, nobody asked. */
        NEVER_ASKED("Never asked"),
        /** They said something once, but more than twelve months ago. */
        ASKED("Asked, more than a year ago"),
        /** They said or confirmed something in the last twelve months. */
        CONFIRMED("Confirmed in the last 12 months");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One line for whoever is about to talk to them; says nothing when they were asked lately. */
    public String toAsk() {
        if (question != null) {
            return question;
        }
        return switch (state) {
            case NEVER_ASKED -> "Nobody has asked what matters to them.";
            case ASKED -> "Nobody has asked for over a year whether it is all still so.";
            case CONFIRMED -> "";
        };
    }
}
