import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardServer, Card, DraftMove, DraftOutcome } from './board-data.js';
import { AnsweringServer, MON, TUE, WED, board, card, delta } from './board-fixture.js';
import { visitOf, type BoardModel } from './board-model.js';
import { Workbench } from './workbench.js';

const there = { route: 'south', date: WED, start: '10:00', technician: 'ana' };

class Kept {
    readonly items = new Map<string, string>();
    getItem = (key: string) => this.items.get(key) ?? null;
    setItem = (key: string, text: string) => void this.items.set(key, text);
}

/** Answers every save with `outcome` and writes down what it is asked. */
class DraftServer extends AnsweringServer implements BoardServer {
    readonly reviews: DraftMove[][] = [];
    readonly saves: [kind: string, opId: string, moves: DraftMove[]][] = [];
    outcome: Partial<DraftOutcome> = { status: 'accepted' };

    constructor() {
        super(() => Promise.reject(new Error('not asked for')));
    }

    review(moves: DraftMove[]): void {
        this.reviews.push(moves);
    }

    save(kind: string, opId: string, moves: DraftMove[]): Promise<DraftOutcome> {
        this.saves.push([kind, opId, moves]);
        return Promise.resolve(ended(opId, this.outcome));
    }
}

const ended = (opId: string, changes: Partial<DraftOutcome>): DraftOutcome => ({
    opId,
    status: 'accepted',
    sentence: '',
    cards: [],
    visits: [],
    ...changes,
});

function desk(model: BoardModel, user = 'vera') {
    const server = new DraftServer();
    const told: string[] = [];
    const said: string[] = [];
    const net = { offline: false };
    const refetch = vi.fn();
    const bench = new Workbench(model, {
        server: () => server,
        offline: () => net.offline,
        changed: () => undefined,
        say: (sentence) => said.push(sentence),
        tell: (sentence) => told.push(sentence),
        refetch,
        unassign: () => undefined,
    });
    bench.open(user, 'api/board');
    const move = (code: string, to = there) => bench.stage([[model.visit(code)!, to]]);
    return { bench, model, server, told, said, net, refetch, move };
}

beforeEach(() => {
    vi.stubGlobal('sessionStorage', new Kept());
    vi.stubGlobal('localStorage', new Kept());
});
afterEach(() => vi.unstubAllGlobals());

const two = () => board(card('dorothy', { 1: 4 }), card('rosa'));

describe('a drop', () => {
    it('is saved at once while the switch is off', () => {
        const { bench, model, move } = desk(two());
        expect(move('dorothy')).toBe(false);
        expect(bench.draft.moves).toEqual([]);
        expect(model.visit('dorothy')?.date).toBe(MON);
    });

    it('waits in the draft while the switch is on, and the switch is remembered', () => {
        const { bench, model, move } = desk(two());
        bench.toggleDrafting();
        expect(move('dorothy')).toBe(true);
        expect(model.visit('dorothy')).toMatchObject(there);
        expect(desk(two()).bench.drafting).toBe(true);
        expect(desk(two(), 'otto').bench.drafting).toBe(false);
    });

    it('of several visits always makes a draft', () => {
        const { bench, model } = desk(two());
        expect(
            bench.stage([
                [model.visit('dorothy')!, there],
                [model.visit('rosa')!, there],
            ]),
        ).toBe(true);
        expect(bench.draft.moves).toHaveLength(2);
    });

    it('of a visit that is in the draft stays there', () => {
        const { bench, move } = desk(two());
        bench.toggleDrafting();
        move('dorothy');
        bench.toggleDrafting();
        expect(move('dorothy', { ...there, date: TUE })).toBe(true);
        expect(bench.draft.of('dorothy')?.date).toBe(TUE);
    });

    it('waits in the draft while there is no connection', () => {
        const { net, move } = desk(two());
        net.offline = true;
        expect(move('dorothy')).toBe(true);
    });
});

