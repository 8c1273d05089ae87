package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.util.List;

/**
 * From a sentence heard, in English, Spanish or both, to what it may mean as preferences. Transparent rules: turns of
 * phrase that anybody can read, no model and no learning, so the same words always give the same suggestions, and each
 * shows the words it rests on. Nothing acts by itself: a person confirms, corrects or drops each of them.
 *
 * <p>A sentence without a wish gives nothing. What somebody says about who a technician is (race, sex, age, religion …)
 * gives nothing either: see {@link LawLine}. Any text is accepted; the time grows with its length and nothing else.
 */
public final class Suggestions {

    /** A longer text has been pasted rather than heard; nobody confirms more than these. */
    static final int AT_MOST = 20;

    private Suggestions() {}

    /**
     * What the sentence may mean, the person first, then days, hours and the rest.
     *
     * @param today the date at the customer's office, for "next week" and "until Christmas"
     */
    public static List<Suggestion> from(String sentence, LocalDate today, Known known) {
        var ear = new Ear(sentence, today, known);
        PersonWishes.hear(ear);
        DayWishes.hear(ear);
        TimeWishes.hear(ear);
        OtherWishes.hear(ear);
        return ear.found();
    }
}
