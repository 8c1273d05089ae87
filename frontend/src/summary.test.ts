import { describe, expect, it } from 'vitest';
import { board, card } from './board-fixture.js';
import { SIGN } from './signs.js';
import { summarise } from './summary.js';

describe('summarise', () => {
    it('counts what needs an eye from the cards that are shown', () => {
        const model = board(
            card('fine'),
            card('promise', { 13: 2, 17: 2, 18: 2 }),
            card('wish', { 13: 1, 19: SIGN.UNANSWERED }),
            card('protocol', { 14: 1, 19: SIGN.PROTOCOL }),
            card('twice', { 14: 2, 19: SIGN.DOUBLE_BOOKED | SIGN.UNLICENSED }),
            card('absent', { 14: 2, 19: SIGN.AWAY }),
            card('unread', { 19: SIGN.UNREAD }),
            card('tray', { 5: null, 6: null, 7: null, 11: 'unassigned' }),
        );
        expect(summarise(model, 1)).toEqual({
            visits: 8,
            waiting: 1,
            counts: {
                promise: 1,
                wish: 1,
                double: 1,
                unlicensed: 1,
                away: 1,
                unassigned: 1,
                unanswered: 1,
                remember: 1,
                protocol: 1,
            },
        });
    });

    it('does not call a visit whose promise is broken a broken wish as well', () => {
        const model = board(card('promise', { 13: 2, 17: 1, 18: 1 }));
        expect(summarise(model, 0).counts).toMatchObject({ promise: 1, wish: 0 });
    });
});
