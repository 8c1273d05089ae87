import { describe, expect, it } from 'vitest';
import type { DropOutcome } from './board-data.js';
import { AnsweringServer, MON, WED, board, card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { Moves } from './moves.js';

const draft = { route: 'south', date: WED, start: '10:00', technician: 'ana' };

function dropping(answer: () => Promise<DropOutcome>) {
    const model = board(card('dorothy', { 1: 4 }));
    const moves = new Moves(model);
    const server = new AnsweringServer(answer);
    const ended = moves.drop(server, model.visit('dorothy')!, draft, '10:00');
    return { model, moves, server, ended };
}

const answers = (outcome: DropOutcome) => dropping(() => Promise.resolve(outcome));

describe('a drop', () => {
    it('is shown at once and marked as saving', async () => {
        const { model, moves, server, ended } = answers({ status: 'accepted', sentence: '', card: null });
        expect(model.visit('dorothy')).toMatchObject(draft);
        expect(moves.isSaving('dorothy')).toBe(true);
        expect(server.commands[0]).toMatchObject({
            visit: 'dorothy',
            version: 4,
            route: 'south',
            date: WED,
            start: '10:00',
        });
        await ended;
        expect(moves.isSaving('dorothy')).toBe(false);
    });

    it('stays where the server accepted it, with what the server made of it', async () => {
        const { model, ended } = answers({
            status: 'accepted',
            sentence: '',
            card: card('dorothy', { 1: 5, 5: 'south', 6: 'ana', 7: WED, 9: '10:15' }),
        });
        expect(await ended).toMatchObject({ status: 'accepted', sentence: '', card: { 1: 5 } });
        expect(model.visit('dorothy')).toMatchObject({ route: 'south', date: WED, start: '10:15', version: 5 });
        expect(model.visit('dorothy')).toBe(model.truth('dorothy'));
    });

    it('goes back and waits when a consent or a reason is needed', async () => {
        const { model, moves, ended } = answers({ status: 'needs', sentence: 'Ask her first.', card: null });
        expect(await ended).toEqual({ status: 'needs', sentence: 'Ask her first.', card: null });
        expect(model.visit('dorothy')).toMatchObject({ route: 'north', date: MON });
        expect(moves.isWaiting('dorothy')).toBe(true);
        moves.settle('dorothy');
        expect(moves.isWaiting('dorothy')).toBe(false);
    });

    it('goes back with the sentence when it is refused', async () => {
        const { model, moves, ended } = answers({ status: 'refused', sentence: 'Ana is on vacation.', card: null });
        expect((await ended).sentence).toBe('Ana is on vacation.');
        expect(model.visit('dorothy')).toMatchObject({ route: 'north', date: MON });
        expect(moves.isWaiting('dorothy')).toBe(false);
    });

    it('takes over what somebody else did when it was stale', async () => {
        const { model, ended } = answers({
            status: 'stale',
            sentence: 'Ivy moved her.',
            card: card('dorothy', { 1: 9, 7: '2026-10-06' }),
        });
        expect((await ended).status).toBe('stale');
        expect(model.visit('dorothy')).toMatchObject({ version: 9, date: '2026-10-06' });
    });

    it('goes back when the server does not answer', async () => {
        const { model, ended } = dropping(() => Promise.reject(new Error('gone')));
        expect((await ended).status).toBe('failed');
        expect(model.visit('dorothy')).toMatchObject({ route: 'north', date: MON });
    });

    it('does not put an older answer over newer news', async () => {
        const { model, ended } = answers({
            status: 'accepted',
            sentence: '',
            card: card('dorothy', { 1: 5, 5: 'south', 7: WED }),
        });
        model.put(visitOf(card('dorothy', { 1: 6, 7: '2026-10-06' })));
        await ended;
        expect(model.visit('dorothy')).toMatchObject({ version: 6, date: '2026-10-06' });
    });

    it('has a new key each time', async () => {
        const { model, moves, server, ended } = answers({ status: 'refused', sentence: '', card: null });
        await ended;
        await moves.drop(server, model.visit('dorothy')!, draft, null);
        expect(server.commands[0]?.opId).toMatch(/^[0-9a-f]{32}$/);
        expect(server.commands[1]?.opId).not.toBe(server.commands[0]?.opId);
    });
});
