import type { Shift } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import type { Across, Spot } from './columns.js';
import type { DayPlan } from './day-plan.js';
import { minuteOfDay } from './format.js';
import type { Measure, Metrics } from './rows.js';
import { workdayOf, type RowSubject } from './row-kinds.js';

/** Where things stand on the hours of a day. Minutes are since midnight at the office; nothing of it touches the DOM. */

export const DAY = 24 * 60;
const HOUR = 60;
const EARLIEST = 7 * HOUR;
const LATEST = 18 * HOUR;
/** A shorter visit is drawn as long as this, so that it can be seen and held. */
const LEAST_BLOCK = 15;
/** Pixels of a minute below which the hours scroll sideways. */
const LEAST_SCALE = 1;
/** Minutes between the starts a pointer chooses. */
export const STEP = 5;

/** The stretch of the day that is shown, in whole hours. */
export interface Hours {
    readonly from: number;
    readonly to: number;
}

/** From the earliest to the latest shift or visit, at least a usual day. `known` is kept when nothing changes. */
export function hoursOf(model: BoardModel, date: string, rows: Iterable<string>, plan: DayPlan, known?: Hours): Hours {
    let from = EARLIEST;
    let to = LATEST;
    const widen = (start: number, end: number) => {
        from = Math.min(from, start);
        to = Math.max(to, end);
    };
    for (const row of rows) {
        for (const visit of model.cell(row, date)) {
            if (visit.start !== null) {
                const start = minuteOfDay(visit.start);
                widen(start, start + Math.max(visit.minutes, LEAST_BLOCK));
            }
        }
    }
    for (const shift of plan.shifts()) {
        widen(minuteOfDay(shift.from), minuteOfDay(shift.to));
    }
    const hours = {
        from: Math.max(0, Math.floor(from / HOUR) * HOUR),
        to: Math.min(DAY, Math.ceil(to / HOUR) * HOUR),
    };
    return known && known.from === hours.from && known.to === hours.to ? known : hours;
}

/** Whole hours from the first to the last but one. */
export function fullHours({ from, to }: Hours): number[] {
    return Array.from({ length: (to - from) / HOUR }, (_, hour) => from + hour * HOUR);
}

/** Where a minute lies, in hundredths of the shown stretch; clamped to it. */
export function share({ from, to }: Hours, minute: number): number {
    return (100 * (Math.max(from, Math.min(to, minute)) - from)) / (to - from);
}

/** The minutes of one day across the rows: a single column for the keyboard, any minute for the pointer. */
export class Axis implements Across {
    readonly count = 1;
    readonly leastWidth: number;
    readonly width: number;
    readonly #side: number;

    constructor(
        width: number,
        readonly hours: Hours,
        side: number,
    ) {
        const minutes = hours.to - hours.from;
        this.#side = side;
        this.leastWidth = side + minutes * LEAST_SCALE;
        this.width = Math.max(minutes * LEAST_SCALE, width - side);
    }

    /** Pixels of a minute. */
    get scale(): number {
        return this.width / (this.hours.to - this.hours.from);
    }

    at(x: number): Spot | null {
        return x < this.#side || x >= this.#side + this.width ? null : { column: 1, minute: this.minuteAt(x) };
    }

