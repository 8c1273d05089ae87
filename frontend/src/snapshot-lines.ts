import type { BoardSnapshot } from './board-data.js';
import type { Form } from './feed.js';

/**
 * A snapshot in lines: all but the visits that have a day, then the visits of each office on a line of their own. So a big
 * board can draw the offices in view before it reads the others. The Java class `BoardLines` writes it.
 */
export const inLines: Form<BoardSnapshot> = {
    accept: 'application/x-ndjson, application/json',
    async read(response) {
        if (!response.headers.get('Content-Type')?.startsWith('application/x-ndjson')) {
            return (await response.json()) as BoardSnapshot;
        }
        const lines = (await response.text()).split('\n');
        const snapshot = JSON.parse(lines[0] as string) as BoardSnapshot;
        const later = lines.slice(1, 1 + snapshot.offices.length);
        if (later.length < snapshot.offices.length) {
            throw new Error('The answer broke off.');
        }
        return { ...snapshot, later };
    },
};