describe('the draft', () => {
    const drafted = (model = two()) => {
        const made = desk(model);
        made.bench.stage([
            [model.visit('dorothy')!, there],
            [model.visit('rosa')!, there],
        ]);
        return made;
    };

    it('is there again after a reload, for the same person only', () => {
        drafted();
        const again = desk(two());
        expect(again.model.visit('dorothy')).toMatchObject(there);
        expect(desk(two(), 'otto').bench.draft.moves).toEqual([]);
    });

    it('goes to the review as moves with their versions', () => {
        const { bench, server } = drafted();
        bench.review();
        expect(server.reviews).toEqual([
            [
                { visit: 'dorothy', version: 4, ...there },
                { visit: 'rosa', version: 1, ...there },
            ],
        ]);
    });

    it('is not reviewed before the person has decided about what others changed', () => {
        const { bench, model, server, told } = drafted();
        model.apply(delta(11, { cards: [card('rosa', { 1: 2, 7: TUE })] }));
        bench.sync();
        bench.review();
        expect(told).toEqual(['First decide about rosa: keep the move or take it out.']);
        bench.keep('rosa');
        bench.review();
        expect(server.reviews[0]?.[1]).toMatchObject({ visit: 'rosa', version: 2, date: WED });
    });

    it('gives up the moves of a cancelled visit and keeps the others', () => {
        const { bench, model } = drafted();
        model.apply(delta(11, { gone: ['rosa'] }));
        bench.sync();
        expect(bench.conflicts).toMatchObject([{ keepable: false }]);
        bench.takeOut('rosa');
        expect(bench.draft.moves.map((move) => move.visit)).toEqual(['dorothy']);
        expect(bench.conflicts).toEqual([]);
    });

    it('is empty once it is saved, and what was saved can be undone', async () => {
        const { bench, model, server, said } = drafted();
        const cards: Card[] = [
            card('dorothy', { 1: 5, 5: 'south', 7: WED }),
            card('rosa', { 1: 2, 5: 'south', 7: WED }),
        ];
        bench.reviewed(ended('op', { sentence: '2 visits moved.', cards, visits: ['dorothy', 'rosa'] }));
        expect(bench.draft.moves).toEqual([]);
        expect(said).toContain('2 visits moved.');
        expect(model.visit('dorothy')).toBe(model.truth('dorothy'));
        expect(model.visit('dorothy')).toMatchObject({ version: 5, date: WED });
        bench.undo();
        expect(server.saves).toMatchObject([
            [
                'undo',
                expect.stringMatching(/^[0-9a-f]{32}$/),
                [
                    { visit: 'dorothy', version: 5, route: 'north', date: MON, start: '09:00', technician: 'cy' },
                    { visit: 'rosa', version: 2, date: MON },
                ],
            ],
        ]);
    });

    it('forgets the moves that the person left out of the review', () => {
        const { bench, server } = drafted();
        bench.reviewed(ended('op', { cards: [card('dorothy', { 1: 5 })], visits: ['dorothy'] }));
        expect(bench.draft.moves).toEqual([]);
        bench.undo();
        expect(server.saves[0]?.[2].map((move) => move.visit)).toEqual(['dorothy']);
    });

    it.each(['given-up', 'refused', 'stale'] as const)('is kept when the review was %s', (status) => {
        const { bench, refetch } = drafted();
        bench.reviewed(ended('op', { status, sentence: 'Ana is on vacation.' }));
        expect(bench.draft.moves).toHaveLength(2);
        expect(refetch).toHaveBeenCalledTimes(status === 'stale' ? 1 : 0);
    });

    it('is not sent without a connection, and says so', () => {
        const { bench, net, server, told } = drafted();
        net.offline = true;
        bench.review();
        expect(server.reviews).toEqual([]);
        expect(told[0]).toMatch(/Your draft is kept/);
    });

    it('comes back when discarding it is undone', () => {
        const { bench, model } = drafted();
        bench.discard();
        expect(model.visit('dorothy')?.date).toBe(MON);
        bench.undo();
        expect(model.visit('dorothy')?.date).toBe(WED);
    });
});

