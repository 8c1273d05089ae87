import { describe, expect, it } from 'vitest';
import { Columns, LEAST_COLUMN_OF_MONTH } from './columns.js';
import { metricsOf } from './rows.js';

const metrics = metricsOf('comfortable', false);

describe('Columns', () => {
    it('finds the day at a distance from the left', () => {
        const columns = new Columns(150 + 7 * 120, 7, metrics);
        expect(columns.at(149)).toBeNull();
        expect(columns.at(150)).toEqual({ column: 1 });
        expect(columns.at(150 + 7 * 120 - 1)).toEqual({ column: 7 });
        expect(columns.at(150 + 7 * 120)).toBeNull();
    });

    it('knows from where to where a day reaches', () => {
        expect(new Columns(150 + 7 * 120, 7, metrics).extent({ column: 2 })).toEqual([270, 390]);
    });

    it('never makes a day narrower than a name and a time need', () => {
        const columns = new Columns(500, 7, metrics);
        expect(columns.width).toBe(112);
        expect(columns.leastWidth).toBe(150 + 7 * 112);
    });

    it('gets four weeks into a screen', () => {
        // What the rails leave of 1440 pixels.
        expect(new Columns(1350, 28, metrics, LEAST_COLUMN_OF_MONTH).leastWidth).toBeLessThan(1350);
    });

    it('gives one day the whole width of a narrow screen', () => {
        const columns = new Columns(360, 1, metricsOf('comfortable', true));
        expect([columns.width, columns.leastWidth]).toEqual([360, 0]);
    });
});
