package org.dorothydispatch.flags;

import java.util.Collection;
import org.dorothydispatch.rules.FeasibilityKind;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Side;

/**
 * What the checks found besides the two lights, as bits of one small number: kept with the verdict and sent with each
 * card of the board. The frontend's {@code signs.ts} has the same bits.
 */
public final class Signs {

    public static final int DOUBLE_BOOKED = 1;
    public static final int UNLICENSED = 2;
    /** A company protocol is broken. */
    public static final int PROTOCOL = 4;
    /** The technician is absent, off shift, not employed then, or not sent there. */
    public static final int AWAY = 8;
    /** The customer knows the technician. */
    public static final int KNOWN = 16;
    /** The customer does not know the technician yet. */
    public static final int NEW = 32;

    private Signs() {}

    static int of(Collection<Flag> flags, boolean known) {
        int signs = known ? KNOWN : NEW;
        for (var flag : flags) {
            if (flag.broken()) {
                signs |= of(flag);
            }
        }
        return signs;
    }

    private static int of(Flag flag) {
        return switch (flag.side()) {
            case Side.CUSTOMER -> 0;
            case Side.COMPANY -> PROTOCOL;
            case Side.FEASIBILITY ->
                switch (FeasibilityKind.valueOf(flag.kind())) {
                    case DOUBLE_BOOKED -> DOUBLE_BOOKED;
                    case UNLICENSED -> UNLICENSED;
                    case ABSENT, KEPT_AWAY, NOT_EMPLOYED, OFF_SHIFT -> AWAY;
                };
        };
    }
}
