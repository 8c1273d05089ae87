import { describe, expect, it } from 'vitest';
import { quarterAt } from './quarters.js';
import { stretchesOf } from './stretches.js';

const day = `${'.'.repeat(32)}aabGGc${'.'.repeat(58)}`;

describe('quarterAt', () => {
    it('reads both lights and whether an answer is owed', () => {
        expect(quarterAt(day, 8 * 60)).toEqual({ customer: 0, company: 0, allowed: 1 });
        expect(quarterAt(day, 8 * 60 + 44)).toEqual({ customer: 0, company: 1, allowed: 1 });
        expect(quarterAt(day, 8 * 60 + 45)).toEqual({ customer: 2, company: 0, allowed: 2 });
    });

    it('refuses where a dot stands, and what it cannot read', () => {
        expect(quarterAt(day, 0).allowed).toBe(0);
        expect(quarterAt('', 600).allowed).toBe(0);
        expect(quarterAt('z'.repeat(96), 600).allowed).toBe(0);
    });
});

describe('stretchesOf', () => {
    it('joins quarters of the same tone and covers the day without a gap', () => {
        expect(stretchesOf(day)).toEqual([
            { from: 0, to: 480, tone: 'blocked' },
            { from: 480, to: 525, tone: 'good' },
            { from: 525, to: 555, tone: 'bad' },
            { from: 555, to: 570, tone: 'caution' },
            { from: 570, to: 1440, tone: 'blocked' },
        ]);
    });
});
