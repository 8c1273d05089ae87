import type { BoardSnapshot, Card, Run } from './board-data.js';
import type { Form } from './feed.js';

/** A value, or its place in the line's texts. */
type Text = number | null;

/** Cards and runs as they stand on a line. */
export interface Line {
    texts: string[];
    /** Cards; those of `SHARED` are places of texts. */
    visits: unknown[][];
    runs: [route: number, date: number, technician: Text, away: Text, shift: number][];
}

/** What of a card stands on many of them: office, route, technician, date, due, start, status, marks, reason. */
export const SHARED = [4, 5, 6, 7, 8, 9, 11, 15, 16];

/**
 * A snapshot in lines: all but visits and runs, then the visits that wait for a day, then visits and runs of each office.
 * So a big board can draw the offices in view before it reads the others. The Java class `BoardLines` writes it.
 */
export const inLines: Form<BoardSnapshot> = {
    accept: 'application/x-ndjson, application/json',
    async read(response) {
        if (!response.headers.get('Content-Type')?.startsWith('application/x-ndjson')) {
            return (await response.json()) as BoardSnapshot;
        }
        const [head, waiting, ...later] = (await response.text()).split('\n');
        const snapshot = JSON.parse(head as string) as BoardSnapshot;
        if (later.length < snapshot.offices.length) {
            throw new Error('The answer broke off.');
        }
        return { ...snapshot, ...readLine(waiting as string), later };
    },
};

/** Visits and runs of a line. */
export function readLine(line: string): { visits: Card[]; runs: Run[] } {
    const { texts, visits, runs } = JSON.parse(line) as Line;
    const text = (place: Text) => (place === null ? null : (texts[place] as string));
    for (const card of visits) {
        for (const at of SHARED) {
            card[at] = text(card[at] as Text);
        }
    }
    return {
        visits: visits as unknown as Card[],
        runs: runs.map(([route, date, technician, away, shift]) => ({
            route: texts[route] as string,
            date: texts[date] as string,
            technician: text(technician),
            away: text(away) as Run['away'],
            shift,
        })),
    };
}
