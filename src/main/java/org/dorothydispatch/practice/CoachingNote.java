package org.dorothydispatch.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A contact incident, and what a branch manager and the associate agreed to practise.
 *
 * @param office where it happened
 * @param zone the office's
 * @param customerName what they like to be called; null when the note is about no one customer
 * @param words what the customer met
 * @param associate the username of whom it is about
 * @param filedBy the name of the manager
 * @param story code of the story to practise; null while nothing is agreed
 * @param until the last day for it, in the office's zone
 * @param ending how the run ended with which it was done
 * @param version handed back with a change
 */
public record CoachingNote(
        String code,
        String office,
        ZoneId zone,
        @Nullable String customer,
        @Nullable String customerName,
        Place place,
        LocalDate happenedOn,
        String words,
        String associate,
        String associateName,
        String filedBy,
        Instant filedAt,
        @Nullable String story,
        @Nullable LocalDate until,
        @Nullable Instant doneAt,
        @Nullable Ending ending,
        int version) {

    /** Where the customer met it. */
    public enum Place {
        DESK("at the desk"),
        PHONE("on the phone"),
        DOOR("at the door");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As it is kept in the database. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Place of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How far a note is. */
    public enum State {
        /** Nothing is agreed yet. */
        FILED,
        AGREED,
        DONE
    }

    public State state() {
        if (doneAt != null) {
            return State.DONE;
        }
        return story == null ? State.FILED : State.AGREED;
    }
}
