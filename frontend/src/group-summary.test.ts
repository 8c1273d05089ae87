import { describe, expect, it } from 'vitest';
import { MON, TUE, WED, board, card, delta, snapshot } from './board-fixture.js';
import { BoardModel, type RowsBy } from './board-model.js';
import { summariesOf, summaryWords, totalOf } from './group-summary.js';
import { summarise } from './summary.js';

const days = [MON, TUE, WED];
const office = (model: BoardModel, place = 0) => model.offices[place]!;

describe('summariesOf', () => {
    it('counts each day of the office and keeps the worst of both lights', () => {
        const model = board(
            card('a'),
            card('b', { 5: 'south', 6: 'ana', 13: 2, 17: 1, 18: 2 }),
            card('c', { 13: 1 }),
            card('d', { 7: TUE, 14: 1 }),
            card('lost', { 5: null, 7: TUE }),
            card('tray', { 5: null, 6: null, 7: null, 11: 'unassigned', 13: 2, 18: 1 }),
        );
        expect(summariesOf(model, office(model), days)).toEqual([
            { visits: 3, promises: 1, wishes: 1, customer: 2, company: 0 },
            { visits: 2, promises: 0, wishes: 0, customer: 0, company: 1 },
            { visits: 0, promises: 0, wishes: 0, customer: 0, company: 0 },
        ]);
    });

    it.each<RowsBy>(['routes', 'people'])('adds up to what the chips count, with rows of %s', (by) => {
        const model = new BoardModel();
        const hill = { code: 'hill', name: 'Hill', zone: 'America/Denver', seq: 1, today: MON };
        const plain = snapshot([]);
        const lights = Array.from({ length: 60 }, (_, i) =>
            card(`v${i}`, {
                4: i % 5 === 0 ? 'hill' : 'riverside',
                5: i % 5 === 0 ? 'top' : ['north', 'south', null][i % 3],
                6: ['cy', 'ana', 'lia', null][i % 4],
                7: days[i % 3],
                13: i % 7 === 0 ? 2 : i % 4 === 0 ? 1 : 0,
                18: i % 7 === 0 ? 1 : 0,
            }),
        );
        model.load({
            ...plain,
            offices: [...plain.offices, hill],
            routes: [...plain.routes, { code: 'top', name: 'Top', office: 'hill', technician: 'lia' }],
            technicians: [...plain.technicians, { code: 'lia', name: 'Lia Moreau', office: 'hill', shift: 480 }],
            visits: lights,
        });
        model.arrange(by);
        const all = totalOf(model.offices.flatMap((one) => summariesOf(model, one, days)));
        const { visits, counts } = summarise(model, 0);
        expect(all).toMatchObject({ visits, promises: counts.promise, wishes: counts.wish, customer: 2 });
    });

    it('follows a change and a draft', () => {
        const model = board(card('a', { 13: 2, 18: 1 }));
        model.apply(delta(11, { cards: [card('a', { 1: 2 })] }));
        model.draft('a', { route: 'north', date: TUE, start: '09:00', technician: 'cy' });
        expect(summariesOf(model, office(model), days).map(({ visits, promises }) => [visits, promises])).toEqual([
            [0, 0],
            [1, 0],
            [0, 0],
        ]);
    });
});

describe('summaryWords', () => {
    it('says both lights, then the numbers, and of the broken only what there is', () => {
        expect(summaryWords({ visits: 84, promises: 1, wishes: 3, customer: 2, company: 1 })).toBe(
            'customer red, company amber, 84 visits, 1 promise broken, 3 wishes broken',
        );
        expect(summaryWords({ visits: 1, promises: 0, wishes: 0, customer: 0, company: 0 })).toBe(
            'customer green, company green, 1 visit',
        );
        expect(summaryWords({ visits: 0, promises: 0, wishes: 0, customer: 0, company: 0 })).toBe('no visits');
    });
});
