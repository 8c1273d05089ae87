import { trayRow } from './board-model.js';
import { hasCells, takesVisits } from './row-kinds.js';
import { tileColumns } from './tiles.js';

/** Where the keyboard stands and where a key takes it. Pure; the element turns it into focus. */

/** `column` 0 is the row's head, 1 the first day. `visit` is the card in the cell, null when the cell itself has the focus. */
export interface Cursor {
    readonly row: string;
    readonly column: number;
    readonly visit: string | null;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'first' | 'last' | 'page-up' | 'page-down';

export type Intent =
    | { type: 'go'; direction: Direction }
    | { type: 'lift' | 'drop' | 'cancel' | 'select' | 'move-to' | 'unassign' | 'toggle' };

/** What the keyboard needs to know of the board. */
export interface Field {
    /** Rows from top to bottom; only rows with cells have day columns. */
    readonly rows: readonly { readonly key: string; readonly kind: string }[];
    readonly index: ReadonlyMap<string, number>;
    readonly columns: number;
    /** How many cards may stand side by side in a cell; one without it. */
    readonly across?: number;
    /** Rows that fit on the screen. */
    readonly page: number;
    visits(row: string, column: number): readonly string[];
}

const DIRECTIONS: Record<string, Direction> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
    Home: 'home',
    End: 'end',
    PageUp: 'page-up',
    PageDown: 'page-down',
};

/** What has the focus; a row's head counts as a cell. */
export type Focus = 'card' | 'cell' | 'office';

export interface Key {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
}

/** What a key means; `lifted` says whether a visit is in the air. Null leaves the key to the browser. */
export function intentOf(key: Key, on: Focus, lifted: boolean): Intent | null {
    if (key.altKey || key.metaKey) {
        return null;
    }
    const direction = DIRECTIONS[key.key];
    if (direction) {
        return { type: 'go', direction: key.ctrlKey ? corner(direction) : direction };
    }
    if (key.ctrlKey) {
        return null;
    }
    if (lifted) {
        return LIFTED[key.key] ?? null;
    }
    if (on === 'card') {
        return ON_CARD[key.key] ?? null;
    }
    return on === 'office' && (key.key === 'Enter' || key.key === ' ') ? { type: 'toggle' } : null;
}

const LIFTED: Record<string, Intent> = {
    Enter: { type: 'drop' },
    ' ': { type: 'drop' },
    Escape: { type: 'cancel' },
    Delete: { type: 'unassign' },
};

const ON_CARD: Record<string, Intent> = {
    Enter: { type: 'select' },
    ' ': { type: 'lift' },
    m: { type: 'move-to' },
    M: { type: 'move-to' },
    Delete: { type: 'unassign' },
};

function corner(direction: Direction): Direction {
    return direction === 'home' ? 'first' : direction === 'end' ? 'last' : direction;
}

/** The next stop. Up and down go card by card through a day's column, left and right keep the place in the cell. */
export function step(field: Field, cursor: Cursor, direction: Direction): Cursor {
    const at = field.index.get(cursor.row);
    if (at === undefined) {
        return firstStop(field) ?? cursor;
    }
    const here = stops(field, at, cursor.column);
    const place = Math.max(0, cursor.visit === null ? 0 : here.indexOf(cursor.visit));
    const inside = stepAmongTiles(field, here.length, place, direction);
    if (inside !== null && isCells(field, at)) {
        return stopAt(field, at, cursor.column, inside);
    }
    switch (direction) {
        case 'down':
            return columnsOf(field, here) === 1 && place + 1 < here.length && isCells(field, at)
                ? stopAt(field, at, cursor.column, place + 1)
                : at + 1 < field.rows.length
                  ? stopAt(field, at + 1, cursor.column, 0)
                  : cursor;
        case 'up':
            return columnsOf(field, here) === 1 && place > 0
                ? stopAt(field, at, cursor.column, place - 1)
                : at > 0
                  ? stopAt(field, at - 1, cursor.column, Infinity)
                  : cursor;
        case 'left':
            return beside(field, at, cursor, place, -1);
        case 'right':
            return beside(field, at, cursor, place, 1);
        case 'home':
            return stopAt(field, at, 0, 0);
        case 'end':
            return stopAt(field, at, field.columns, 0);
        case 'first':
            return stopAt(field, 0, cursor.column, 0);
        case 'last':
            return stopAt(field, field.rows.length - 1, cursor.column, 0);
        case 'page-up':
            return stopAt(field, Math.max(0, at - field.page), cursor.column, 0);
        case 'page-down':
            return stopAt(field, Math.min(field.rows.length - 1, at + field.page), cursor.column, 0);
    }
}

