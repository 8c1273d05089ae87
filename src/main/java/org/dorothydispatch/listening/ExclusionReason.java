package org.dorothydispatch.listening;

import java.util.Locale;

/** Why a customer may ask that a technician does not come. What somebody is, is none of them. */
public enum ExclusionReason {
    PAST_SERVICE("A complaint about work done", "What was wrong, and when?"),
    SAFETY("Somebody's safety", "What happened?"),
    HEALTH("An allergy or illness of the customer", "What must be kept away?"),
    RELATIONSHIP("Family, neighbours or a past relationship", ""),
    COURT_ORDER("A court's order", "Which court, and until when?");

    private final String words;
    private final String question;

    ExclusionReason(String words, String question) {
        this.words = words;
        this.question = question;
    }

    public String words() {
        return words;
    }

    /** What to ask besides; blank when the reason says enough. */
    public String question() {
        return question;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