describe('undo after saving', () => {
    const saved = async (outcome: Partial<DraftOutcome> = {}) => {
        const made = desk(two());
        const before = made.model.visit('dorothy')!;
        const after = card('dorothy', { 1: 5, 5: 'south', 6: 'ana', 7: WED });
        made.model.put(visitOf(after));
        made.bench.saved(before, after);
        made.server.outcome = { cards: [card('dorothy', { 1: 6 })], ...outcome };
        made.bench.undo();
        await Promise.resolve();
        await Promise.resolve();
        return made;
    };

    it('puts the visit back and offers to redo', async () => {
        const { bench, model, server } = await saved();
        expect(model.visit('dorothy')).toMatchObject({ version: 6, date: MON });
        expect([bench.canUndo, bench.canRedo]).toEqual([false, true]);
        bench.redo();
        expect(server.saves[1]).toMatchObject([
            'redo',
            expect.anything(),
            [{ version: 6, date: WED, technician: 'ana' }],
        ]);
    });

    it('says the sentence of the server when others have moved on, and does not offer it again', async () => {
        const { bench, told, refetch } = await saved({ status: 'stale', sentence: 'Ivy moved Dorothy.', cards: [] });
        expect(told).toEqual(['Ivy moved Dorothy.']);
        expect(bench.canUndo).toBe(false);
        expect(refetch).toHaveBeenCalledOnce();
    });

    it('waits for the dialog when a consent or a reason is missing', async () => {
        const { bench, server } = await saved({ status: 'asked', cards: [] });
        expect([bench.busy, bench.canRedo]).toEqual([true, false]);
        bench.reviewed(ended(server.saves[0]![1], { cards: [card('dorothy', { 1: 6 })] }));
        expect([bench.busy, bench.canRedo]).toEqual([false, true]);
    });

    it('stays possible when the person gives the questions up', async () => {
        const { bench, server } = await saved({ status: 'asked', cards: [] });
        bench.reviewed(ended(server.saves[0]![1], { status: 'given-up', sentence: 'Nothing was saved.' }));
        expect(bench.canUndo).toBe(true);
    });

    it('survives a reload', async () => {
        const made = desk(two());
        const after = card('dorothy', { 1: 5, 7: WED });
        made.bench.saved(made.model.visit('dorothy')!, after);
        const again = desk(board(after));
        again.bench.undo();
        expect(again.server.saves[0]?.[2]).toMatchObject([{ version: 5, date: MON }]);
    });

    it.each(['the news comes first', 'the dialog is faster'])(
        'knows where a visit was that a dialog beside the board has moved, when %s',
        (order) => {
            const { bench, model, server } = desk(two());
            const before = [model.truth('dorothy')];
            model.apply(delta(11, { cards: [card('dorothy', { 1: 5, 7: WED })] }));
            if (order === 'the news comes first') {
                bench.hear(before);
                bench.ownChange('dorothy', 5);
            } else {
                bench.ownChange('dorothy', 5);
                bench.hear(before);
            }
            bench.undo();
            expect(server.saves[0]?.[2]).toMatchObject([{ visit: 'dorothy', version: 5, date: MON }]);
        },
    );

    it('takes several visits back together, of weeks that are not on the board too', () => {
        const { bench, server } = desk(two());
        const place = (route: string) => ({ route, date: '2026-11-04', start: '13:00', technician: 'cy' });
        const saved = (visit: string) => ({
            visit,
            name: 'Rosa',
            before: place('south'),
            after: place('north'),
            base: 0,
            version: 1,
        });
        bench.ownSaved([saved('later'), saved('last')]);
        bench.undo();
        expect(server.saves[0]?.[2]).toMatchObject([
            { visit: 'later', version: 1, route: 'south' },
            { visit: 'last', version: 1, route: 'south' },
        ]);
    });

    it('leaves the changes of others alone', () => {
        const { bench, model } = desk(two());
        const before = [model.truth('dorothy')];
        model.apply(delta(11, { cards: [card('dorothy', { 1: 5, 7: WED })] }));
        bench.hear(before);
        expect(bench.canUndo).toBe(false);
    });
});

