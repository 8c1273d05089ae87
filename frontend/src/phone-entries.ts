import type { Entry, Outcome, Stop, TechnicianDay } from './phone-data.js';
import { count } from './format.js';
import { newId } from './moves.js';

/** What the phone makes of what is entered on it, without a server. */

/** As many letters as `ListeningService` takes. */
export const LONGEST_WORDS = 2_000;
export const LONGEST_REASON = 2_000;

/** How a visit is closed, while it is being filled in. */
export interface Closing {
    readonly outcome: Outcome | null;
    readonly why: string;
    readonly said: string;
    readonly nothingSaid: boolean;
    /** When the technician was finished: the moment they pressed the button, not the one they had written it all down. */
    readonly at: number;
}

export function entryOf(
    stop: Pick<Stop, 'visit' | 'name'>,
    kind: Entry['kind'],
    at: number,
    more: Partial<Entry> = {},
): Entry {
    return {
        id: newId(),
        visit: stop.visit,
        name: stop.name,
        kind,
        at,
        mark: null,
        outcome: null,
        why: null,
        said: null,
        nothingSaid: false,
        keepDeclined: false,
        ...more,
    };
}

/** What is missing before a visit can be closed, in one sentence. */
export function closingLacks({ outcome, why, said, nothingSaid }: Closing): string | null {
    if (outcome === null) {
        return 'Say whether it was done or missed.';
    }
    if (outcome === 'MISSED' && why.trim() === '') {
        return 'Say why it was missed.';
    }
    if (why.trim().length > LONGEST_REASON) {
        return `A reason may have ${LONGEST_REASON} letters; this has ${why.trim().length}. Shorten it.`;
    }
    return wordsLack(said, nothingSaid);
}

export function wordsLack(said: string, nothingSaid: boolean): string | null {
    if (said.trim() === '' && !nothingSaid) {
        return 'Write down what they said, or say that they said nothing.';
    }
    if (said.trim().length > LONGEST_WORDS) {
        return `What they said may have ${LONGEST_WORDS} letters; this has ${said.trim().length}. Keep what they said, not how they came to it.`;
    }
    return null;
}

/** The day as it is once these entries have arrived. */
export function withEntries(day: TechnicianDay, entries: readonly Entry[]): TechnicianDay {
    if (entries.length === 0) {
        return day;
    }
    return {
        ...day,
        days: day.days.map((one) => ({
            ...one,
            stops: one.stops.map((stop) =>
                entries.filter(({ visit }) => visit === stop.visit).reduce((so, entry) => withEntry(so, entry), stop),
            ),
        })),
    };
}

function withEntry(stop: Stop, entry: Entry): Stop {
    const at = new Date(entry.at).toISOString();
    switch (entry.kind) {
        case 'READ':
            // Other words that came meanwhile have not been read by it.
            return entry.mark === stop.remember.mark
                ? { ...stop, remember: { ...stop.remember, readAt: stop.remember.readAt ?? at } }
                : stop;
        case 'CHECK_IN':
            return { ...stop, checkedIn: stop.checkedIn ?? at };
        case 'CHECK_OUT':
            return isOver(stop)
                ? stop
                : { ...stop, status: entry.outcome === 'DONE' ? 'done' : 'missed', checkedOut: at, why: entry.why };
        case 'SAID':
            return stop;
    }
}

export function isOver({ status }: Pick<Stop, 'status'>): boolean {
    return status === 'done' || status === 'missed';
}

/** Whether there is something to remember that has to be read before the visit can begin. */
export function mustRead({ remember }: Stop): boolean {
    return remember.words.length > 0 && remember.readAt === null;
}

export type Reach = 'fine' | 'lost' | 'signed-out';

/** The one line about what is sent and what is not. */
export function stateWords(waiting: number, reach: Reach, sent: boolean, asOf: string | null): string {
    const kept = `Not sent yet: ${waiting}`;
    switch (reach) {
        case 'signed-out':
            return waiting > 0 ? `You are signed out. ${kept}. It is kept on this phone.` : 'You are signed out.';
        case 'lost':
            return waiting > 0
                ? `No network. ${kept}. It is kept on this phone.`
                : `No network.${asOf === null ? '' : ` You see the day as of ${asOf}.`}`;
        case 'fine':
            return waiting > 0 ? kept : sent ? 'Sent' : asOf === null ? '' : `As of ${asOf}`;
    }
}

/** `4 visits, 3 to go` */
export function runWords(stops: readonly Stop[]): string {
    const open = stops.filter((stop) => !isOver(stop)).length;
    const visits = count(stops.length, 'visit');
    return open === stops.length ? visits : open === 0 ? `${visits}, all closed` : `${visits}, ${open} to go`;
}
