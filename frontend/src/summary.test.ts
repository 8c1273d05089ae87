import { describe, expect, it } from 'vitest';
import { TUE, board, card } from './board-fixture.js';
import { summarise } from './summary.js';

describe('summarise', () => {
    it('counts each visit under what is worst for its customer', () => {
        const model = board(
            card('fine', { 9: '08:00' }),
            card('promise', { 9: '10:00', 13: 2, 17: 2, 18: 2 }),
            card('wish', { 9: '12:00', 13: 1 }),
            card('protocol', { 9: '14:00', 14: 2 }),
            card('tray', { 5: null, 6: null, 7: null, 11: 'unassigned' }),
        );
        expect(summarise(model, 1)).toEqual({
            visits: 5,
            brokenPromises: 1,
            wishes: 1,
            protocols: 1,
            overlaps: 0,
            unassigned: 1,
            waiting: 1,
        });
    });

    it('counts every visit that shares time with another of its technician', () => {
        const model = board(
            card('long', { 9: '08:00', 10: 240 }),
            card('inside', { 9: '09:00', 10: 30 }),
            card('inside too', { 9: '11:00', 10: 30 }),
            card('touching', { 9: '12:00' }),
            card('another day', { 7: TUE, 9: '09:00' }),
            card('another technician', { 6: 'ana', 9: '09:00' }),
        );
        expect(summarise(model, 0).overlaps).toBe(3);
    });
});
