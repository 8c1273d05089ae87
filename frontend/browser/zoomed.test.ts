import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

let demo: Demo;
let board: BoardPage;

/** 1440 × 900 at 200 %. */
const TWICE = { viewport: { width: 720, height: 450 } };

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

/** What can be pressed and neither is in view nor can be scrolled into it. */
const unreachable = () =>
    board.page.evaluate(() =>
        [window.bar.renderRoot, window.board.renderRoot]
            .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, input, select, a[href], [data-visit]')])
            .filter((part) => part.checkVisibility({ visibilityProperty: true }))
            .filter((part) => {
                part.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const { left, right, top, bottom } = part.getBoundingClientRect();
                return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
            })
            .map((part) => part.getAttribute('aria-label') ?? part.textContent?.trim()),
    );
const pageScrolls = () =>
    board.page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth > innerWidth, scrollHeight > innerHeight];
    });

describe('at 200 %', () => {
    beforeEach(async () => {
        board = await demo.open(TWICE);
    });

    it('nothing is out of reach, and the page itself does not scroll', async () => {
        expect(await unreachable()).toEqual([]);
        expect(await pageScrolls()).toEqual([false, false]);
        const rows = (await board.page.locator('dispatch-board .scroller').boundingBox())!;
        expect(rows.height).toBeGreaterThan(225);
    });

    it('tray and draft are a tap away, and fit when they are open', async () => {
        await board.page.getByRole('button', { name: 'Unassigned 5' }).click();
        await board.card('Rosa Lopez').waitFor();
        expect(await unreachable()).toEqual([]);
        expect((await board.page.locator('dispatch-board .scroller').boundingBox())!.height).toBeGreaterThan(120);
        await board.page.evaluate(() =>
            window.board.renderRoot.querySelectorAll('.scroller, .shelf').forEach((one) => one.scrollTo(0, 0)),
        );
        await board.drag('Rosa Lopez', board.cell('North side', 1));
        await expect.poll(() => board.calls('drop')).toHaveLength(1);
        await board.page.getByRole('button', { name: 'Draft' }).first().click();
        await board.page.getByRole('switch', { name: 'Draft' }).click();
        expect(await unreachable()).toEqual([]);
        expect(await pageScrolls()).toEqual([false, false]);
    });

    it('choosing several opens what can be done with them', async () => {
        await board
            .card('Greenleaf Deli')
            .first()
            .click({ modifiers: ['Control'] });
        await board.page.getByRole('button', { name: 'Unassign', exact: true }).waitFor();
        expect(await unreachable()).toEqual([]);
    });

    it('the menus and dialogs of the bar can be read to their end', async () => {
        await board.page.getByRole('button', { name: 'More', exact: true }).click();
        expect(await unreachable()).toEqual([]);
        await board.page.keyboard.press('Escape');
        await board.page.keyboard.press('?');
        await board.page.getByRole('dialog', { name: 'Keys' }).waitFor();
        expect(await unreachable()).toEqual([]);
        expect(await pageScrolls()).toEqual([false, false]);
    });

    it('the hours of a day and the overview work too', async () => {
        for (const query of ['zoom', 'density']) {
            await board.page.evaluate((name) => {
                Object.assign(window.board, name === 'zoom' ? { zoom: 'day' } : { zoom: 'week', density: 'overview' });
                return window.board.updateComplete;
            }, query);
            expect(await unreachable()).toEqual([]);
            expect(await pageScrolls()).toEqual([false, false]);
        }
    });
});
