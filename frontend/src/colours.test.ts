import { describe, expect, it } from 'vitest';
import { board, card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { legendOf, meaningKey, sameLegend, shortOf } from './colours.js';
import { SIGN, bandOf, withBand } from './signs.js';

describe('colours', () => {
    it('name the services on the board, the most common first, each with letters of its own', () => {
        const model = board(
            card('a', { 20: 'Rat control' }),
            card('b', { 20: 'Rodent control' }),
            card('c', { 20: 'Rodent control' }),
            card('d', { 20: 'Termites' }),
        );
        expect([...legendOf('service', model).values()].map(({ key, letters }) => [key, letters])).toEqual([
            ['Rodent control', 'RC'],
            ['Rat control', 'RAC'],
            ['Termites', 'TE'],
        ]);
    });

    it('never give two services the same letters, in any script', () => {
        const taken = new Set<string>();
        const names = ['Rodent control', 'Rodent check', 'Rodent care', 'Rodent call', '白蚁检查', '白蚁', '  ', '!!'];
        const letters = names.map((name) => shortOf(name, taken));
        expect(new Set(letters).size).toBe(names.length);
        expect(letters[0]).toBe('RC');
        expect(letters[4]).toBe('白蚁');
    });

    it('say who is new, and nothing where nobody comes yet', () => {
        const sign = (signs: number) => meaningKey('face', visitOf(card('v', { 19: signs })));
        expect([sign(SIGN.NEW), sign(SIGN.KNOWN), sign(0)]).toEqual(['new', 'known', null]);
    });

    it('say what an agreement is worth in the money of the files', () => {
        expect([...legendOf('value', board()).values()].map(({ label }) => label)).toEqual([
            '1,500 a year or more',
            '600 to 1,500',
            'under 600',
        ]);
        expect(meaningKey('value', visitOf(card('v', { 19: withBand(SIGN.NEW, 2) })))).toBe('2');
        expect(meaningKey('value', visitOf(card('v')))).toBeNull();
        expect(bandOf(withBand(127, 3))).toBe(3);
    });

    it('stay the same legend while they mean the same', () => {
        const model = board(card('a', { 20: 'Termites' }));
        expect(sameLegend(legendOf('service', model), legendOf('service', model))).toBe(true);
        expect(sameLegend(legendOf('service', model), legendOf('face', model))).toBe(false);
        expect(legendOf('light', model).size).toBe(0);
    });
});
