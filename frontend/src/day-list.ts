import type { Shift } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import type { DayPlan } from './day-plan.js';
import { minuteOfDay } from './format.js';
import { legsOf } from './timeline.js';

/** The day of one technician, from top to bottom. */

export interface Stop {
    readonly visit: Visit;
    /** Minutes of the drive that leads here; null where there is none or nobody has said. */
    readonly drive: number | null;
    /** Too little time for the drive. */
    readonly tight: boolean;
    /** Minutes left over before it, the drive taken off. */
    readonly free: number;
}

export interface DayOfOne {
    readonly stops: readonly Stop[];
    readonly shift: Shift | undefined;
    /** Minutes with customers, and on the road. */
    readonly work: number;
    readonly road: number;
}

/** A few minutes between two visits are not worth a line. */
const WORTH_SAYING = 10;

export function dayOfOne(model: BoardModel, technician: string, date: string, plan: DayPlan): DayOfOne {
    const visits = [...model.visits()]
        .filter((visit) => visit.technician === technician && visit.date === date && !isOut(visit))
        .sort((a, b) => compare(a.start ?? '~', b.start ?? '~') || compare(a.code, b.code));
    const legs = new Map(legsOf(visits, plan).map((leg) => [leg.to.code, leg]));
    let before: Visit | undefined;
    const stops = visits.map((visit) => {
        const leg = legs.get(visit.code);
        const drive = leg?.minutes ?? null;
        const free = before?.start && visit.start ? minuteOfDay(visit.start) - end(before) - (drive ?? 0) : 0;
        before = visit.start === null ? before : visit;
        return { visit, drive, tight: leg?.tight ?? false, free: free < WORTH_SAYING ? 0 : free };
    });
    return {
        stops,
        shift: plan.shift(technician),
        work: visits.reduce((sum, { minutes }) => sum + minutes, 0),
        road: stops.reduce((sum, { drive }) => sum + (drive ?? 0), 0),
    };
}

/** Everybody who works on this board, office by office; the technician after or before one, around the end. */
export function technicianBeside(model: BoardModel, technician: string, by: 1 | -1): string | null {
    const all = [...new Set(model.offices.flatMap(({ code }) => model.peopleOf(code).map((person) => person.code)))];
    const at = all.indexOf(technician);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    return all[next] ?? null;
}

/** `45 min`, `2 h`, `4 h 15 min` */
export function duration(minutes: number): string {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function isOut({ status }: Visit): boolean {
    return status === 'cancelled' || status === 'unassigned';
}

function end({ start, minutes }: Visit): number {
    return minuteOfDay(start ?? '00:00') + minutes;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
