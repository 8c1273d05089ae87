import { expect, test } from 'vitest';
import { framesOf, line, percentile, runsWithin } from './figures.js';

test('the 95th percentile of twenty is the second longest, the median the tenth', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(percentile(twenty, 0.95)).toBe(19);
    expect(percentile(twenty, 0.5)).toBe(10);
    expect(percentile([7], 0.95)).toBe(7);
    expect(twenty[0]).toBe(20);
});

test('nothing measured is no figure', () => {
    expect(() => percentile([], 0.5)).toThrow('Nothing was measured.');
});

test('three moments are two frames', () => {
    expect(framesOf([100, 116, 150])).toEqual([16, 34]);
});

test('a line has the median and the 95th percentile for the table', () => {
    expect(line('one move', 'ms', '<= 12', [3, 1, 2])).toBe('bench|one move|ms|<= 12|2.000|3.000');
});

test('what takes long is measured less often, but never only once', () => {
    expect(runsWithin(20_000, 100, 20)).toBe(20);
    expect(runsWithin(20_000, 4_000, 20)).toBe(5);
    expect(runsWithin(20_000, 60_000, 20)).toBe(3);
});
