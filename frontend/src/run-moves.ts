import type { BoardModel, Draft, Visit } from './board-model.js';
import { dayAndMonth, shortWeekday } from './format.js';
import type { RowSubject } from './row-kinds.js';

/** Moves of whole runs, put together for the draft: who drives changes, places and times stay. */

/** A route on a day; in rows by technician, whatever one person drives on a day. */
export type Run = RouteRun | PersonDay;

export interface RouteRun {
    readonly route: string;
    readonly date: string;
}

export interface PersonDay {
    readonly technician: string;
    readonly date: string;
}

export type VisitMove = readonly [visit: Visit, to: Draft];

/** Either the moves or a sentence that says why there are none. */
export type RunMoves = { readonly moves: readonly VisitMove[] } | { readonly sentence: string };

/** The visits of a run that can still change, as this person's draft shows them. */
export function visitsOf(model: BoardModel, run: Run): Visit[] {
    return [...model.visits()].filter(
        (visit) =>
            (isRoute(run) ? visit.route === run.route : visit.technician === run.technician) &&
            visit.date === run.date &&
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
        return { sentence: `${model.technician(first)?.name ?? first} drives both already.` };
    }
    const moves = [...handOver(model, one, first, second), ...handOver(model, other, second, first)];
    return moves.length > 0 ? { moves } : { sentence: 'Neither of them has a visit that can still change.' };
}

/** All visits of a run go to one technician. */
export function sendRun(model: BoardModel, run: Run, technician: string): RunMoves {
    const moves = visitsOf(model, run)
        .filter((visit) => visit.technician !== technician)
        .map((visit): VisitMove => [visit, with_(visit, technician)]);
    return moves.length > 0
        ? { moves }
        : {
              sentence: `${model.technician(technician)?.name ?? technician} drives ${isRoute(run) ? nameOf(model, run) : 'all of it'} already, or nothing in it can still change.`,
          };
}

/** Who drives: whoever the server says, else whoever has most of its visits. */
export function driverOf(model: BoardModel, run: Run): string | null {
    if (!isRoute(run)) {
        return run.technician;
    }
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

export function nameOf(model: BoardModel, run: Run): string {
    return (isRoute(run) ? model.route(run.route) : model.technician(run.technician))?.name ?? 'this run';
}

/** What a cell of the board is as a run; null where its row is neither a route nor a person. */
export function runOf(row: RowSubject, date: string): Run | null {
    if (row.kind === 'person') {
        return row.technician && { technician: row.technician.code, date };
    }
    return row.route && { route: row.route.code, date };
}

/** Where visits go that are sent to a run: on a person's day they stay on a route the person can have. */
export function placeIn(model: BoardModel, run: Run, visit: Visit): Draft {
    return isRoute(run)
        ? { route: run.route, date: run.date, start: null, technician: null }
        : {
              route: model.usualRoutes(run.technician)[0]?.code ?? visit.route,
              date: run.date,
              start: null,
              technician: run.technician,
          };
}

export function isRoute(run: Run): run is RouteRun {
    return 'route' in run;
}
