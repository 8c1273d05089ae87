import type { BoardModel, Draft, Visit } from './board-model.js';
import { dayAndMonth, shortWeekday } from './format.js';

/** Moves of whole runs, put together for the draft: who drives changes, places and times stay. */

export interface Run {
    readonly route: string;
    readonly date: string;
}

export type VisitMove = readonly [visit: Visit, to: Draft];

/** Either the moves or a sentence that says why there are none. */
export type RunMoves = { readonly moves: readonly VisitMove[] } | { readonly sentence: string };

/** The visits of a run that can still change, as this person's draft shows them. */
export function visitsOf(model: BoardModel, { route, date }: Run): Visit[] {
    return [...model.visits()].filter(
        (visit) =>
            visit.route === route &&
            visit.date === date &&
            (visit.status === 'planned' || visit.status === 'confirmed'),
    );
}

/** The technicians of two runs of a day change places. Helpers who drive single visits of a run stay with them. */
export function swapRuns(model: BoardModel, one: Run, other: Run): RunMoves {
    if (one.date !== other.date) {
        return {
            sentence: `Both runs must be on ${shortWeekday(one.date)} ${dayAndMonth(one.date)}. Choose another run of that day.`,
        };
    }
    const first = driverOf(model, one);
    const second = driverOf(model, other);
    if (first === null || second === null) {
        const nobody = first === null ? one : other;
        return { sentence: `Nobody drives ${nameOf(model, nobody)} that day, so there is nobody to swap with.` };
    }
    if (first === second) {
        return { sentence: `${model.technician(first)?.name ?? first} drives both runs already.` };
    }
    const moves = [...handOver(model, one, first, second), ...handOver(model, other, second, first)];
    return moves.length > 0 ? { moves } : { sentence: 'Neither run has a visit that can still change.' };
}

/** All visits of a run go to one technician. */
export function sendRun(model: BoardModel, run: Run, technician: string): RunMoves {
    const moves = visitsOf(model, run)
        .filter((visit) => visit.technician !== technician)
        .map((visit): VisitMove => [visit, with_(visit, technician)]);
    return moves.length > 0
        ? { moves }
        : {
              sentence: `${model.technician(technician)?.name ?? technician} drives ${nameOf(model, run)} already, or nothing in it can still change.`,
          };
}

/** Who drives: whoever the server says, else whoever has most of its visits. */
export function driverOf(model: BoardModel, run: Run): string | null {
    return model.run(run.route, run.date)?.technician ?? visitsOf(model, run)[0]?.technician ?? null;
}

function handOver(model: BoardModel, run: Run, from: string, to: string): VisitMove[] {
    return visitsOf(model, run)
        .filter((visit) => visit.technician === from)
        .map((visit) => [visit, with_(visit, to)]);
}

function with_({ route, date, start }: Visit, technician: string): Draft {
    return { route, date, start, technician };
}

export function nameOf(model: BoardModel, { route }: Run): string {
    return model.route(route)?.name ?? 'this run';
}