/** The same line of the day before or after: its nearest card where they stand side by side. */
function beside(field: Field, at: number, cursor: Cursor, place: number, by: 1 | -1): Cursor {
    const column = Math.max(0, Math.min(field.columns, cursor.column + by));
    if (column === cursor.column) {
        return cursor;
    }
    const [here, there] = [stops(field, at, cursor.column), stops(field, at, column)];
    const [from, to] = [columnsOf(field, here), columnsOf(field, there)];
    const line = Math.floor(place / from);
    return stopAt(field, at, column, line * to + (by < 0 ? to - 1 : 0));
}

function columnsOf({ across = 1 }: Field, cards: readonly string[]): number {
    return tileColumns(cards.length, across);
}

/** The next place in a cell whose cards stand side by side; null when the step leaves the cell, or it is a list. */
function stepAmongTiles({ across = 1 }: Field, count: number, place: number, direction: Direction): number | null {
    const columns = tileColumns(count, across);
    const ways: Partial<Record<Direction, number>> = { left: -1, right: 1, up: -columns, down: columns };
    const way = ways[direction];
    if (columns === 1 || way === undefined) {
        return null;
    }
    const next = place + way;
    const sideways = direction === 'left' || direction === 'right';
    const line = (at: number) => Math.floor(at / columns);
    if (sideways) {
        return next >= 0 && next < count && line(next) === line(place) ? next : null;
    }
    // Below the end of a shorter last line stands its last card.
    return next < 0 || line(next) > line(count - 1) ? null : Math.min(next, count - 1);
}

export function firstStop(field: Field): Cursor | null {
    const first = field.rows[0];
    return first ? { row: first.key, column: 0, visit: null } : null;
}

/** The same place on a board that has changed: a card that is there, else the cell, else the top of the board. */
export function settle(field: Field, cursor: Cursor | null): Cursor | null {
    const at = cursor ? field.index.get(cursor.row) : undefined;
    if (!cursor || at === undefined) {
        return firstStop(field);
    }
    const column = Math.min(cursor.column, field.columns);
    const place = cursor.visit === null ? -1 : stops(field, at, column).indexOf(cursor.visit);
    return place >= 0 && column === cursor.column ? cursor : stopAt(field, at, column, 0);
}

export interface Target {
    readonly row: string;
    readonly column: number;
    /** The start aimed at, where minutes lie across. */
    readonly minute?: number;
}

/** The next target of a lifted visit: the days of rows that take visits and below them the tray; stays where it is at the edge of the board. */
export function stepTarget(field: Field, target: Target, direction: Direction): Target {
    if (target.row === trayRow) {
        return direction === 'up' ? nearestTarget(field, field.rows.length - 1, -1, target) : target;
    }
    const next = stepInRows(field, target, direction);
    return direction === 'down' && next === target ? { row: trayRow, column: target.column } : next;
}

function stepInRows(field: Field, target: Target, direction: Direction): Target {
    const at = field.index.get(target.row) ?? 0;
    switch (direction) {
        case 'left':
            return { row: target.row, column: Math.max(1, target.column - 1) };
        case 'right':
            return { row: target.row, column: Math.min(field.columns, target.column + 1) };
        case 'home':
            return { row: target.row, column: 1 };
        case 'end':
            return { row: target.row, column: field.columns };
        case 'up':
            return nearestTarget(field, at - 1, -1, target);
        case 'down':
            return nearestTarget(field, at + 1, 1, target);
        case 'first':
            return nearestTarget(field, 0, 1, target);
        case 'last':
            return nearestTarget(field, field.rows.length - 1, -1, target);
        case 'page-up':
            return nearestTarget(field, Math.max(0, at - field.page), 1, target);
        case 'page-down':
            return nearestTarget(field, Math.min(field.rows.length - 1, at + field.page), -1, target);
    }
}

function nearestTarget(field: Field, from: number, by: 1 | -1, target: Target): Target {
    for (let at = from; at >= 0 && at < field.rows.length; at += by) {
        const row = field.rows[at];
        if (row && takesVisits(row.kind)) {
            return { ...target, row: row.key };
        }
    }
    return target;
}

function isCells(field: Field, at: number): boolean {
    return hasCells(field.rows[at]?.kind ?? '');
}

function stops(field: Field, at: number, column: number): readonly string[] {
    const row = field.rows[at];
    return row && column > 0 && isCells(field, at) ? field.visits(row.key, column) : [];
}

function stopAt(field: Field, at: number, column: number, place: number): Cursor {
    const row = field.rows[at];
    if (!row) {
        throw new Error(`There is no row (${at}) on a board of (${field.rows.length}) rows.`);
    }
    const cards = stops(field, at, column);
    return { row: row.key, column, visit: cards[Math.min(place, cards.length - 1)] ?? null };
}
