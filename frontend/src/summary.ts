import type { BoardSummary } from './board-data.js';
import type { BoardModel } from './board-model.js';
import { EXCEPTIONS, type Exception } from './exceptions.js';

/** Counts for the exception chips, from the very cards that are on the screen, so that the page never lies. */
export function summarise(model: BoardModel, waiting: number): BoardSummary {
    const counts = Object.fromEntries(EXCEPTIONS.map(({ code }) => [code, 0])) as Record<Exception, number>;
    let visits = 0;
    for (const visit of model.visits()) {
        visits++;
        for (const { code, holds } of EXCEPTIONS) {
            if (holds(visit)) {
                counts[code]++;
            }
        }
    }
    return { visits, waiting, counts };
}
