package org.dorothydispatch.comparison;

import org.dorothydispatch.flags.FoundBreak;
import org.jspecify.annotations.Nullable;

/**
 * A promise that a visit did not keep, and whom it was given to.
 *
 * @param name what the customer is called
 * @param words what they said when it was heard; blank where nobody wrote it down
 */
public record BrokenPromise(
        FoundBreak found, String name, @Nullable String words) {

    /** The customer's part in a figure: their words, what happened, why, and what would have kept it. */
    public Behind behind() {
        // A short wish is quoted in the sentence already.
        var said = words == null || words.isBlank() || found.sentence().contains(words.strip())
                ? ""
                : "“%s” ".formatted(words.strip());
        var instead = found.instead() == null
                ? found.broken() ? " Nothing would have kept it." : ""
                : " "
                        + (found.against().isEmpty()
                                ? found.instead()
                                : found.instead() + " That was against a protocol.");
        return new Behind(
                found.customer(),
                name,
                "%s%s: %s %s%s".formatted(said, Days.words(found.date()), found.sentence(), found.why(), instead));
    }
}
