package org.dorothydispatch.board;

import java.math.BigDecimal;
import org.dorothydispatch.flags.Signs;
import org.jspecify.annotations.Nullable;

/** The bits of a card: those of {@link Signs}, and what the board adds. The frontend's {@code signs.ts} has the same. */
final class CardSigns {

    /** The customer has said something that nobody has answered. */
    static final int UNANSWERED = 64;

    private static final int BAND_SHIFT = 7;

    /** There is something to remember, and whoever drives there today has not read it. */
    static final int UNREAD = 512;

    private CardSigns() {}

    /** Two bits: 0 when nobody knows what the agreement is worth a year, else 1 low, 2 middle, 3 high. */
    static int band(@Nullable BigDecimal annualValue, ValueBands bands) {
        return annualValue == null ? 0 : bands.of(annualValue) << BAND_SHIFT;
    }
}
