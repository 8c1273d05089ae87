import { describe, expect, it } from 'vitest';
import { cornerOf, described, lowest, type Mark } from './quadrant-model.js';

function mark(name: string, protocols: number, promises: number): Mark {
    return {
        code: name,
        name,
        protocols,
        promises,
        protocolsText: `${protocols * 100} %`,
        promisesText: `${promises * 100} %`,
        few: false,
    };
}

describe('the corner of a mark', () => {
    it('is Dorothy’s where every rule was kept and the promises were not', () => {
        expect(cornerOf(mark('Riverside', 1, 0.9), 0.95)).toBe('customer-red');
    });

    it('counts the line itself as kept', () => {
        expect(cornerOf(mark('A', 0.95, 0.95), 0.95)).toBe('both-green');
        expect(cornerOf(mark('B', 0.94, 0.95), 0.95)).toBe('company-red');
        expect(cornerOf(mark('C', 0.94, 0.94), 0.95)).toBe('both-red');
    });
});

describe('an axis', () => {
    it('begins a little below the lowest mark and the line', () => {
        expect(lowest([0.91, 1], 0.95)).toBe(0.85);
        expect(lowest([1, 1], 0.95)).toBe(0.9);
        expect(lowest([0], 0.95)).toBe(0);
    });
});

describe('the picture in words', () => {
    it('names the corner that matters first, with everybody in it', () => {
        const words = described({
            what: 'Office',
            period: 'May 2026',
            line: 0.95,
            lineText: '95.0 %',
            marks: [mark('Bay', 1, 1), mark('Riverside', 1, 0.9)],
        });
        expect(words).toBe(
            'Protocols kept from left to right, promises kept from below, May 2026; green from 95.0 % on.' +
                ' All green for the company, red for the customer: Riverside (protocols 100 %, promises 90 %).' +
                ' Green for both: Bay (protocols 100 %, promises 100 %).',
        );
    });
});
