import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const NORTH = 'North side';
const WEDNESDAY = 3;

let demo: Demo;
let board: BoardPage;

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
beforeEach(async () => {
    board = await demo.open();
});
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

const banner = () => board.page.locator('dispatch-board .banner');
const setDown = (down: boolean) => board.page.evaluate((is) => void (window.server.down = is), down);
const cutOff = async () => {
    await setDown(true);
    await board.page.context().setOffline(true);
    await banner().waitFor();
};
const reconnect = async () => {
    await setDown(false);
    await board.page.context().setOffline(false);
    await banner().waitFor({ state: 'detached' });
};
const scroller = () => board.page.locator('dispatch-board .scroller');
const scrollTop = () => scroller().evaluate((one) => one.scrollTop);
const drafted = () =>
    board.page.evaluate(() => {
        const kept = Object.entries(sessionStorage).find(([key]) => /^dorothy-draft:[^:]*:api\/board$/.test(key));
        return (JSON.parse(kept?.[1] ?? '{"now":[]}') as { now: { name: string }[] }).now.map((move) => move.name);
    });

/** Writes down which cards are touched in the page from now on; a card that is replaced counts too. */
const watchCards = () =>
    board.page.evaluate(() => {
        const touched = new Set<string>();
        const nameOf = (node: Node | null) => {
            const element = node instanceof Element ? node : node?.parentElement;
            return element?.closest('[data-visit]')?.querySelector('.name')?.textContent?.trim();
        };
        new MutationObserver((records) =>
            records.forEach((record) =>
                [record.target, ...record.addedNodes].forEach((node) => {
                    const name = nameOf(node);
                    if (name) {
                        touched.add(name);
                    }
                }),
            ),
        ).observe(window.board.shadowRoot!, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
        });
        Object.assign(window, { touched });
    });
const touchedCards = () =>
    board.page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched].sort());

describe('a lost network', () => {
    it('is said in words, with the time of the picture, and nothing on the board moves', async () => {
        const rows = await board.page.locator('dispatch-board .rows').boundingBox();
        await cutOff();
        await banner()
            .getByText(/^No connection\. You see the board as of \d{1,2}:\d\d\. What you move now waits/)
            .waitFor();
        await banner().getByText('Waiting for the network').waitFor();
        await board.hears(/^No connection\. You see the board as of/);
        expect((await board.page.locator('dispatch-board .rows').boundingBox())!.y).toBe(rows!.y);
        await reconnect();
        await board.hears(/^Connected again\. The board is up to date\./);
    });

    it('keeps a drop in the draft, says why, and sends nothing by itself when it is back', async () => {
        await cutOff();
        await board.drag('Rosa Lopez', board.cell(NORTH, WEDNESDAY));
        await board.toast.getByText('No connection: the move of Rosa Lopez waits in your draft.').waitFor();
        expect(await drafted()).toEqual(['Rosa Lopez']);
        await banner().getByText('Your draft is kept.').waitFor();
        await reconnect();
        expect(await drafted()).toEqual(['Rosa Lopez']);
        expect(await board.calls('drop')).toEqual([]);
        expect(await board.calls('pickUp')).toEqual([]);
    });

    it('says that a dialog has to wait, and selects on the server when it is back', async () => {
        await cutOff();
        await board.card('Dorothy').click();
        expect(await board.calls('select')).toEqual([]);
        await board.card('Dorothy').press('m');
        await board.toast.getByText('There is no connection. Drag the visit instead').waitFor();
        expect(await board.calls('moveTo')).toEqual([]);
        await reconnect();
        await expect.poll(() => board.calls('select')).toHaveLength(1);
    });

    it('catches up by itself: scroll and focus stay, and only what changed is drawn', async () => {
        await scroller().evaluate((one) => one.scrollTo(0, 60));
        await board.focus('Dorothy');
        const top = await scrollTop();
        await cutOff();
        await board.page.evaluate(() => {
            const dorothy = window.server.named('Dorothy');
            dorothy[1]++;
            dorothy[9] = '11:15';
            window.server.snapshot.offices[0]!.seq += 7;
        });
        await watchCards();
        await reconnect();
        await board.card('Dorothy').filter({ hasText: '11:15' }).waitFor();
        expect(await touchedCards()).toEqual(['Dorothy']);
        expect(await scrollTop()).toBe(top);
        expect(await board.focused()).toMatch(/^Dorothy 11:15/);
    });
});

