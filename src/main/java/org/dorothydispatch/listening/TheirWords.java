package org.dorothydispatch.listening;

/** What a customer says when they go or come back, as they said it. */
final class TheirWords {

    private TheirWords() {}

    /**
     * The words without blanks around them.
     *
     * @param missing the sentence where there are none
     * @throws IllegalArgumentException with a sentence when there are none or too many
     */
    static String of(String typed, String missing) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException(missing);
        }
        if (words.length() > ListeningService.LONGEST) {
            throw new IllegalArgumentException("Their words may have %d letters; these have %d. Keep what they said."
                    .formatted(ListeningService.LONGEST, words.length()));
        }
        return words;
    }
}
