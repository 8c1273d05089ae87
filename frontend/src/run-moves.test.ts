import { describe, expect, it } from 'vitest';
import { MON, TUE, board, card } from './board-fixture.js';
import { sendRun, swapRuns, visitsOf, type RunMoves } from './run-moves.js';

const north = { route: 'north', date: MON };
const south = { route: 'south', date: MON };

const said = (moves: RunMoves) =>
    'sentence' in moves
        ? moves.sentence
        : moves.moves.map(([visit, to]) => `${visit.name} ${to.route} ${to.start} ${to.technician}`);

describe('swapping two runs', () => {
    it('exchanges who drives and leaves places and times', () => {
        const model = board(card('a', { 9: '08:00' }), card('b', { 5: 'south', 6: 'ana', 9: '10:30' }));
        expect(said(swapRuns(model, north, south))).toEqual(['a north 08:00 ana', 'b south 10:30 cy']);
    });

    it('leaves what is done and what a helper drives', () => {
        const model = board(
            card('done', { 11: 'done' }),
            card('helped', { 6: 'ana' }),
            card('mine'),
            card('other day', { 7: TUE }),
        );
        expect(said(swapRuns(model, north, south))).toEqual(['mine north 09:00 ana']);
    });

    it('says why not', () => {
        const model = board(card('a'));
        expect(said(swapRuns(model, north, { route: 'south', date: TUE }))).toMatch(
            /Both runs must be on Mon 5 Oct. Choose another run of that day/,
        );
        expect(said(swapRuns(model, north, north))).toBe('Cy Lindgren drives both already.');
        const tuesday = { route: 'north', date: TUE };
        expect(said(swapRuns(model, tuesday, { route: 'south', date: TUE }))).toMatch(
            /Nobody drives South side that day/,
        );
        expect(said(swapRuns(board(), north, south))).toBe('Neither of them has a visit that can still change.');
    });
});

describe('sending a run to another technician', () => {
    it('takes all of its visits along, on their routes and times', () => {
        const model = board(card('a', { 9: null }), card('b', { 9: '10:30' }), card('elsewhere', { 5: 'south' }));
        expect(said(sendRun(model, north, 'ana'))).toEqual(['b north 10:30 ana', 'a north null ana'].sort());
    });

    it('says so when nothing would change', () => {
        expect(said(sendRun(board(card('a')), north, 'cy'))).toMatch(/Cy Lindgren drives North side already/);
    });
});

describe("a technician's day", () => {
    const cys = { technician: 'cy', date: MON };
    const anas = { technician: 'ana', date: MON };

    it('is whatever they drive that day, on whichever route', () => {
        const model = board(
            card('a'),
            card('helps', { 5: 'south' }),
            card('loose', { 5: null }),
            card('other day', { 7: TUE }),
            card('other person', { 6: 'ana' }),
        );
        expect(visitsOf(model, cys).map(({ code }) => code)).toEqual(['a', 'helps', 'loose']);
    });

    it('goes to another technician on its routes and at its times', () => {
        const model = board(card('a'), card('helps', { 5: 'south', 9: '10:30' }));
        expect(said(sendRun(model, cys, 'ana'))).toEqual(['a north 09:00 ana', 'helps south 10:30 ana']);
        expect(said(sendRun(model, cys, 'cy'))).toBe(
            'Cy Lindgren drives all of it already, or nothing in it can still change.',
        );
    });

    it('changes places with the day of another, also when one of them is free', () => {
        const model = board(card('a'), card('b', { 5: 'south', 6: 'ana' }));
        expect(said(swapRuns(model, cys, anas))).toEqual(['a north 09:00 ana', 'b south 09:00 cy']);
        expect(said(swapRuns(board(card('a')), cys, anas))).toEqual(['a north 09:00 ana']);
        expect(said(swapRuns(model, cys, { technician: 'ana', date: TUE }))).toMatch(/Both runs must be on Mon 5 Oct/);
    });
});
