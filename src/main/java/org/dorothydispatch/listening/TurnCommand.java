package org.dorothydispatch.listening;

import java.util.List;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.NewPreference;
import org.jspecify.annotations.Nullable;

/**
 * What a person makes of a sentence that was heard.
 *
 * @param version the one the person saw
 */
public record TurnCommand(String heard, int version, List<Wish> wishes) {

    public TurnCommand {
        wishes = List.copyOf(wishes);
    }

    /**
     * One preference out of the sentence.
     *
     * @param answer the company's answer; blank while there is none
     * @param exclusion for "never this technician", why
     */
    public record Wish(
            NewPreference preference,
            @Nullable AnswerGiven answer,
            @Nullable Exclusion exclusion) {

        public static Wish unanswered(NewPreference preference) {
            return new Wish(preference, null, null);
        }
    }
}
