import { describe, expect, it } from 'vitest';
import { AxisLock, keptTime } from './axis-lock.js';

const from = { x: 100, y: 100 };
const home = { row: 'north', column: 2 };

describe('with Shift', () => {
    it('a drag across the days keeps the person', () => {
        const lock = new AxisLock();
        expect(lock.follow(true, from, { x: 300, y: 140 })).toBe(true);
        expect(lock.axis).toBe('row');
        expect(lock.hold(home, { row: 'south', column: 5 })).toEqual({ row: 'north', column: 5 });
    });

    it('a drag down the rows keeps the day, and the minute where there are minutes', () => {
        const lock = new AxisLock();
        lock.follow(true, from, { x: 110, y: 300 });
        expect(lock.hold(home, { row: 'south', column: 5 })).toEqual({ row: 'south', column: 2 });
        expect(lock.hold({ ...home, minute: 540 }, { row: 'south', column: 2, minute: 700 })).toEqual({
            row: 'south',
            column: 2,
            minute: 540,
        });
    });

    it('the axis stays what it was until Shift is let go', () => {
        const lock = new AxisLock();
        lock.follow(true, from, { x: 300, y: 140 });
        expect(lock.follow(true, from, { x: 110, y: 400 })).toBe(false);
        expect(lock.axis).toBe('row');
        expect(lock.follow(false, from, { x: 110, y: 400 })).toBe(true);
        lock.follow(true, from, { x: 110, y: 400 });
        expect(lock.axis).toBe('column');
    });

    it('another drag begins without an axis, though Shift is still held', () => {
        const lock = new AxisLock();
        lock.follow(true, from, { x: 300, y: 140 });
        lock.release();
        expect(lock.axis).toBeNull();
    });

    it('nothing is kept before the drag has a direction, without Shift, and from the tray', () => {
        const lock = new AxisLock();
        expect(lock.follow(true, from, { x: 103, y: 102 })).toBe(false);
        expect(lock.hold(home, { row: 'south', column: 5 })).toEqual({ row: 'south', column: 5 });
        lock.follow(true, from, { x: 300, y: 140 });
        expect(lock.hold(null, { row: 'south', column: 5 })).toEqual({ row: 'south', column: 5 });
        expect(lock.hold(home, null)).toBeNull();
    });
});

describe('what is kept', () => {
    it('is said with its time, where it has one', () => {
        expect(keptTime('2026-10-06', '09:00')).toBe('Tuesday 6 October at 9:00');
        expect(keptTime('2026-10-06', null)).toBe('Tuesday 6 October');
    });
});
