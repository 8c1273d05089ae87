import { stepTarget, type Cursor, type Direction, type Field, type Target } from './keyboard.js';
import { hasCells } from './row-kinds.js';
import { QUARTER } from './quarters.js';
import { DAY, STEP, snapped, type Hours } from './timeline.js';

/** The keys on the hours of a day: left and right follow the clock, up and down change the row and keep the time. */

export interface HoursField extends Field {
    /** Start of a visit in minutes since midnight. */
    minuteOf(visit: string): number;
}

export function stepOnHours(field: HoursField, cursor: Cursor, direction: Direction): Cursor {
    const at = field.index.get(cursor.row) ?? 0;
    const visits = stops(field, at);
    const place = cursor.visit === null ? -1 : visits.indexOf(cursor.visit);
    switch (direction) {
        case 'left':
            return place > 0 ? stop(field, at, visits[place - 1]) : { row: cursor.row, column: 0, visit: null };
        case 'right':
            return stop(field, at, visits[Math.min(place + 1, visits.length - 1)]);
        case 'home':
            return { row: cursor.row, column: 0, visit: null };
        case 'end':
            return stop(field, at, visits[visits.length - 1]);
        case 'up':
            return below(field, at - 1, cursor);
        case 'down':
            return below(field, at + 1, cursor);
        case 'first':
            return below(field, 0, cursor);
        case 'last':
            return below(field, field.rows.length - 1, cursor);
        case 'page-up':
            return below(field, Math.max(0, at - field.page), cursor);
        case 'page-down':
            return below(field, Math.min(field.rows.length - 1, at + field.page), cursor);
    }
}

/** The same time in another row: its visit that starts nearest. Beyond the board it stays. */
function below(field: HoursField, at: number, cursor: Cursor): Cursor {
    const row = field.rows[at];
    if (!row) {
        return cursor;
    }
    if (cursor.column === 0 || !hasCells(row.kind)) {
        return { row: row.key, column: cursor.column, visit: null };
    }
    const minute = cursor.visit === null ? null : field.minuteOf(cursor.visit);
    let best: string | undefined;
    for (const visit of stops(field, at)) {
        if (best === undefined || (minute !== null && gap(field, visit, minute) < gap(field, best, minute))) {
            best = visit;
        }
    }
    return stop(field, at, best);
}

function gap(field: HoursField, visit: string, minute: number): number {
    return Math.abs(field.minuteOf(visit) - minute);
}

function stops(field: HoursField, at: number): readonly string[] {
    const row = field.rows[at];
    return row && hasCells(row.kind) ? field.visits(row.key, 1) : [];
}

function stop(field: HoursField, at: number, visit: string | undefined): Cursor {
    return { row: (field.rows[at] as { key: string }).key, column: 1, visit: visit ?? null };
}

/** The next target of a lifted visit of so many minutes: a quarter of an hour on, or one small step when `fine`. */
export function stepTargetOnHours(
    field: Field,
    target: Target,
    direction: Direction,
    { fine, minutes, hours }: { fine: boolean; minutes: number; hours: Hours },
): Target {
    const minute = target.minute ?? hours.from;
    const way = fine ? STEP : QUARTER;
    switch (direction) {
        case 'left':
            return { ...target, minute: snapped(Math.ceil(minute / way) * way - way, minutes) };
        case 'right':
            return { ...target, minute: snapped(Math.floor(minute / way) * way + way, minutes) };
        case 'home':
            return { ...target, minute: snapped(hours.from, minutes) };
        case 'end':
            return { ...target, minute: snapped(Math.min(DAY, hours.to) - minutes, minutes) };
        default:
            return stepTarget(field, target, direction);
    }
}
