import { describe, expect, it } from 'vitest';
import { boxOf, touches } from './lasso.js';

describe('a lasso', () => {
    it('is the same rectangle whichever corner it is drawn from', () => {
        const corners = [
            [10, 20, 30, 50],
            [30, 50, 10, 20],
            [30, 20, 10, 50],
        ] as const;
        for (const [x1, y1, x2, y2] of corners) {
            expect(boxOf({ x: x1, y: y1 }, { x: x2, y: y2 })).toEqual({ left: 10, top: 20, right: 30, bottom: 50 });
        }
    });

    it('takes what it touches and not what only lies at its edge', () => {
        const lasso = boxOf({ x: 10, y: 10 }, { x: 20, y: 20 });
        expect(touches({ left: 19, top: 0, right: 90, bottom: 11 }, lasso)).toBe(true);
        expect(touches({ left: 20, top: 0, right: 90, bottom: 90 }, lasso)).toBe(false);
        expect(touches({ left: 0, top: 20, right: 90, bottom: 90 }, lasso)).toBe(false);
    });
});
