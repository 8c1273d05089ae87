import { describe, expect, it } from 'vitest';
import { trayRow } from './board-model.js';
import { intentOf, settle, step, stepTarget, type Cursor, type Direction, type Field } from './keyboard.js';

const cells: Record<string, string[]> = { 'a 1': ['a1', 'a2', 'a3'], 'a 2': ['a4'], 'b 1': ['b1', 'b2'] };
const rows = [
    { key: 'riverside', kind: 'office' },
    { key: 'a', kind: 'route' },
    { key: 'b', kind: 'route' },
    { key: 'hilltop', kind: 'office' },
    { key: 'c', kind: 'route' },
    { key: 'loose', kind: 'loose' },
];
const field: Field = {
    rows,
    index: new Map(rows.map((row, place) => [row.key, place])),
    columns: 3,
    page: 2,
    visits: (row, column) => cells[`${row} ${column}`] ?? [],
};
const at = (row: string, column: number, visit: string | null = null): Cursor => ({ row, column, visit });
const walk = (from: Cursor, ...ways: Direction[]) => ways.reduce((cursor, way) => step(field, cursor, way), from);

describe('step among cards that stand side by side', () => {
    const wall = {
        '1': ['m1', 'm2', 'm3', 'm4', 'm5'],
        '2': ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'],
    } as const;
    const tiled: Field = {
        ...field,
        across: 4,
        visits: (row, column) => (row === 'a' ? (wall[column as 1 | 2] ?? []) : (cells[`${row} ${column}`] ?? [])),
    };
    const go = (from: Cursor, ...ways: Direction[]) => ways.reduce((cursor, way) => step(tiled, cursor, way), from);

    it('goes along a line and on into the same line of the next day', () => {
        expect(go(at('a', 1, 'm1'), 'right')).toEqual(at('a', 1, 'm2'));
        expect(go(at('a', 1, 'm3'), 'right')).toEqual(at('a', 2, 't1'));
        expect(go(at('a', 1, 'm5'), 'right')).toEqual(at('a', 2, 't5'));
        expect(go(at('a', 2, 't5'), 'left')).toEqual(at('a', 1, 'm5'));
        expect(go(at('a', 2, 't2'), 'left', 'left')).toEqual(at('a', 1, 'm3'));
        expect(go(at('a', 2, 't8'), 'right')).toEqual(at('a', 3));
    });

    it('goes from line to line and on into the next row', () => {
        expect(go(at('a', 2, 't2'), 'down')).toEqual(at('a', 2, 't6'));
        expect(go(at('a', 1, 'm3'), 'down')).toEqual(at('a', 1, 'm5'));
        expect(go(at('a', 2, 't6'), 'down')).toEqual(at('b', 2));
        expect(go(at('a', 2, 't6'), 'up')).toEqual(at('a', 2, 't2'));
        expect(go(at('a', 2, 't2'), 'up')).toEqual(at('riverside', 2));
        expect(go(at('b', 1, 'b1'), 'up')).toEqual(at('a', 1, 'm5'));
    });
});

describe('step', () => {
    it('goes card by card down a day and on into the next route', () => {
        expect(walk(at('a', 1, 'a1'), 'down')).toEqual(at('a', 1, 'a2'));
        expect(walk(at('a', 1, 'a3'), 'down')).toEqual(at('b', 1, 'b1'));
        expect(walk(at('b', 1, 'b1'), 'up')).toEqual(at('a', 1, 'a3'));
    });

    it('stops at an empty cell as a whole', () => {
        expect(walk(at('a', 2, 'a4'), 'right')).toEqual(at('a', 3));
        expect(walk(at('a', 2, 'a4'), 'down')).toEqual(at('b', 2));
    });

    it('keeps the place in the cell from day to day', () => {
        expect(walk(at('a', 1, 'a3'), 'right')).toEqual(at('a', 2, 'a4'));
        expect(walk(at('a', 1, 'a2'), 'left')).toEqual(at('a', 0));
    });

    it('keeps the day across the head of an office', () => {
        expect(walk(at('b', 2), 'down')).toEqual(at('hilltop', 2));
        expect(walk(at('b', 2), 'down', 'down')).toEqual(at('c', 2));
    });

    it('stays on the board', () => {
        expect(walk(at('riverside', 1), 'up')).toEqual(at('riverside', 1));
        expect(walk(at('loose', 3), 'down')).toEqual(at('loose', 3));
        expect(walk(at('a', 3), 'right')).toEqual(at('a', 3));
        expect(walk(at('a', 0), 'left')).toEqual(at('a', 0));
    });

    it('jumps to the ends and by a page', () => {
        expect(walk(at('a', 1, 'a2'), 'home')).toEqual(at('a', 0));
        expect(walk(at('a', 1, 'a2'), 'end')).toEqual(at('a', 3));
        expect(walk(at('c', 1), 'first')).toEqual(at('riverside', 1));
        expect(walk(at('a', 1, 'a2'), 'page-down')).toEqual(at('hilltop', 1));
        expect(walk(at('a', 1, 'a2'), 'last')).toEqual(at('loose', 1));
    });

    it('starts at the top when its row is gone', () => {
        expect(walk(at('sold', 2), 'down')).toEqual(at('riverside', 0));
    });
});

