import type { BoardSummary } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import { minuteOfDay } from './format.js';

/** Counts for the exception chips. A visit with a broken promise is not counted again as a broken wish. */
export function summarise(model: BoardModel, waiting: number): BoardSummary {
    let visits = 0;
    let brokenPromises = 0;
    let wishes = 0;
    let protocols = 0;
    const workdays = new Map<string, Visit[]>();
    for (const visit of model.visits()) {
        visits++;
        brokenPromises += visit.promisesBroken > 0 ? 1 : 0;
        wishes += visit.promisesBroken === 0 && visit.customerLight > 0 ? 1 : 0;
        protocols += visit.companyLight > 0 ? 1 : 0;
        if (visit.technician !== null && visit.date !== null && visit.start !== null) {
            const key = `${visit.technician}|${visit.date}`;
            const others = workdays.get(key);
            if (others) {
                others.push(visit);
            } else {
                workdays.set(key, [visit]);
            }
        }
    }
    let overlaps = 0;
    for (const workday of workdays.values()) {
        overlaps += overlapping(workday);
    }
    return { visits, brokenPromises, wishes, protocols, overlaps, unassigned: model.tray().length, waiting };
}

/** How many visits of one technician's day share time with another. */
function overlapping(workday: Visit[]): number {
    if (workday.length < 2) {
        return 0;
    }
    const spans = workday
        .map(({ start, minutes }) => ({
            from: minuteOfDay(start as string),
            to: minuteOfDay(start as string) + minutes,
        }))
        .sort((a, b) => a.from - b.from);
    const touched = new Set<number>();
    let longest = 0;
    for (let i = 1; i < spans.length; i++) {
        const before = spans[longest] as { from: number; to: number };
        const span = spans[i] as { from: number; to: number };
        if (span.from < before.to) {
            touched.add(longest).add(i);
        }
        if (span.to > before.to) {
            longest = i;
        }
    }
    return touched.size;
}
