import { describe, expect, it } from 'vitest';
import { described, drawn } from './causes-model.js';

const contents = {
    period: 'September 2026 to November 2026',
    bars: [
        { name: 'Somebody left', avoidable: 0, other: 0 },
        { name: 'An absence', avoidable: 1, other: 2 },
        { name: 'Moved by hand', avoidable: 4, other: 0 },
    ],
};

describe('the picture of causes', () => {
    it('draws what happened, most often first', () => {
        expect(drawn(contents).map(({ name }) => name)).toEqual(['Moved by hand', 'An absence']);
    });

    it('is said in words', () => {
        expect(described(contents)).toBe(
            'Broken promises by cause, September 2026 to November 2026.' +
                ' Moved by hand: 4, of which 4 avoidable; An absence: 3, of which 1 avoidable.',
        );
    });
});
