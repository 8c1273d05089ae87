import type { Visit } from './board-model.js';

/**
 * Who of the unassigned comes first: whoever waits longest and whose promise is nearest to breaking.
 *
 * 1. due by today and promised something: the promise breaks with every day, the longest overdue first;
 * 2. due by today without a promise, the longest overdue first;
 * 3. due later, the nearest day first.
 *
 * On the same day more promises come before fewer, then the name decides.
 */
export function byWaiting(today: string): (a: Visit, b: Visit) => number {
    return (a, b) =>
        rank(a, today) - rank(b, today) ||
        compare(a.due, b.due) ||
        b.promisesDue - a.promisesDue ||
        compare(a.name, b.name) ||
        compare(a.code, b.code);
}

function rank(visit: Visit, today: string): number {
    return visit.due > today ? 2 : visit.promisesDue > 0 ? 0 : 1;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
