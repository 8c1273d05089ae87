import { describe, expect, it } from 'vitest';
import { Selection } from './selection.js';

const RUN = ['a', 'b', 'c', 'd'];

describe('choosing several visits', () => {
    it('toggles one', () => {
        const selection = new Selection();
        selection.toggle('a');
        selection.toggle('b');
        selection.toggle('a');
        expect([...selection.codes]).toEqual(['b']);
    });

    it('takes the range within the run, in both directions, and keeps what was chosen elsewhere', () => {
        const selection = new Selection();
        selection.toggle('x');
        selection.toggle('b');
        selection.extend('d', RUN);
        expect([...selection.codes]).toEqual(['x', 'b', 'c', 'd']);
        selection.extend('a', RUN);
        expect(selection.has('a')).toBe(true);
    });

    it('takes one more when the last one stands in another run', () => {
        const selection = new Selection();
        selection.toggle('x');
        selection.extend('c', RUN);
        expect([...selection.codes]).toEqual(['x', 'c']);
    });

    it('starts a range from the visit that was clicked before', () => {
        const selection = new Selection();
        selection.anchor('b');
        selection.extend('c', RUN);
        expect([...selection.codes]).toEqual(['b', 'c']);
    });

    it('takes a lasso in place of what was chosen, or besides', () => {
        const selection = new Selection();
        selection.toggle('x');
        selection.choose(['a', 'b'], true);
        expect(selection.size).toBe(3);
        selection.choose(['c']);
        expect([...selection.codes]).toEqual(['c']);
    });

    it('lets go of what is gone', () => {
        const selection = new Selection();
        selection.choose(RUN);
        const before = selection.codes;
        selection.keepOnly(() => true);
        expect(selection.codes, 'nothing to repaint').toBe(before);
        selection.keepOnly((visit) => visit !== 'b');
        expect([...selection.codes]).toEqual(['a', 'c', 'd']);
    });
});
