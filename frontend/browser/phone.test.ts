import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

let demo: Demo;
let board: BoardPage;

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

const address = () => board.page.evaluate(() => decodeURIComponent(location.search));
const stops = () => board.page.locator('dispatch-board .stop .who-is').allInnerTexts();
const whose = () => board.page.getByLabel('Whose day');
const list = () => board.page.locator('dispatch-board .day-list');
const button = (name: string | RegExp) => board.page.getByRole('button', { name });

/** A finger that goes down, moves and is lifted; `rest` waits for something while it is down. */
async function finger(from: [number, number], to: [number, number], rest?: () => Promise<unknown>): Promise<void> {
    const touch = await board.page.context().newCDPSession(board.page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: [number, number]) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
    await send('touchStart', from);
    await rest?.();
    if (to !== from) {
        await send('touchMove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
        await send('touchMove', to);
    }
    await send('touchEnd');
}

describe('the day of one technician on a phone', () => {
    beforeEach(async () => {
        board = await demo.open(PHONE, '?person=cy&day=2026-10-06');
        await list().waitFor();
        await board.page.getByText('9 Main Street').or(board.page.getByText('7 Main Street')).first().waitFor();
    });

    it('goes from top to bottom: time, person, street, lights in words, what matters, their words, the drives', async () => {
        const names = await stops();
        expect(names).toContain('Dorothy');
        const times = await board.page.locator('dispatch-board .stop time').allInnerTexts();
        const minutes = times.map((text) => parseInt(text) * 60 + parseInt(text.split(':')[1] ?? ''));
        expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
        const dorothy = board.page.locator('dispatch-board .stop', { hasText: 'Dorothy' });
        const words = (await dorothy.innerText()).replace(/\s+/g, ' ');
        expect(words).toMatch(/^9:00 ?10:00 Dorothy 7 Main Street Customer red, company green: promised Ana/);
        expect(words).toContain('Please remember, wants a certain person');
        expect(words).toContain('Will you be the one doing the service?');
        expect(words).toContain('Please remember: The dog is called Bruno.');
        expect(await dorothy.locator('.lights i').count()).toBe(2);
        expect(await board.page.locator('dispatch-board .between').allInnerTexts()).toContainEqual(
            expect.stringMatching(/^\d+ min drive/),
        );
        expect(await board.page.locator('dispatch-board .day-list header').innerText()).toMatch(
            /works 8:00–16:30 · \d visits, .* on the road/,
        );
        expect(
            await board.page.evaluate(() => [
                document.documentElement.scrollWidth,
                window.board.renderRoot.querySelector('.day-list')!.scrollWidth,
            ]),
        ).toEqual([390, 390]);
    });

    it('shows a customer at a tap, and "Move to" by a button or a long press', async () => {
        await button(/^9:00/).click();
        expect(await board.calls('select')).toHaveLength(1);
        await button('Move to… Dorothy').click();
        expect(await board.calls('moveTo')).toHaveLength(1);
        const box = (await board.page.locator('dispatch-board .stop').first().boundingBox())!;
        await finger([box.x + 90, box.y + 20], [box.x + 90, box.y + 20], () =>
            expect.poll(() => board.calls('moveTo')).toHaveLength(2),
        );
        expect(await board.calls('select')).toHaveLength(1);
    });

    it('goes to the next technician by a swipe, by a button and by name, and the address follows', async () => {
        await finger([320, 500], [100, 510]);
        await expect.poll(address).toContain('person=ana');
        await board.page.getByText('Ana Petrov does not work on this day.').waitFor();
        await button('Next technician').click();
        await expect.poll(address).toContain('person=ben');
        await button('Previous technician').click();
        await expect.poll(address).toContain('person=ana');
        await whose().selectOption({ label: 'Lia Moreau' });
        await expect.poll(address).toContain('person=lia');
        await whose().selectOption({ label: 'Everybody' });
        await list().waitFor({ state: 'detached' });
        await expect.poll(address).not.toContain('person');
        expect(await board.cards.count()).toBeGreaterThan(4);
    });

    it('turns the day, tells the address, and goes on into the next week', async () => {
        await button('Previous day').click();
        await expect.poll(address).toContain('day=2026-10-05');
        expect(await stops()).not.toContain('Dorothy');
        await button('Next day').click();
        await button('Next day').click();
        await expect.poll(address).toContain('day=2026-10-07');
        await board.page.evaluate(() => (window.board.day = '2026-10-05'));
        await button('Today').click();
        await button('Previous day').click();
        await expect.poll(() => board.calls('view')).toContainEqual([['riverside', 'hilltop'], '2026-09-28', 7]);
    });

    it('follows what others move, and dims what is not looked for', async () => {
        await board.patch({ names: { Dorothy: { 9: '14:45' } } });
        await board.page.locator('dispatch-board .stop', { hasText: '14:45' }).waitFor();
        await board.page.evaluate(() => (window.board.find = 'dorothy'));
        await expect.poll(() => board.page.locator('dispatch-board .stop.lit').count()).toBe(1);
        expect(await board.page.locator('dispatch-board .stop.dim').count()).toBeGreaterThan(1);
    });

    it('shows names as they are written, and never as markup', async () => {
        await board.patch({
            names: { Dorothy: { 3: '<b>عبد الرحمن</b> 王小明有限公司 Donaudampfschifffahrtsgesellschaft' } },
        });
        await expect.poll(stops).toContain('<b>عبد الرحمن</b> 王小明有限公司 Donaudampfschifffahrtsgesellschaft');
        expect(await board.page.locator('dispatch-board .day-list b').count()).toBe(0);
        expect(
            await board.page.locator('dispatch-board .day-list').evaluate((one) => one.scrollWidth <= one.clientWidth),
        ).toBe(true);
    });
});

describe('what lies below the rows of a phone', () => {
    beforeEach(async () => {
        board = await demo.open(PHONE);
    });

    it('takes one line until it is opened, and leaves most of the screen to the day', async () => {
        const folds = (await board.page.locator('dispatch-board .folds').boundingBox())!;
        expect(folds.height).toBeLessThanOrEqual(45);
        expect(folds.y + folds.height).toBeLessThanOrEqual(844);
        expect((await board.page.locator('dispatch-board .scroller').boundingBox())!.height).toBeGreaterThan(600);
        expect(await board.tray.count()).toBe(0);
        await button('Unassigned 5').click();
        await board.card('Rosa Lopez').waitFor();
        await button('Draft').click();
        await board.page.getByRole('switch', { name: 'Draft' }).waitFor();
        expect(await board.tray.count()).toBe(0);
        await button('Draft').first().click();
        await expect.poll(() => board.page.getByRole('switch', { name: 'Draft' }).count()).toBe(0);
    });

    it('takes a visit that is let go there', async () => {
        const box = (await board.card('Greenleaf Deli').boundingBox())!;
        const folds = (await board.page.locator('dispatch-board .folds').boundingBox())!;
        await finger([box.x + 40, box.y + 15], [box.x + 60, folds.y + 20], () =>
            board.page.locator('dispatch-board .verdict').first().waitFor(),
        );
        await expect.poll(() => board.calls('drop')).toMatchObject([[{ route: null, date: null }]]);
    });

    it('has help, palette and menus that fit the screen', async () => {
        const fits = () =>
            board.page.evaluate(() => {
                const roots = [
                    window.bar.renderRoot,
                    window.bar.renderRoot.querySelector('board-palette')!.shadowRoot!,
                ];
                return roots
                    .flatMap((root) => [...root.querySelectorAll('dialog[open], :popover-open')])
                    .map((one) => one.getBoundingClientRect())
                    .every(({ left, right, top, bottom }) => left >= 0 && right <= 390 && top >= 0 && bottom <= 844);
            });
        await board.page.keyboard.press('?');
        await board.page.getByRole('dialog', { name: 'Keys' }).waitFor();
        expect(await fits()).toBe(true);
        await board.page.keyboard.press('Escape');
        await board.page.keyboard.press('Control+k');
        await board.page.getByRole('dialog', { name: 'Go to' }).waitFor();
        expect(await fits()).toBe(true);
        await board.page.keyboard.press('Escape');
        await button('More').click();
        const sheet = board.page.getByRole('dialog', { name: 'What the board shows' });
        await sheet.getByRole('button', { name: 'Saved views' }).click();
        expect(await fits()).toBe(true);
        expect(await sheet.getByRole('link', { name: 'Print' }).getAttribute('href')).toMatch(/^print\?office=/);
    });
});
