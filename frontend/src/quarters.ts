import type { Allowed, Light } from './board-data.js';

/** The server's verdict of every quarter of an hour of a day: 96 characters. */

/** Minutes. */
export const QUARTER = 15;

/** What one quarter of an hour means for a visit that starts in it. */
export interface Quarter {
    readonly customer: Light;
    readonly company: Light;
    readonly allowed: Allowed;
}

const REFUSED: Quarter = { customer: 0, company: 2, allowed: 0 };

/** Reads one character of the server's 96: a dot, or a letter for both lights, upper case where an answer is owed. */
export function quarterAt(quarters: string, minute: number): Quarter {
    const sign = quarters[Math.floor(minute / QUARTER)] ?? '.';
    const letter = sign.toLowerCase().charCodeAt(0) - 97;
    if (letter < 0 || letter > 8) {
        return REFUSED;
    }
    return {
        customer: Math.floor(letter / 3) as Light,
        company: (letter % 3) as Light,
        allowed: sign === sign.toLowerCase() ? 1 : 2,
    };
}