describe('settle', () => {
    it('stays on a card that is there', () => {
        const cursor = at('a', 1, 'a2');
        expect(settle(field, cursor)).toBe(cursor);
    });

    it('takes another card of the cell, then the cell, then the top', () => {
        expect(settle(field, at('a', 1, 'gone'))).toEqual(at('a', 1, 'a1'));
        expect(settle(field, at('c', 1, 'gone'))).toEqual(at('c', 1));
        expect(settle(field, at('gone', 1))).toEqual(at('riverside', 0));
        expect(settle(field, at('a', 9))).toEqual(at('a', 3));
    });
});

describe('stepTarget', () => {
    it('moves among the days of routes only', () => {
        expect(stepTarget(field, { row: 'b', column: 2 }, 'down')).toEqual({ row: 'c', column: 2 });
        expect(stepTarget(field, { row: 'c', column: 2 }, 'up')).toEqual({ row: 'b', column: 2 });
        expect(stepTarget(field, { row: 'a', column: 1 }, 'left')).toEqual({ row: 'a', column: 1 });
        expect(stepTarget(field, { row: 'a', column: 1 }, 'end')).toEqual({ row: 'a', column: 3 });
        expect(stepTarget(field, { row: 'a', column: 1 }, 'last')).toEqual({ row: 'c', column: 1 });
    });

    it('finds the tray below the last route, and the way back', () => {
        const tray = stepTarget(field, { row: 'c', column: 2 }, 'down');
        expect(tray).toEqual({ row: trayRow, column: 2 });
        expect(stepTarget(field, tray, 'down')).toEqual(tray);
        expect(stepTarget(field, tray, 'left')).toEqual(tray);
        expect(stepTarget(field, tray, 'up')).toEqual({ row: 'c', column: 2 });
    });
});

describe('intentOf', () => {
    const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

    it('lifts, opens and moves a card', () => {
        expect(intentOf(key(' '), 'card', false)).toEqual({ type: 'lift' });
        expect(intentOf(key('Enter'), 'card', false)).toEqual({ type: 'select' });
        expect(intentOf(key('m'), 'card', false)).toEqual({ type: 'move-to' });
        expect(intentOf(key('Delete'), 'card', false)).toEqual({ type: 'unassign' });
    });

    it('drops or cancels what is in the air', () => {
        expect(intentOf(key('Enter'), 'card', true)).toEqual({ type: 'drop' });
        expect(intentOf(key(' '), 'card', true)).toEqual({ type: 'drop' });
        expect(intentOf(key('Escape'), 'card', true)).toEqual({ type: 'cancel' });
        expect(intentOf(key('Delete'), 'card', true)).toEqual({ type: 'unassign' });
        expect(intentOf(key('m'), 'card', true)).toBeNull();
    });

    it('leaves other keys to the browser', () => {
        expect(intentOf(key('Tab'), 'card', false)).toBeNull();
        expect(intentOf(key('m', { ctrlKey: true }), 'card', false)).toBeNull();
        expect(intentOf(key('ArrowLeft', { altKey: true }), 'card', false)).toBeNull();
        expect(intentOf(key(' '), 'cell', false)).toBeNull();
    });

    it('opens and closes an office', () => {
        expect(intentOf(key('Enter'), 'office', false)).toEqual({ type: 'toggle' });
        expect(intentOf(key('Home', { ctrlKey: true }), 'office', false)).toEqual({ type: 'go', direction: 'first' });
    });
});
