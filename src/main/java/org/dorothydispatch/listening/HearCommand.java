package org.dorothydispatch.listening;

import org.jspecify.annotations.Nullable;

/**
 * A sentence to write down.
 *
 * @param opId one for each time somebody presses the button: the same twice is written once
 * @param words as the customer said it
 * @param saidBy whose wish it is where a customer is several people; blank for the customer
 * @param visit the visit at which it was said; blank when there was none
 * @param sure written down although the same was heard a minute ago
 * @param keepDeclined kept as declined although it is about who a technician is; the customer was told so
 */
public record HearCommand(
        String opId,
        String customer,
        String words,
        @Nullable String saidBy,
        Channel channel,
        @Nullable String visit,
        boolean sure,
        boolean keepDeclined) {

    /** Said by the customer, not at a visit. */
    public static HearCommand of(String opId, String customer, String words, Channel channel) {
        return new HearCommand(opId, customer, words, null, channel, null, false, false);
    }

    /** Once more, knowing that it was heard before. */
    public HearCommand whenSure() {
        return new HearCommand(opId, customer, words, saidBy, channel, visit, true, keepDeclined);
    }

    /** Once more, to be kept as declined. */
    public HearCommand asDeclined() {
        return new HearCommand(opId, customer, words, saidBy, channel, visit, sure, true);
    }
}
