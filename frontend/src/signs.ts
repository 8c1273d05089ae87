/** The bits of a card: what the checks found besides the lights, in one small number. The Java class `Signs` has the same. */
export const SIGN = {
    DOUBLE_BOOKED: 1,
    UNLICENSED: 2,
    /** A company protocol is broken. */
    PROTOCOL: 4,
    /** The technician is absent, off shift or not employed then. */
    AWAY: 8,
    /** The customer knows the technician. */
    KNOWN: 16,
    /** The customer does not know the technician yet. */
    NEW: 32,
    /** The customer has said something that nobody has answered. */
    UNANSWERED: 64,
    /** There is something to remember, and whoever drives there today has not read it. */
    UNREAD: 512,
} as const;

/** 0 nobody knows, 1 low, 2 middle, 3 high. */
export type Band = 0 | 1 | 2 | 3;

const BAND_SHIFT = 7;

export function bandOf(signs: number): Band {
    return ((signs >> BAND_SHIFT) & 3) as Band;
}

export function withBand(signs: number, band: Band): number {
    return signs | (band << BAND_SHIFT);
}
