import { describe, expect, it } from 'vitest';
import { MON, TUE, WED, card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { byWaiting } from './tray-order.js';

const waiting = (name: string, due: string, promises = 0) =>
    visitOf(card(name, { 5: null, 6: null, 7: null, 8: due, 11: 'unassigned', 17: promises }));

const order = (...visits: ReturnType<typeof waiting>[]) => visits.sort(byWaiting(TUE)).map((visit) => visit.name);

describe('in the tray', () => {
    it('the longest overdue promise comes first, also before somebody who waits longer without one', () => {
        expect(
            order(
                waiting('no promise, a month', '2026-09-06'),
                waiting('promised, a day', MON, 1),
                waiting('promised, a week', '2026-09-29', 1),
            ),
        ).toEqual(['promised, a week', 'promised, a day', 'no promise, a month']);
    });

    it('a promise that is due today counts as breaking, one for tomorrow does not yet', () => {
        expect(
            order(waiting('overdue', MON), waiting('promised tomorrow', WED, 3), waiting('promised today', TUE, 1)),
        ).toEqual(['promised today', 'overdue', 'promised tomorrow']);
    });

    it('what is due later goes by its day, and more promises come first on the same day', () => {
        expect(
            order(
                waiting('wednesday', WED),
                waiting('far', '2026-10-20', 5),
                waiting('wednesday, two promises', WED, 2),
                waiting('wednesday, one promise', WED, 1),
            ),
        ).toEqual(['wednesday, two promises', 'wednesday, one promise', 'wednesday', 'far']);
    });

    it('names decide between equals', () => {
        expect(order(waiting('Zoe', TUE), waiting('Abel', TUE))).toEqual(['Abel', 'Zoe']);
    });
});
