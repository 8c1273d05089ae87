import { describe, expect, it } from 'vitest';
import { board, card } from './board-fixture.js';
import { paletteItems, paletteSentence, type FoundCustomer, type PaletteWorld } from './palette-items.js';

const dorothy: FoundCustomer = {
    code: 'DOROTHY',
    name: 'Dorothy',
    fullName: "Hale's Gifts",
    office: 'riverside',
    street: '7 Market Lane',
    visit: 'D10',
    board: 'riverside',
    date: '2026-10-06',
};
const world: PaletteWorld = {
    today: '2026-10-05',
    offices: [
        { code: 'riverside', name: 'Riverside', zone: 'America/Chicago' },
        { code: 'hilltop', name: 'Hilltop', zone: 'America/Denver' },
    ],
    model: board(card('v')),
    actions: [
        { label: 'To today', key: 'T', run: () => undefined },
        { label: 'Copy link', run: () => undefined },
    ],
    customers: [],
};
const labels = (text: string, more: Partial<PaletteWorld> = {}) =>
    paletteItems(text, { ...world, ...more }).map(({ group, label }) => `${group}: ${label}`);

describe('the palette', () => {
    it('says what can be done before anything is typed', () => {
        expect(labels('')).toEqual(['Do: To today', 'Do: Copy link', 'Offices: Riverside', 'Offices: Hilltop']);
    });

    it('finds offices, technicians and actions by any part of their name', () => {
        expect(labels('hill')).toEqual(['Offices: Hilltop']);
        expect(labels('petrov')).toEqual(['Technicians: Ana Petrov']);
        expect(labels('LINK')).toEqual(['Do: Copy link']);
    });

    it('takes a day for a day', () => {
        expect(labels('12 oct')).toEqual(['Days: Monday 12 October 2026']);
        expect(labels('tue')).toEqual(['Days: Tuesday 6 October 2026']);
    });

    it('shows customers with where they live and when we come', () => {
        const [item] = paletteItems('market', { ...world, customers: [dorothy] });
        expect(item).toMatchObject({
            label: "Dorothy · Hale's Gifts",
            hint: '7 Market Lane · Tuesday 6 October 2026',
        });
        const hint = (changes: Partial<FoundCustomer>) =>
            paletteItems('x', { ...world, customers: [{ ...dorothy, ...changes }] })[0]?.hint;
        expect(hint({ date: null })).toBe('7 Market Lane · waits for a day');
        expect(hint({ visit: null, date: null, street: null })).toBe('no visit planned');
    });

    it('says when there is nothing', () => {
        expect(paletteSentence(paletteItems('zzz', world))).toBe('Nothing is called that.');
        expect(paletteSentence(paletteItems('hill', world))).toBe('1 choice.');
    });
});
