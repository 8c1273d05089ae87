import { describe, expect, it } from 'vitest';
import { tileColumns, tileLines, tilesAcross } from './tiles.js';

describe('the tiles of a run', () => {
    it('are as many as leave room for the beginning of a name, and never more than five', () => {
        expect([30, 80, 119, 167, 400].map(tilesAcross)).toEqual([1, 2, 3, 5, 5]);
    });

    it('share the cell when they are few, and stand in two lines up to twice as many as fit', () => {
        expect([1, 2, 3, 5, 8].map((count) => tileColumns(count, 4))).toEqual([1, 1, 2, 3, 4]);
        expect([0, 1, 2, 3, 8].map((count) => tileLines(count, 4))).toEqual([0, 1, 2, 2, 2]);
    });

    it('make more lines beyond that', () => {
        expect([tileColumns(11, 4), tileLines(11, 4)]).toEqual([4, 3]);
        expect([tileColumns(5, 1), tileLines(5, 1)]).toEqual([1, 5]);
    });
});
