import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MON, TUE, WED, board, card, delta, linesOf, snapshot } from './board-fixture.js';
import { Live, type News } from './live.js';
import type { Surroundings } from './watch.js';

const ADDRESS = 'api/board?offices=riverside';

/** The board around, which writes down what it is told. */
const around = () => {
    const told: string[] = [];
    const news: News[] = [];
    const host = {
        address: (): string | null => ADDRESS,
        isSaving: (visit: string) => visit === 'mine',
        heard: (one: News) => void news.push(one),
        rowsInView: () => Infinity,
        painted: () => Promise.resolve(),
        renewed: () => void told.push('renewed'),
        arrived: () => void told.push('arrived'),
        drafted: () => true,
        found: (seen: boolean) => void told.push(seen ? 'found' : 'found unseen'),
        draw: () => undefined,
        changed: () => void told.push('changed'),
        say: (sentence: string) => void told.push(sentence),
        fire: (type: string) => void told.push(type),
    };
    return { told, news, host };
};

/** A page whose network can be pulled out. */
const surroundings = () => {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
    const network = { onLine: true };
    const around = { window, document, network, vaadin: () => undefined, now: () => new Date() };
    return around as unknown as Surroundings & typeof around;
};
const liveOf = (model: ReturnType<typeof board>, host: ReturnType<typeof around>['host'], page = surroundings()) =>
    new Live(model, host, page);

/** A network whose answers come when they are let out. */
const network = () => {
    const waiting: ((response: Response) => void)[] = [];
    const fetch = vi.fn(() => new Promise<Response>((resolve) => waiting.push(resolve)));
    vi.stubGlobal('fetch', fetch);
    return {
        fetch,
        answer: async (response: Response) => {
            waiting.shift()?.(response);
            await vi.advanceTimersByTimeAsync(0);
        },
    };
};
const picture = (seq: number, ...visits: ReturnType<typeof card>[]) => {
    const answer = snapshot(visits);
    answer.offices[0]!.seq = seq;
    return Response.json(answer, { headers: { ETag: `"${seq}"` } });
};

beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-10-05T15:00:00Z') });
});
afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

describe('a change that follows the last one', () => {
    it('is taken over, with how its visits stood until now', () => {
        const { host, news, told } = around();
        const model = board(card('dorothy'));
        liveOf(model, host).patch(delta(11, { cards: [card('dorothy', { 1: 2, 7: TUE })] }));
        expect(model.visit('dorothy')?.date).toBe(TUE);
        expect(news).toMatchObject([{ before: [{ date: MON }], changed: ['dorothy'], delta: { by: 'Ivy Vance' } }]);
        expect([...news[0]!.touched]).toEqual(['riverside']);
        expect(told).toEqual(['changed']);
    });

    it('lets the visits of others glow for a moment, and not what this desk is saving', () => {
        const live = liveOf(board(card('dorothy'), card('mine')), around().host);
        live.patch(delta(11, { cards: [card('dorothy', { 1: 2 }), card('mine', { 1: 2 })] }));
        expect([...live.fresh]).toEqual(['dorothy']);
        vi.advanceTimersByTime(3_000);
        expect([...live.fresh]).toEqual([]);
    });

    it('is ignored when it is known', () => {
        const { host, news, told } = around();
        liveOf(board(card('dorothy')), host).patch(delta(10));
        expect([news, told]).toEqual([[], []]);
    });
});

describe('a change that does not follow', () => {
    it('fetches the whole picture once, and what comes meanwhile is applied after it', async () => {
        const { host, news, told } = around();
        const { fetch, answer } = network();
        const model = board(card('dorothy'));
        const live = liveOf(model, host);
        for (let seq = 12; seq <= 15; seq++) {
            live.patch(delta(seq, { cards: [card('dorothy', { 1: seq })] }));
        }
        expect(fetch).toHaveBeenCalledTimes(1);
        expect(news).toEqual([]);
        await answer(picture(14, card('dorothy', { 1: 14, 7: WED })));
        expect(model.truth('dorothy')).toMatchObject({ version: 15, date: MON });
        expect(news.map((one) => one.delta.seq)).toEqual([15]);
        expect(told).toEqual(['board-gap', 'renewed', 'changed', 'changed', 'arrived']);
    });
});

