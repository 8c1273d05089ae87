import { describe, expect, it } from 'vitest';
import type { Office } from './board-data.js';
import { MON, card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { shelfOf, slotsOf, stepInShelf, type Group } from './tray-shelf.js';

const office = (code: string): Office => ({ code, name: code, zone: 'UTC', seq: 1, today: MON });
const group = (code: string, visits: number): Group => ({
    office: office(code),
    visits: Array.from({ length: visits }, (_, i) => visitOf(card(`${code}${i + 1}`))),
});
/** Room for three cards beside the name. */
const WIDTH = 108 + 3 * 182;
const shelf = (...groups: Group[]) => shelfOf(groups, true, WIDTH, 22, false, false);

describe('the tray', () => {
    it('begins a line for each office', () => {
        const { groups, lines, perLine } = shelf(group('a', 4), group('b', 1));
        expect(perLine).toBe(3);
        expect(groups.map(({ first }) => first)).toEqual([0, 2]);
        expect(lines).toBe(3);
    });

    it('shows a line of every office up to four, and two lines at least', () => {
        expect(shelf(group('a', 9)).shown).toBe(2);
        expect(shelf(group('a', 1), group('b', 1), group('c', 1)).shown).toBe(3);
        expect(shelf(...['a', 'b', 'c', 'd', 'e'].map((code) => group(code, 1))).shown).toBe(4);
        expect(shelf().shown).toBe(1);
        const offices = ['a', 'b', 'c'].map((code) => group(code, 1));
        expect(shelfOf(offices, true, WIDTH, 22, false, false, true).shown).toBe(2);
    });

    it('gives the name a line of its own where it is narrow, and none where there is one office', () => {
        const narrow = shelfOf([group('a', 2), group('b', 1)], true, 200, 34, true, false);
        expect(narrow.groups.map(({ top, first }) => [top, first])).toEqual([
            [0, 1],
            [3, 4],
        ]);
        expect(shelfOf([group('a', 2)], false, WIDTH, 22, false, false).gutter).toBe(0);
    });

    it('draws what is in view and the card with the focus', () => {
        const drawn = slotsOf(shelf(group('a', 9), group('b', 3)), 1, 2, 'b2');
        expect(drawn.map(({ visit, line, place }) => [visit.code, line, place])).toEqual([
            ['a4', 1, 0],
            ['a5', 1, 1],
            ['a6', 1, 2],
            ['b2', 3, 1],
        ]);
    });

    it.each([
        ['a1', 'right', 'a2'],
        ['a1', 'left', 'a1'],
        ['a4', 'right', 'b1'],
        ['a2', 'down', 'a4'],
        ['a4', 'down', 'b1'],
        ['b2', 'up', 'a4'],
        ['a1', 'up', 'a1'],
        ['b2', 'down', 'b2'],
        ['a3', 'end', 'b2'],
        ['b2', 'home', 'a1'],
    ] as const)('takes the focus from %s %s to %s', (from, direction, to) => {
        expect(stepInShelf(shelf(group('a', 4), group('b', 2)), from, direction)?.code).toBe(to);
    });
});
