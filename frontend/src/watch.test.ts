import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watch, type Surroundings } from './watch.js';

/** A page whose network, clock and Vaadin are in the hands of the test. */
function watched({ vaadin = true } = {}) {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const network = { onLine: true };
    const listeners = new Set<() => void>();
    const flow = {
        online: true,
        addStateChangeListener: (listener: () => void) => void listeners.add(listener),
        removeStateChangeListener: (listener: () => void) => void listeners.delete(listener),
    };
    const told: string[] = [];
    const watch = new Watch(
        {
            ask: () => void told.push('ask'),
            shown: () => undefined,
            lost: () => void told.push('lost'),
            found: (seen) => void told.push(seen ? 'found' : 'found unseen'),
        },
        {
            window,
            document,
            network,
            vaadin: () => (vaadin ? flow : undefined),
            now: () => new Date(),
        } as unknown as Surroundings,
    );
    watch.connect();
    return {
        watch,
        told,
        listeners,
        goOffline: () => {
            network.onLine = false;
            window.dispatchEvent(new Event('offline'));
        },
        goOnline: () => {
            network.onLine = true;
            window.dispatchEvent(new Event('online'));
        },
        setVaadin: (online: boolean) => {
            flow.online = online;
            [...listeners].forEach((listener) => listener());
        },
        show: () => document.dispatchEvent(new Event('visibilitychange')),
        later: (seconds: number) => {
            vi.advanceTimersByTime(seconds * 1_000);
            return new Date();
        },
    };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-05T15:00:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('the network of this machine', () => {
    it('is missed at once when it goes, and the server is asked when it comes back', () => {
        const { watch, told, goOffline, goOnline } = watched();
        goOffline();
        expect([watch.visible, watch.connection.loss]).toEqual([true, 'offline']);
        expect(told).toEqual(['lost']);
        goOnline();
        expect(told).toEqual(['lost', 'ask']);
        watch.answered();
        expect([watch.visible, watch.lost, told.at(-1)]).toEqual([false, false, 'found']);
    });

    it('is tried although the browser says nothing', () => {
        const { told, goOffline, later } = watched();
        goOffline();
        later(1);
        expect(told).toEqual(['lost', 'ask']);
    });
});

describe('a server that does not answer', () => {
    it('is lost at once and said so after a moment', () => {
        const { watch, told, later } = watched();
        watch.failed('silent');
        expect([watch.lost, watch.visible]).toEqual([true, false]);
        later(1.5);
        expect([watch.visible, told]).toEqual([true, ['ask', 'lost']]);
    });

    it('and comes back within that moment makes no stir', () => {
        const { watch, told, later } = watched();
        watch.failed('silent');
        later(1);
        watch.answered();
        later(60);
        expect(told).toEqual(['ask', 'found unseen']);
        expect(watch.visible).toBe(false);
    });

    it('is asked again and again, ever more slowly', () => {
        const { watch, told, later } = watched();
        [1, 2, 4, 8, 15, 15].forEach((seconds, tries) => {
            watch.failed('silent');
            later(seconds - 0.1);
            expect(told.filter((one) => one === 'ask')).toHaveLength(tries);
            later(0.1);
            expect(told.filter((one) => one === 'ask')).toHaveLength(tries + 1);
        });
    });

    it('is asked when nothing was heard of it for a minute, and only then', () => {
        const { watch, told, later } = watched();
        watch.tick(later(45));
        watch.pushed();
        watch.tick(later(45));
        expect(told).toEqual([]);
        watch.tick(later(15));
        expect(told).toEqual(['ask']);
    });

    it('is not asked again when only a sign-in helps', () => {
        const { watch, told, later } = watched();
        watch.failed('signed-out');
        later(120);
        expect(told).toEqual(['lost']);
        expect(watch.connection.notice(true, false, new Date())?.button).toBe('Sign in');
    });
});

describe('Vaadin', () => {
    it('is believed when it says that the server is away', () => {
        const { watch, told, setVaadin } = watched();
        setVaadin(false);
        expect(watch.lost).toBe(true);
        setVaadin(true);
        watch.answered();
        expect(told).toEqual(['ask', 'found unseen']);
    });

    it('must be back before moves are sent again', () => {
        const { watch, setVaadin } = watched();
        setVaadin(false);
        watch.answered();
        expect(watch.lost).toBe(true);
        setVaadin(true);
        watch.answered();
        expect(watch.lost).toBe(false);
    });

    it('that does not come back although the server is there is helped by loading the page again', () => {
        const { watch, setVaadin } = watched();
        setVaadin(false);
        for (let answers = 0; answers < 6; answers++) {
            expect(watch.connection.over).toBe(false);
            watch.answered();
        }
        expect(watch.connection.notice(true, true, new Date())).toMatchObject({ button: 'Load the page again' });
    });

    it('is left alone once the board is gone', () => {
        const { watch, listeners } = watched();
        watch.disconnect();
        expect(listeners.size).toBe(0);
    });

    it('may be missing', () => {
        const { watch } = watched({ vaadin: false });
        watch.failed('silent');
        watch.answered();
        expect(watch.lost).toBe(false);
    });
});

describe('a machine that slept', () => {
    it('asks for the picture and does not trust the old one meanwhile', () => {
        const { watch, told, later } = watched();
        watch.tick(later(15));
        vi.setSystemTime(new Date('2026-10-05T18:00:00Z'));
        watch.tick(new Date());
        expect([watch.lost, told]).toEqual([true, ['ask']]);
        later(1.5);
        expect(watch.connection.notice(true, true, new Date())?.sentence).toContain('as of');
        watch.answered();
        expect(told).toEqual(['ask', 'lost', 'found']);
    });

    it('and a page that comes to the front again ask for the picture', () => {
        const { told, show } = watched();
        show();
        expect(told).toEqual(['ask']);
    });
});
