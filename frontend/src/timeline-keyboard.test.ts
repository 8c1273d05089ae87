import { describe, expect, it } from 'vitest';
import type { Cursor, Direction } from './keyboard.js';
import { stepOnHours, stepTargetOnHours, type HoursField } from './timeline-keyboard.js';

const starts: Record<string, number> = { a1: 480, a2: 600, a3: 780, b1: 590, b2: 900 };
const rows = [
    { key: 'riverside', kind: 'office' },
    { key: 'a', kind: 'route' },
    { key: 'b', kind: 'person' },
    { key: 'empty', kind: 'route' },
];
const field: HoursField = {
    rows,
    index: new Map(rows.map((row, place) => [row.key, place])),
    columns: 1,
    page: 2,
    visits: (row) => Object.keys(starts).filter((visit) => visit.startsWith(row)),
    minuteOf: (visit) => starts[visit]!,
};
const at = (row: string, visit: string | null, column = 1): Cursor => ({ row, column, visit });
const walk = (from: Cursor, ...ways: Direction[]) =>
    ways.reduce((cursor, way) => stepOnHours(field, cursor, way), from);

describe('stepOnHours', () => {
    it('follows the clock along a row, and leaves it to the head', () => {
        expect(walk(at('a', 'a1'), 'right')).toEqual(at('a', 'a2'));
        expect(walk(at('a', 'a2'), 'left', 'left')).toEqual(at('a', null, 0));
        expect(walk(at('a', null, 0), 'right')).toEqual(at('a', 'a1'));
        expect(walk(at('a', 'a3'), 'right')).toEqual(at('a', 'a3'));
        expect(walk(at('a', 'a1'), 'end')).toEqual(at('a', 'a3'));
    });

    it('goes to the visit nearest in time in the next row', () => {
        expect(walk(at('a', 'a2'), 'down')).toEqual(at('b', 'b1'));
        expect(walk(at('a', 'a3'), 'down')).toEqual(at('b', 'b2'));
        expect(walk(at('b', 'b1'), 'up')).toEqual(at('a', 'a2'));
    });

    it('stops at an empty day as a whole, and at the edge of the board', () => {
        expect(walk(at('b', 'b1'), 'down')).toEqual(at('empty', null));
        expect(walk(at('empty', null), 'down', 'right')).toEqual(at('empty', null));
        expect(walk(at('a', 'a1'), 'first')).toEqual(at('riverside', null));
    });
});

describe('stepTargetOnHours', () => {
    const hours = { from: 420, to: 1080 };
    const step = (minute: number, direction: Direction, fine = false) =>
        stepTargetOnHours(field, { row: 'a', column: 1, minute }, direction, { fine, minutes: 60, hours });

    it('moves by a quarter of an hour, with Shift by five minutes, and onto the round time first', () => {
        expect(step(540, 'right').minute).toBe(555);
        expect(step(540, 'left').minute).toBe(525);
        expect(step(550, 'right').minute).toBe(555);
        expect(step(550, 'left').minute).toBe(540);
        expect(step(540, 'right', true).minute).toBe(545);
    });

    it('keeps the time from row to row', () => {
        expect(step(545, 'down')).toEqual({ row: 'b', column: 1, minute: 545 });
    });

    it('goes to both ends of the hours, and not beyond the day', () => {
        expect(step(600, 'home').minute).toBe(420);
        expect(step(600, 'end').minute).toBe(1020);
        expect(step(0, 'left').minute).toBe(0);
        expect(step(1380, 'right').minute).toBe(1380);
    });
});
