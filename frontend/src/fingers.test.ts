import { describe, expect, it } from 'vitest';
import { swipeOf } from './fingers.js';

const from = { x: 200, y: 300 };

describe('a swipe', () => {
    it('goes on to the left and back to the right', () => {
        expect(swipeOf(from, { x: 120, y: 310 })).toBe(1);
        expect(swipeOf(from, { x: 290, y: 290 })).toBe(-1);
    });

    it('is neither a tap nor a scroll', () => {
        expect(swipeOf(from, { x: 170, y: 300 })).toBeNull();
        expect(swipeOf(from, { x: 120, y: 380 })).toBeNull();
    });
});