describe('several visits', () => {
    it('go to the tray together', () => {
        const { bench, model } = desk(two());
        bench.choose((selection) => selection.choose(['dorothy', 'rosa']));
        bench.unassign();
        expect(model.trayOf('riverside')).toHaveLength(2);
    });

    it('move to a run that is pointed at, by whoever drives it', () => {
        const { bench } = desk(two());
        bench.choose((selection) => selection.choose(['dorothy', 'rosa']));
        bench.pick({ kind: 'move' });
        bench.picked({ route: 'south', date: WED }, null);
        expect(bench.draft.moves).toMatchObject([
            { visit: 'dorothy', route: 'south', date: WED, start: null, technician: null },
            { visit: 'rosa' },
        ]);
        expect(bench.picking).toBeNull();
    });

    it('swap who drives two runs, as a draft', () => {
        const { bench } = desk(board(card('dorothy'), card('rosa', { 5: 'south', 6: 'ana' })));
        bench.pick({ kind: 'swap', run: { route: 'north', date: MON } });
        bench.picked({ route: 'south', date: MON }, null);
        expect(bench.draft.moves).toMatchObject([
            { visit: 'dorothy', route: 'north', technician: 'ana' },
            { visit: 'rosa', route: 'south', technician: 'cy' },
        ]);
    });

    it('say why a swap cannot be, and let choose again', () => {
        const { bench, told } = desk(two());
        bench.pick({ kind: 'swap', run: { route: 'north', date: MON } });
        bench.picked({ route: 'south', date: TUE }, null);
        expect(told[0]).toMatch(/Both runs must be on Mon 5 Oct/);
        expect(bench.picking).not.toBeNull();
    });

    it('send a run to a technician from the list', () => {
        const { bench } = desk(two());
        bench.pick({ kind: 'send', run: { route: 'north', date: MON } });
        bench.picked(null, 'ana');
        expect(bench.draft.moves.map((move) => move.technician)).toEqual(['ana', 'ana']);
    });
});

describe('without a connection', () => {
    it('a move waits in the draft and its person hears why', () => {
        const model = board(card('dorothy'));
        const { net, move, told, bench } = desk(model);
        net.offline = true;
        expect(move('dorothy')).toBe(true);
        expect(bench.draft.has('dorothy')).toBe(true);
        expect(told).toEqual(['No connection: the move of dorothy waits in your draft. Save it when we are back.']);
    });

    it('a move that was on its way when the page ended waits in the draft of the next page', () => {
        const first = board(card('dorothy'));
        desk(first).bench.sending(first.visit('dorothy')!, there);
        const { bench, told } = desk(board(card('dorothy')));
        bench.recover();
        expect(bench.draft.of('dorothy')).toMatchObject(there);
        expect(told).toEqual(['The move of dorothy was not saved when the connection broke. It waits in your draft.']);
        const third = desk(board(card('dorothy')));
        third.bench.recover();
        expect(third.told).toEqual([]);
    });

    it('a move that did arrive is not made again', () => {
        const first = board(card('dorothy'));
        desk(first).bench.sending(first.visit('dorothy')!, there);
        const { bench, told } = desk(board(card('dorothy', { 1: 2 })));
        bench.recover();
        expect([bench.draft.moves, told]).toEqual([[], []]);
    });

    it('a move that was answered is not made again', () => {
        const first = board(card('dorothy'));
        const { bench } = desk(first);
        bench.sending(first.visit('dorothy')!, there);
        bench.answered('dorothy');
        const next = desk(board(card('dorothy')));
        next.bench.recover();
        expect(next.bench.draft.moves).toEqual([]);
    });
});
