import { afterEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from './board-fixture.js';
import { BoardFeed } from './feed.js';

const answered = (response: Response | Promise<Response>) => {
    const fetch = vi.fn((_address: string, _init: RequestInit) => Promise.resolve(response));
    vi.stubGlobal('fetch', fetch);
    return fetch;
};
const headers = (fetch: ReturnType<typeof answered>, call: number) => new Headers(fetch.mock.calls[call]?.[1].headers);
const json = (tag: string) => Response.json(snapshot([]), { headers: { ETag: tag } });

afterEach(() => vi.unstubAllGlobals());

describe('BoardFeed', () => {
    it('reads a snapshot and asks with its tag the next time', async () => {
        const feed = new BoardFeed();
        const fetch = answered(json('"7"'));
        expect(await feed.ask('api/board?a')).toMatchObject({ kind: 'fresh', snapshot: { from: '2026-10-05' } });
        expect(headers(fetch, 0).has('If-None-Match')).toBe(false);
        const again = answered(new Response(null, { status: 304 }));
        expect(await feed.ask('api/board?a')).toEqual({ kind: 'same' });
        expect(headers(again, 0).get('If-None-Match')).toBe('"7"');
    });

    it('does not use the tag of another week', async () => {
        const feed = new BoardFeed();
        answered(json('"7"'));
        await feed.ask('api/board?a');
        const fetch = answered(json('"8"'));
        await feed.ask('api/board?b');
        expect(headers(fetch, 0).has('If-None-Match')).toBe(false);
    });

    it.each([
        [new Response(null, { status: 401 }), 'signed-out', 'You are signed out. Reload the page to sign in again.'],
        [new Response(null, { status: 403 }), 'refused', 'You may not see one of these offices. Ask an administrator.'],
        [
            new Response(null, { status: 500 }),
            'refused',
            'The board could not be read (500). What you see may be out of date.',
        ],
        [
            new Response(null, { status: 503 }),
            'silent',
            'The board could not be read (503). What you see may be out of date.',
        ],
        [Response.json({ sentence: 'Say which offices.' }, { status: 400 }), 'refused', 'Say which offices.'],
        [
            new Response('<html>', { status: 200 }),
            'silent',
            'The board could not be reached. What you see may be out of date.',
        ],
    ])('says what to do when it fails (%#)', async (response, why, sentence) => {
        answered(response);
        expect(await new BoardFeed().ask('api/board')).toEqual({ kind: 'failed', why, sentence });
    });

    it('gives up a server that does not answer', async () => {
        vi.useFakeTimers();
        vi.stubGlobal(
            'fetch',
            (_: string, { signal }: RequestInit) =>
                new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
        );
        const answer = new BoardFeed().ask('api/board');
        await vi.advanceTimersByTimeAsync(30_000);
        expect(await answer).toMatchObject({ kind: 'failed', why: 'silent' });
        vi.useRealTimers();
    });

    it('keeps only the last of two questions', async () => {
        const feed = new BoardFeed();
        let release = (_: Response) => {};
        answered(new Promise<Response>((resolve) => (release = resolve)));
        const first = feed.ask('api/board?a');
        answered(json('"8"'));
        const second = feed.ask('api/board?b');
        release(json('"7"'));
        expect((await first).kind).toBe('outdated');
        expect((await second).kind).toBe('fresh');
    });
});
