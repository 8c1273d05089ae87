import type { Allowed, Light, VerdictMap, VerdictTarget } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import { minuteOfDay } from './format.js';
import { quarterAt } from './quarters.js';
import { workdayOf, type RowSubject } from './row-kinds.js';

/** How a target looks: the customer's light decides first, so what the customer minds never looks good. */
export type Tone = 'good' | 'caution' | 'bad' | 'blocked' | 'unknown';

export interface Verdict {
    readonly customer: Light | null;
    readonly company: Light | null;
    readonly text: string;
    readonly start: string | null;
    readonly technician: string | null;
    readonly allowed: Allowed;
    readonly tone: Tone;
    /** The route the visit would be on; null where the board has to know it itself. */
    readonly route: string | null;
    /** What each quarter of an hour would mean, as `timeline.ts` reads it; null when only the best start was asked for. */
    readonly quarters: string | null;
}

export function toneOf(customer: Light, company: Light, allowed: Allowed): Tone {
    if (allowed === 0) {
        return 'blocked';
    }
    if (customer === 2) {
        return 'bad';
    }
    return customer === 1 || company === 2 ? 'caution' : 'good';
}

/** What the server says of a day that is over. */
export const PAST = 'past';

/** The server's verdicts for the lifted visits, looked up by cell. */
export class Verdicts {
    readonly #targets = new Map<string, Verdict>();

    /** `known` are the targets asked for earlier, before another office was opened. */
    constructor(map: VerdictMap, known?: Verdicts) {
        if (known) {
            known.#targets.forEach((verdict, key) => this.#targets.set(key, verdict));
        }
        for (const target of map.targets) {
            this.#targets.set(`${target[0]}|${target[1]}`, verdictOf(target));
        }
    }

    /** `row` is the code of a route or of a technician, as the server was asked. */
    at(row: string, date: string): Verdict | undefined {
        return this.#targets.get(`${row}|${date}`);
    }
}

function verdictOf(target: VerdictTarget): Verdict {
    const [, , customer, company, text, start, technician, allowed, route, quarters] = target;
    const tone = toneOf(customer, company, allowed);
    return { customer, company, text, start, technician, allowed, tone, route, quarters };
}

/** What this screen knows by itself while the server has not answered: who is away, and which run would be too full. */
export function provisionalVerdict(model: BoardModel, visit: Visit, row: RowSubject, date: string): Verdict {
    const run = workdayOf(model, row, date);
    const unknown = {
        route: null,
        quarters: null,
        customer: null,
        company: null,
        start: null,
        technician: run?.technician ?? null,
        allowed: 2 as Allowed,
        tone: 'unknown' as Tone,
    };
    if (date < row.office.today) {
        return { ...unknown, text: PAST, allowed: 0, tone: 'blocked' };
    }
    if (!run) {
        return { ...unknown, text: '' };
    }
    if (run.away !== null) {
        return { ...unknown, text: awayWord(run.away) };
    }
    const full = run.shift > 0 && model.minutes(row.key, date) + visit.minutes > run.shift;
    return { ...unknown, text: full ? 'full' : '' };
}

/** What the tray would mean: it breaks nothing today, and nobody comes. */
export function trayVerdict(visit: Visit): Verdict | 'here' {
    if (visit.status === 'unassigned' || visit.date === null) {
        return 'here';
    }
    return {
        customer: null,
        company: null,
        text: 'Nobody would come',
        start: null,
        technician: null,
        allowed: 1,
        tone: 'unknown',
        route: null,
        quarters: null,
    };
}

export function awayWord(away: string): string {
    return away === 'other' ? 'away' : away;
}

const COLOURS = ['green', 'amber', 'red'];

/** The verdict as a sentence for the live region. */
export function spokenVerdict(verdict: Verdict): string {
    if (verdict.customer === null || verdict.company === null) {
        return verdict.text === '' ? 'Not checked yet.' : `${verdict.text}. Not checked yet.`;
    }
    const lights = `Customer ${COLOURS[verdict.customer]}, company ${COLOURS[verdict.company]}`;
    const reason = verdict.text === '' ? '' : `: ${verdict.text}`;
    return `${lights}${reason}. ${consequence(verdict)}.`;
}

const CONSEQUENCES = ['It cannot go here', 'Free to drop', 'Needs a consent or a reason'];

export function consequence(verdict: Verdict): string {
    return CONSEQUENCES[verdict.allowed] as string;
}

/** What one start of a day means, out of the verdict of that day: its own lights, and the reason only where it is the same. */
export function verdictAtStart(verdict: Verdict, start: string): Verdict {
    if (verdict.quarters === null || verdict.start === start) {
        return { ...verdict, start };
    }
    const { customer, company, allowed } = quarterAt(verdict.quarters, minuteOfDay(start));
    const same = customer === verdict.customer && company === verdict.company && allowed === verdict.allowed;
    const text = same ? verdict.text : '';
    return { ...verdict, customer, company, allowed, text, start, tone: toneOf(customer, company, allowed) };
}