    /** Also left of the first hour and right of the last, as far as the day goes. */
    minuteAt(x: number): number {
        const minute = Math.round(this.hours.from + (x - this.#side) / this.scale);
        return Math.max(0, Math.min(DAY - 1, minute));
    }

    extent({ minute }: Spot): readonly [number, number] {
        const at = this.#side + ((minute ?? this.hours.from) - this.hours.from) * this.scale;
        return [at, at + HOUR * this.scale];
    }
}

/** A start as the pointer chooses it: on a step, and such that the visit ends on the same day. */
export function snapped(minute: number, minutes: number): number {
    const latest = DAY - Math.min(DAY, Math.max(minutes, STEP));
    return Math.max(0, Math.min(Math.floor(latest / STEP) * STEP, Math.round(minute / STEP) * STEP));
}

/** `08:05` */
export function timeOf(minute: number): string {
    const hour = Math.floor(minute / HOUR);
    return `${String(hour).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;
}

export interface Block {
    readonly visit: Visit;
    readonly from: number;
    readonly to: number;
    /** Which line of the row, so that no block hides another. */
    readonly lane: number;
    /** Shares time with another visit of the same technician. */
    readonly clash: boolean;
    /** Nobody has said when; it stands at the start of the shift. */
    readonly untimed: boolean;
}

/** Every visit as a block, each in the first lane that is free; `shift` says where those without a start stand. */
export function blocksOf(visits: readonly Visit[], shift: Shift | undefined): { blocks: Block[]; lanes: number } {
    const opening = shift ? minuteOfDay(shift.from) : 8 * HOUR;
    const timed = visits.map((visit) => {
        const from = visit.start === null ? opening : minuteOfDay(visit.start);
        const to = Math.min(DAY, from + Math.max(LEAST_BLOCK, visit.minutes));
        return { visit, from: Math.min(from, to - LEAST_BLOCK), to, untimed: visit.start === null };
    });
    timed.sort((a, b) => Number(a.untimed) - Number(b.untimed) || a.from - b.from || a.to - b.to);
    const ends: number[] = [];
    const clashing = clashesOf(timed.filter(({ untimed }) => !untimed));
    const blocks = timed.map((one) => {
        const free = ends.findIndex((end) => end <= one.from);
        const lane = free < 0 ? ends.length : free;
        ends[lane] = one.to;
        return { ...one, lane, clash: clashing.has(one.visit.code) };
    });
    return { blocks, lanes: Math.max(1, ends.length) };
}

/** Visits that share time with another of the same technician; `timed` is in the order of their starts. */
function clashesOf(timed: readonly { visit: Visit; from: number }[]): Set<string> {
    const clashing = new Set<string>();
    const longest = new Map<string, { code: string; end: number }>();
    for (const { visit, from } of timed) {
        const before = longest.get(visit.technician ?? '');
        const end = from + visit.minutes;
        if (before && from < before.end && visit.technician !== null) {
            clashing.add(before.code).add(visit.code);
        }
        if (!before || end > before.end) {
            longest.set(visit.technician ?? '', { code: visit.code, end });
        }
    }
    return clashing;
}

/** A drive between two stops that follow each other in a row. */
export interface Leg {
    readonly from: Visit;
    readonly to: Visit;
    readonly leaves: number;
    readonly minutes: number;
    /** Takes longer than the time between the two visits. */
    readonly tight: boolean;
}

/** The drives the server has told of, each from the end of one stop to the next. */
export function legsOf(visits: readonly Visit[], plan: DayPlan): Leg[] {
    const legs: Leg[] = [];
    const last = new Map<string, Visit>();
    for (const to of visits) {
        if (to.start === null || to.technician === null || to.status === 'missed') {
            continue;
        }
        const from = last.get(to.technician);
        const minutes = from && plan.drive(from.code, to.code);
        if (from?.start && minutes) {
            const leaves = minuteOfDay(from.start) + from.minutes;
            legs.push({ from, to, leaves, minutes, tight: leaves + minutes > minuteOfDay(to.start) });
        }
        last.set(to.technician, to);
    }
    return legs;
}

/** Room for the lanes of the day's blocks and the road under them. */
export function lanesMeasure(model: BoardModel, date: string, metrics: Metrics, plan: DayPlan): Measure {
    return (row: RowSubject) => {
        const driver = workdayOf(model, row, date)?.technician ?? null;
        const { lanes } = blocksOf(model.cell(row.key, date), plan.shift(driver));
        return 2 * metrics.pad + lanes * (metrics.lane + metrics.gap) + metrics.road + 1; // the line below the row
    };
}