describe('the picture', () => {
    it('is there after the first answer, and an unchanged one leaves it alone', async () => {
        const { host, told } = around();
        const { answer } = network();
        const live = liveOf(board(), host);
        live.restart();
        expect([live.loaded, live.loading]).toEqual([false, true]);
        await answer(picture(10));
        expect([live.loaded, live.loading]).toEqual([true, false]);
        told.length = 0;
        void live.refetch();
        await answer(new Response(null, { status: 304 }));
        expect(told).toEqual([]);
    });

    it('of a big board is painted as far as it is in view, and nothing counts before the rest is read', async () => {
        const { host, told, news } = around();
        const { answer } = network();
        const model = board();
        const all = snapshot([card('dorothy'), card('far', { 4: 'hilltop', 5: null })]);
        all.offices[0]!.seq = 10;
        all.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 5, today: MON });
        const live = liveOf(model, {
            ...host,
            rowsInView: () => 1,
            painted: async () => {
                told.push(`painted with ${[...model.visits()].length}`);
                live.patch(delta(11, { cards: [card('dorothy', { 1: 2, 7: TUE })] }));
                await Promise.resolve();
            },
        });
        void live.refetch();
        await answer(new Response(linesOf(all), { headers: { 'Content-Type': 'application/x-ndjson' } }));
        expect(told).toEqual(['painted with 1', 'renewed', 'changed', 'changed', 'arrived']);
        expect(news).toMatchObject([{ changed: ['dorothy'] }]);
        expect(model.whole).toBe(true);
        expect([live.loaded, live.loading]).toEqual([true, false]);
    });

    it('that another question overtook while it was painted is read, and ends nothing', async () => {
        const { host, told } = around();
        const { answer } = network();
        const model = board();
        const all = snapshot([card('dorothy')]);
        const live = liveOf(model, {
            ...host,
            rowsInView: () => 0,
            painted: async () => {
                void live.refetch();
                await Promise.resolve();
            },
        });
        void live.refetch();
        await answer(new Response(linesOf(all), { headers: { 'Content-Type': 'application/x-ndjson' } }));
        expect([model.whole, live.loading, told]).toEqual([true, true, []]);
        await answer(picture(12, card('dorothy', { 7: WED })));
        expect(model.visit('dorothy')?.date).toBe(WED);
        expect(live.loading).toBe(false);
    });

    it('stays as it was when it cannot be read, with a sentence', async () => {
        const { host, told } = around();
        const { answer } = network();
        const model = board(card('dorothy'));
        const live = liveOf(model, host);
        void live.refetch();
        await answer(new Response(null, { status: 403 }));
        expect(live.trouble).toBe('You may not see one of these offices. Ask an administrator.');
        expect(told).toContain(live.trouble);
        expect(model.visit('dorothy')).toBeDefined();
        void live.refetch();
        await answer(picture(10, card('dorothy')));
        expect(live.trouble).toBeNull();
    });

    it('is not asked for while there is nothing to ask', () => {
        const { fetch } = network();
        void liveOf(board(), { ...around().host, address: () => null } as never).refetch();
        expect(fetch).not.toHaveBeenCalled();
    });

    it('forgets the changes of what was shown before', async () => {
        const { host, news } = around();
        const { answer } = network();
        const live = liveOf(board(card('dorothy')), host);
        void live.refetch();
        live.patch(delta(11));
        live.restart();
        await answer(picture(10, card('dorothy')));
        await answer(picture(10, card('dorothy')));
        expect(news).toEqual([]);
    });

    it('is read again when another day has begun in one of its offices, and not before', () => {
        const { fetch } = network();
        vi.setSystemTime(new Date('2026-10-06T04:59:30Z'));
        const live = liveOf(board(), around().host);
        live.tick(new Date('2026-10-06T04:59:59Z')); // a second before midnight in Chicago
        expect(fetch).not.toHaveBeenCalled();
        live.tick(new Date('2026-10-06T05:00:00Z'));
        expect(fetch).toHaveBeenCalledTimes(1);
    });
});

describe('without a connection', () => {
    it('the board is as it was, says from when, and tries again by itself until it is up to date', async () => {
        const { host, told } = around();
        const { fetch, answer } = network();
        const model = board(card('dorothy'));
        const live = liveOf(model, host);
        void live.refetch();
        await answer(picture(10, card('dorothy')));
        vi.setSystemTime(new Date(2026, 9, 5, 14, 2));
        live.patch(delta(11, { cards: [card('dorothy', { 1: 2 })] }));
        void live.refetch();
        await answer(new Response(null, { status: 503 }));
        expect([live.offline, live.notice, live.trouble]).toEqual([true, null, null]);
        await vi.advanceTimersByTimeAsync(1_500);
        expect(live.notice?.sentence).toBe('No connection. You see the board as of 14:02. Your draft is kept.');
        expect(told).toContain(live.notice?.sentence);
        expect(fetch).toHaveBeenCalledTimes(3);
        await answer(picture(12, card('dorothy', { 1: 3, 7: WED })));
        expect([live.offline, live.notice]).toEqual([false, null]);
        expect(model.visit('dorothy')?.date).toBe(WED);
        expect(told.at(-1)).toBe('found');
        await vi.advanceTimersByTimeAsync(30_000);
        expect(fetch).toHaveBeenCalledTimes(3);
    });

    it('a refusal is no loss of it', async () => {
        const { answer } = network();
        const live = liveOf(board(), around().host);
        void live.refetch();
        await answer(new Response(null, { status: 403 }));
        await vi.advanceTimersByTimeAsync(5_000);
        expect([live.offline, live.notice]).toEqual([false, null]);
    });
});
