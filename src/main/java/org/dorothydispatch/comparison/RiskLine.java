package org.dorothydispatch.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer of the list with everything that is said of them. */
public record RiskLine(RiskRow row, List<Reason> reasons, Mend mend) {

    /**
     * Equal reasons are one, told with how often.
     *
     * @param words the customer's own, where they are not in the sentence
     */
    public record Reason(String sentence, @Nullable String words, int times) {

        /** Both in one line. */
        public String line() {
            return words == null ? sentence : "%s “%s”".formatted(sentence, words);
        }
    }

    /**
     * What to do next.
     *
     * @param address where it is done, on this console
     */
    public record Mend(String sentence, String address) {}
}