describe('a server that does not answer', () => {
    it('is asked again until it does, and the person may ask at once', async () => {
        await setDown(true);
        await board.page.evaluate(() => void window.board.refetch());
        await banner()
            .getByText(/Trying to reconnect/)
            .waitFor();
        await banner().getByText('Trying to reconnect, 2 times so far').waitFor();
        const asked = (await board.calls('fetch')).length;
        await banner().getByRole('button', { name: 'Try again' }).click();
        expect((await board.calls('fetch')).length).toBe(asked + 1);
        await setDown(false);
        await banner().waitFor({ state: 'detached' });
    });

    it('takes Vaadin at its word, on both counts', async () => {
        await board.page.evaluate(() => {
            const listeners = new Set<() => void>();
            const state = {
                online: true,
                addStateChangeListener: (listener: () => void) => listeners.add(listener),
                removeStateChangeListener: (listener: () => void) => listeners.delete(listener),
                turn: (online: boolean) => {
                    state.online = online;
                    listeners.forEach((listener) => listener());
                },
            };
            Object.assign(window, { Vaadin: { connectionState: state } });
            const parent = window.board.parentElement!;
            parent.append(window.board); // connects anew
            state.turn(false);
        });
        await banner().getByText('No connection.').waitFor();
        await board.page.evaluate(() =>
            (
                window as unknown as { Vaadin: { connectionState: { turn(online: boolean): void } } }
            ).Vaadin.connectionState.turn(true),
        );
        await banner().waitFor({ state: 'detached' });
    });
});

describe('a laptop that slept', () => {
    it('reads the board again when the clock has jumped', async () => {
        const before = (await board.calls('fetch')).length;
        await board.page.evaluate(() => {
            window.server.named('Dorothy')[9] = '11:30';
            window.server.snapshot.offices[0]!.seq++;
            window.board.tick(new Date(Date.now() + 3_600_000));
        });
        await board.card('Dorothy').filter({ hasText: '11:30' }).waitFor();
        expect((await board.calls('fetch')).length).toBe(before + 1);
        expect(await banner().count()).toBe(0);
    });
});

describe('a thousand changes that were missed', () => {
    it('become the true picture with one snapshot, without flicker and with the draft', async () => {
        await board.page.evaluate(() => localStorage.setItem('dorothy-drafting:', 'on'));
        await board.page.reload();
        await board.cards.first().waitFor();
        await board.drag('Rosa Lopez', board.cell(NORTH, WEDNESDAY));
        await expect.poll(() => drafted()).toEqual(['Rosa Lopez']);
        await scroller().evaluate((one) => one.scrollTo(0, 60));
        await board.focus('Dorothy');
        const top = await scrollTop();
        await watchCards();
        const before = (await board.calls('fetch')).length;
        await board.page.evaluate(() => {
            const office = window.server.snapshot.offices[0]!;
            const last = office.seq;
            for (const [name, start] of [
                ['Dr Sato', '10:45'],
                ['Dorothy', '11:45'],
            ] as const) {
                const card = window.server.named(name);
                card[1] += 500;
                card[9] = start;
            }
            // The browser was away for all but the last few of them, which come in a burst.
            office.seq = last + 1_000;
            for (let seq = last + 990; seq <= last + 1_000; seq++) {
                const delta = { prev: seq - 1, seq, cards: [], gone: [], runs: [], by: 'Ivy Vance' };
                window.board.patch({ office: office.code, ...delta });
            }
        });
        await board.card('Dorothy').filter({ hasText: '11:45' }).waitFor();
        expect((await board.calls('fetch')).length).toBe(before + 1);
        expect((await touchedCards()).filter((name) => !['Dorothy', 'Dr Sato'].includes(name))).toEqual([]);
        expect(await scrollTop()).toBe(top);
        expect(await board.focused()).toMatch(/^Dorothy 11:45/);
        expect(await drafted()).toEqual(['Rosa Lopez']);
        await board.cell(NORTH, WEDNESDAY).locator('.card', { hasText: 'Rosa Lopez' }).waitFor();
        // What follows them is applied as ever.
        await board.patch({ names: { Dorothy: { 9: '12:15' } } });
        await board.card('Dorothy').filter({ hasText: '12:15' }).waitFor();
        expect((await board.calls('fetch')).length).toBe(before + 1);
    });
});
