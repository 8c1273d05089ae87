import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const NAME = 3;
const LONG = 'Wilhelmina Featherstonehaugh-Hernandez & Daughters Hardware';

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

/** Of the visits in view: how each name is drawn, and whether its letters reach into what stands beside it. */
async function names() {
    return board.page.evaluate(() =>
        [...window.board.renderRoot.querySelectorAll<HTMLElement>('.cell .card .name')].map((name) => {
            const card = name.closest('.card')!;
            const letters = document.createRange();
            letters.selectNodeContents(name);
            const time = card.querySelector('time')!.getBoundingClientRect();
            const edge = time.width > 0 ? time.left : card.getBoundingClientRect().right;
            const { overflowX, textOverflow } = getComputedStyle(name);
            return {
                name: name.textContent,
                cutOff: overflowX === 'clip' && textOverflow === 'ellipsis',
                reaches: overflowX === 'visible' && letters.getBoundingClientRect().right > edge + 0.5,
                tooLong: letters.getBoundingClientRect().width > name.clientWidth + 0.5,
            };
        }),
    );
}

async function cutOff(name: string): Promise<boolean | undefined> {
    return (await names()).find((one) => one.name === name)?.cutOff;
}

/** Whatever the room, no name that is drawn as a whole runs into its time or out of its card. */
async function nothingRunsOver(): Promise<void> {
    const all = await names();
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((one) => one.reaches)).toEqual([]);
}

async function plain(name: string): Promise<void> {
    await board.patch({ names: { Dorothy: { [NAME]: name, 13: 0, 15: '', 17: 0 } } });
    await expect.poll(async () => (await names()).some((one) => one.name === name)).toBe(true);
}

describe('the room of a name on its card', () => {
    it('draws a short name as a whole and cuts a long one off with an ellipsis', async () => {
        await plain(LONG);
        const all = await names();
        expect(all.find((one) => one.name === LONG)).toMatchObject({ cutOff: true, tooLong: true });
        expect(all.filter((one) => !one.cutOff).length).toBeGreaterThan(5);
        await nothingRunsOver();
    });

    it('decides anew when the days become narrower and wider', async () => {
        await plain('Wilhelmina Hernandez-Lee');
        await expect.poll(() => cutOff('Wilhelmina Hernandez-Lee')).toBe(true);
        await board.page.setViewportSize({ width: 2400, height: 940 });
        await expect.poll(() => cutOff('Wilhelmina Hernandez-Lee')).toBe(false);
        await nothingRunsOver();
        await board.page.setViewportSize({ width: 1000, height: 940 });
        await expect.poll(() => cutOff('Wilhelmina Hernandez-Lee')).toBe(true);
        await nothingRunsOver();
    });

    it.each([{ density: 'dense' }, { density: 'overview' }, { zoom: 'day' }, { zoom: 'month' }, { find: 'a' }])(
        'lets no name run over after a change to %o and back',
        async (change) => {
            await board.page.evaluate((wanted) => Object.assign(window.board, wanted), change);
            await board.page.evaluate(() => window.board.updateComplete);
            expect((await names()).filter((one) => one.reaches)).toEqual([]);
            await board.page.evaluate(() => {
                Object.assign(window.board, { density: 'comfortable', zoom: 'week', find: '' });
                return window.board.updateComplete;
            });
            await nothingRunsOver();
            expect((await names()).some((one) => !one.cutOff)).toBe(true);
        },
    );

    it('may cut off a name that was found, since it is drawn bolder', async () => {
        await board.page.evaluate(() => Object.assign(window.board, { find: 'e' }));
        const lit = board.page.locator('dispatch-board .card.lit .name');
        await lit.first().waitFor();
        const ways = await lit.evaluateAll((all) => all.map((one) => getComputedStyle(one).overflowX));
        expect(new Set(ways)).toEqual(new Set(['clip']));
    });
});
