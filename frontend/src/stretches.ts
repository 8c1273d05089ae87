import { QUARTER, quarterAt } from './quarters.js';
import { toneOf, type Tone } from './verdicts.js';

/** A stretch of the day over which the verdict has the same tone. */
export interface Stretch {
    readonly from: number;
    readonly to: number;
    readonly tone: Tone;
}

export function stretchesOf(quarters: string): Stretch[] {
    const stretches: Stretch[] = [];
    for (let minute = 0; minute < 96 * QUARTER; minute += QUARTER) {
        const { customer, company, allowed } = quarterAt(quarters, minute);
        const tone = toneOf(customer, company, allowed);
        const last = stretches[stretches.length - 1];
        if (last?.tone === tone) {
            stretches[stretches.length - 1] = { ...last, to: minute + QUARTER };
        } else {
            stretches.push({ from: minute, to: minute + QUARTER, tone });
        }
    }
    return stretches;
}
