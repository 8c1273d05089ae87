import { describe, expect, it } from 'vitest';
import {
    nextSorting,
    sorted,
    spoken,
    trendPaths,
    type ComparisonLine,
    type FigureCell,
    type FigureInfo,
} from './comparison-model.js';

const KEPT: FigureInfo = {
    id: 'kept',
    title: 'Promises kept',
    formula: 'Kept ÷ due.',
    span: 'In the period chosen',
    unit: '%',
    sampleOf: 'promises',
    better: 'higher',
};

function cell(value: number | null, more: Partial<FigureCell> = {}): FigureCell {
    return {
        text: value === null ? '–' : `${value} %`,
        value,
        sample: 40,
        few: false,
        target: null,
        missed: false,
        trend: null,
        ...more,
    };
}

function line(code: string, name: string, value: number | null): ComparisonLine {
    return { code, name, cells: { kept: cell(value) } };
}

describe('the order of the lines', () => {
    const lines = [line('', 'All 3 together', 50), line('B', 'Bay', 90), line('N', 'New', null), line('A', 'Ash', 70)];

    it('is by name, all together last', () => {
        expect(sorted(lines, { by: null, down: false }).map(({ name }) => name)).toEqual([
            'Ash',
            'Bay',
            'New',
            'All 3 together',
        ]);
    });

    it('keeps dashes below numbers whichever way', () => {
        const names = (down: boolean): string[] => sorted(lines, { by: 'kept', down }).map(({ name }) => name);
        expect(names(false)).toEqual(['Ash', 'Bay', 'New', 'All 3 together']);
        expect(names(true)).toEqual(['Bay', 'Ash', 'New', 'All 3 together']);
    });

    it('begins with the worst and turns around', () => {
        const byName = { by: null, down: false };
        expect(nextSorting(byName, 'kept', 'higher')).toEqual({ by: 'kept', down: false });
        expect(nextSorting(byName, 'missed', 'lower')).toEqual({ by: 'missed', down: true });
        expect(nextSorting({ by: 'kept', down: false }, 'kept', 'higher')).toEqual({ by: 'kept', down: true });
    });
});

describe('a trend line', () => {
    it('goes from the lowest at the bottom to the highest at the top', () => {
        expect(trendPaths([1, 3, 2], 20, 10)).toEqual(['M0 10L10 0L20 5']);
    });

    it('has a gap where there was nothing', () => {
        expect(trendPaths([1, null, 3, 3], 30, 10)).toEqual(['M0 10L0 10', 'M20 0L30 0']);
    });

    it('is level when nothing changed, and nothing when there is nothing', () => {
        expect(trendPaths([2, 2], 10, 10)).toEqual(['M0 5L10 5']);
        expect(trendPaths([null, null], 10, 10)).toEqual([]);
    });
});

describe('a cell that is heard', () => {
    it('says the sample, that it is small, and the target', () => {
        const few = { code: 'A', name: 'Ash', cells: { kept: cell(70, { few: true, target: '95 %', missed: true }) } };
        expect(spoken(KEPT, few)).toBe('Promises kept, Ash: 70 %, of 40 promises, few; misses the target of 95 %');
    });

    it('says how many were not looked at yet, also where nothing is known', () => {
        const part = { code: 'A', name: 'Ash', cells: { kept: cell(70, { open: 1200 }) } };
        const none = { code: 'A', name: 'Ash', cells: { kept: cell(null, { open: 3 }) } };
        expect(spoken(KEPT, part)).toBe('Promises kept, Ash: 70 %, of 40 promises, 1,200 not looked at yet');
        expect(spoken(KEPT, none)).toBe('Promises kept, Ash: 3 not looked at yet');
    });

    it('says that there is nothing to count', () => {
        expect(spoken(KEPT, line('N', 'New', null))).toBe('Promises kept, New: nothing to count');
    });
});
