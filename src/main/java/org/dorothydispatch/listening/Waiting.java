package org.dorothydispatch.listening;

import java.time.Instant;

/**
 * Something that waits for somebody of an office: a sentence nobody has answered, a wish to ask about again, a customer who
 * has cancelled and of whom the branch manager has not read yet.
 *
 * @param code of the sentence, the preference, or the cancellation
 * @param words the customer's; of a wish to ask about, the question
 * @param small who heard it and how, or the words the wish rests on
 * @param since when it began to wait
 */
public record Waiting(
        Kind kind,
        String code,
        String customer,
        String customerName,
        String office,
        String words,
        String small,
        Instant since) {

    /** */
    public enum Kind {
        HEARD,
        ASK_AGAIN,
        CANCELLED
    }
}
