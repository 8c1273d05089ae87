import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardDay } from './board-data.js';
import { MON, TUE, board, card, delta } from './board-fixture.js';
import { DayFeed, DayPlan, officesTouched } from './day-plan.js';

const office = (code: string, drives: BoardDay['offices'][number]['drives'] = []): BoardDay['offices'][number] => ({
    code,
    seq: 1,
    shifts: [{ technician: `${code}-t`, from: '08:00', to: '16:00', away: null }],
    drives,
});

describe('DayPlan', () => {
    it('takes over what is new of one office and keeps the others', () => {
        const plan = new DayPlan(MON)
            .with({ date: MON, offices: [office('river', [['a', 'b', 12]]), office('hill', [['c', 'd', 7]])] })
            .with({ date: MON, offices: [office('river', [['b', 'a', 9]])] });
        expect([plan.drive('a', 'b'), plan.drive('b', 'a'), plan.drive('c', 'd')]).toEqual([undefined, 9, 7]);
        expect(plan.shift('hill-t')?.from).toBe('08:00');
    });

    it('forgets everything of another day', () => {
        const plan = new DayPlan(MON)
            .with({ date: MON, offices: [office('river', [['a', 'b', 12]])] })
            .with({ date: TUE, offices: [office('hill')] });
        expect(plan.drive('a', 'b')).toBeUndefined();
    });
});

describe('DayFeed', () => {
    let asked: string[];
    let feed: DayFeed;
    const settle = async (millis: number) => {
        await vi.advanceTimersByTimeAsync(millis);
    };

    beforeEach(() => {
        vi.useFakeTimers();
        vi.stubGlobal('window', globalThis);
        asked = [];
        vi.stubGlobal('fetch', async (address: string) => {
            asked.push(decodeURIComponent(address));
            const offices = new URLSearchParams(address.split('?')[1]).get('offices')!.split(',');
            return Response.json({ date: MON, offices: offices.map((code) => office(code)) });
        });
        feed = new DayFeed(() => undefined);
    });
    afterEach(() => {
        feed.stop();
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    it('asks once for a day, however often it is shown', async () => {
        feed.show('api/board', ['river', 'hill'], MON);
        feed.show('api/board', ['river', 'hill'], MON);
        await settle(0);
        feed.show('api/board', ['river', 'hill'], MON);
        expect(asked).toEqual(['api/board/day?offices=river,hill&date=2026-10-05']);
        expect(feed.plan.shift('hill-t')).toBeDefined();
    });

    it('asks once for changes that come together, and only for their offices', async () => {
        feed.show('api/board', ['river', 'hill'], MON);
        await settle(0);
        feed.renew(['hill']);
        feed.renew(['hill']);
        feed.renew(['elsewhere']);
        await settle(1_000);
        expect(asked.slice(1)).toEqual(['api/board/day?offices=hill&date=2026-10-05']);
        expect(feed.plan.shift('river-t')).toBeDefined();
    });

    it('asks for nothing once no day is shown', async () => {
        feed.show('api/board', ['river'], MON);
        await settle(0);
        feed.stop();
        feed.renew(['river']);
        await settle(1_000);
        expect(asked).toHaveLength(1);
    });
});

describe('officesTouched', () => {
    it('names the office of the change and the homes of everybody who drives the visit before or after', () => {
        const model = board(card('dorothy'));
        const moved = delta(11, { office: 'hilltop', cards: [card('dorothy', { 4: 'hilltop', 6: 'stranger' })] });
        expect([...officesTouched(model, moved)].sort()).toEqual(['hilltop', 'riverside']);
    });
});

describe('a day that cannot be read', () => {
    const day = (drives: [string, string, number][]) => ({
        date: MON,
        offices: [{ code: 'riverside', seq: 1, shifts: [], drives }],
    });
    const answers: (() => Promise<Response>)[] = [];
    const asked: (string | null)[] = [];

    beforeEach(() => {
        vi.useFakeTimers();
        answers.length = asked.length = 0;
        vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
            asked.push(new Headers(init.headers).get('If-None-Match'));
            return answers.shift()!();
        });
    });
    afterEach(() => {
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    const fresh = (minutes: number) => () =>
        Promise.resolve(Response.json(day([['dorothy', 'rosa', minutes]]), { headers: { ETag: `"${minutes}"` } }));

    it('shows no drives that may be old, says so, and shows them again when it can be read', async () => {
        const feed = new DayFeed(() => undefined);
        answers.push(fresh(12), () => Promise.reject(new Error('gone')), fresh(15));
        feed.show('api/board', ['riverside'], MON);
        await vi.advanceTimersByTimeAsync(0);
        expect([feed.plan.drive('dorothy', 'rosa'), feed.trouble]).toEqual([12, null]);
        feed.renew(['riverside']);
        await vi.advanceTimersByTimeAsync(200);
        expect(feed.plan.drive('dorothy', 'rosa')).toBeUndefined();
        expect(feed.trouble).toBe('The hours and drives of this day could not be read. The visits are up to date.');
        feed.renewAll();
        await vi.advanceTimersByTimeAsync(200);
        expect([feed.plan.drive('dorothy', 'rosa'), feed.trouble]).toEqual([15, null]);
    });

    it('is asked for as a whole when it is shown again', async () => {
        const feed = new DayFeed(() => undefined);
        answers.push(fresh(12), fresh(12));
        feed.show('api/board', ['riverside'], MON);
        await vi.advanceTimersByTimeAsync(0);
        feed.stop();
        feed.show('api/board', ['riverside'], MON);
        await vi.advanceTimersByTimeAsync(0);
        expect(asked).toEqual([null, null]);
        expect(feed.plan.drive('dorothy', 'rosa')).toBe(12);
    });
});
