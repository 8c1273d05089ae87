import { describe, expect, it } from 'vitest';
import { MON, TUE, WED, board, card, delta, snapshot } from './board-fixture.js';
import type { BoardModel } from './board-model.js';
import { DraftBook, conflictsOf, draftedOf, placeOf, show, wire, type Drafted } from './draft.js';

const there = { route: 'south', date: WED, start: '10:00', technician: 'ana' };
const tray = { route: null, date: null, start: null, technician: null };
const move = (model: BoardModel, code: string, to = there as Parameters<typeof draftedOf>[2]): Drafted =>
    draftedOf(model.visit(code)!, model.truth(code)!, to);

describe('a draft', () => {
    it('undoes and redoes step by step', () => {
        const model = board(card('dorothy'), card('rosa'), card('otto'));
        const book = new DraftBook();
        book.put([move(model, 'dorothy')]);
        book.put([move(model, 'rosa'), move(model, 'otto')]);
        book.undo();
        expect(book.moves.map((one) => one.visit)).toEqual(['dorothy']);
        book.redo();
        expect(book.moves.map((one) => one.visit)).toEqual(['dorothy', 'rosa', 'otto']);
        book.undo();
        book.put([move(model, 'otto')]);
        expect(book.canRedo, 'a new step ends the old future').toBe(false);
    });

    it('takes back that it was discarded', () => {
        const book = new DraftBook();
        expect(book.discarded).toBe(false);
        book.put([move(board(card('dorothy')), 'dorothy')]);
        book.discard();
        expect([book.moves.length, book.discarded]).toEqual([0, true]);
        book.undo();
        expect([book.moves.length, book.discarded]).toEqual([1, false]);
    });

    it('keeps where a visit came from when it is moved again, and lets it go when it is moved back', () => {
        const model = board(card('dorothy'));
        const home = placeOf(model.truth('dorothy')!);
        const book = new DraftBook();
        book.put([move(model, 'dorothy')]);
        show(model, new Map(), book.moves);
        book.put([move(model, 'dorothy', { ...there, date: TUE })]);
        expect(book.moves).toHaveLength(1);
        expect(book.of('dorothy')).toMatchObject({ date: TUE, from: home });
        book.put([move(model, 'dorothy', home)]);
        expect(book.moves).toEqual([]);
    });

    it('is the same after a reload, with its steps', () => {
        const book = new DraftBook();
        const model = board(card('dorothy'), card('rosa'));
        book.put([move(model, 'dorothy')]);
        book.put([move(model, 'rosa')]);
        book.undo();
        const later = new DraftBook();
        later.read(book.write());
        expect(later.moves).toEqual(book.moves);
        later.redo();
        expect(later.moves).toHaveLength(2);
    });

    it.each([null, '', '{}', 'no json', '{"now":[1],"past":[],"future":[]}', '{"now":[null],"past":[],"future":[]}'])(
        'is empty when what was kept (%s) cannot be read',
        (text) => {
            const book = new DraftBook();
            book.read(text);
            expect(book.moves).toEqual([]);
        },
    );

    it('sends the server what it needs and no names', () => {
        expect(wire(move(board(card('dorothy', { 1: 4 })), 'dorothy'))).toEqual({
            visit: 'dorothy',
            version: 4,
            ...there,
        });
    });
});

describe('on the board', () => {
    it('the moves are shown, by whoever drives the run where nobody is named', () => {
        const model = board(card('dorothy'), card('rosa'));
        const moves = [move(model, 'dorothy', { ...there, technician: null }), move(model, 'rosa', tray)];
        show(model, new Map(), moves);
        expect(model.visit('dorothy')).toMatchObject(there);
        expect(model.trayOf('riverside').map((visit) => visit.code)).toEqual(['rosa']);
        show(model, new Map(moves.map((one) => [one.visit, one])), [moves[0]!]);
        expect(model.visit('rosa')?.date).toBe(MON);
        expect(model.visit('dorothy')?.date).toBe(WED);
    });

    it('a visit that comes back is shown where it was drafted', () => {
        const model = board(card('dorothy'));
        const moves = [move(model, 'dorothy')];
        const shown = new Map([['dorothy', moves[0]!]]);
        show(model, new Map(), moves);
        model.apply(delta(11, { gone: ['dorothy'] }));
        model.apply(delta(12, { cards: [card('dorothy', { 1: 2 })] }));
        show(model, shown, moves);
        expect(model.visit('dorothy')).toMatchObject(there);
    });
});

describe('what happened meanwhile to the visits of a draft', () => {
    const drafted = (changes: Parameters<typeof card>[1] = {}) => {
        const model = board(card('dorothy', changes), card('rosa'));
        const moves = [move(model, 'dorothy')];
        show(model, new Map(), moves);
        return { model, moves };
    };

    it('is nothing while nobody touches them', () => {
        const { model, moves } = drafted();
        model.apply(delta(11, { cards: [card('rosa', { 1: 2 })] }));
        expect(conflictsOf(model, moves)).toEqual([]);
    });

    it('is said when one was moved, and the move can be kept from there', () => {
        const { model, moves } = drafted();
        model.apply(delta(11, { cards: [card('dorothy', { 1: 2, 6: 'ana', 7: TUE, 9: '08:30' })] }));
        expect(conflictsOf(model, moves)).toMatchObject([
            {
                sentence: 'Somebody else changed dorothy meanwhile: Tue 6 Oct, 8:30 with Ana Petrov.',
                keepable: true,
            },
        ]);
        const book = new DraftBook();
        book.put(moves);
        book.keep(model.truth('dorothy')!);
        expect(conflictsOf(model, book.moves)).toEqual([]);
        expect(book.of('dorothy')).toMatchObject({ ...there, version: 2, from: { date: TUE } });
    });

    it.each([
        ['cancelled', delta(11, { gone: ['dorothy'] }), /was cancelled or moved off this board/],
        ['done', delta(11, { cards: [card('dorothy', { 1: 2, 11: 'done' })] }), /is done meanwhile and stays/],
    ])('is said when one was %s, and the move is lost', (_, news, sentence) => {
        const { model, moves } = drafted();
        model.apply(news);
        const [conflict] = conflictsOf(model, moves);
        expect(conflict?.sentence).toMatch(sentence);
        expect(conflict?.keepable).toBe(false);
    });

    it('is said too when it was read with a whole new picture', () => {
        const { model, moves } = drafted();
        model.load(snapshot([card('rosa')]));
        expect(conflictsOf(model, moves)).toHaveLength(1);
    });

    it('is not asked of visits in another week', () => {
        const { model, moves } = drafted();
        model.load(snapshot([], { days: ['2026-10-12', '2026-10-13'] }));
        expect(conflictsOf(model, moves)).toEqual([]);
    });
});
