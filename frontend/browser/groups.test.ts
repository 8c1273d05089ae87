import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

let demo: Demo;
let board: BoardPage;

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

const office = (name: string) =>
    board.page.locator('dispatch-board .row.office', {
        has: board.page.getByRole('button', { name, exact: true }),
    });
const inside = (name: string) => office(name).locator('.inside');
const address = () => board.page.evaluate(() => decodeURIComponent(location.search));
/** What stands in the open rows of an office: visits, and those with a red or amber light for the customer. */
const seen = (from: string, to: string) =>
    board.page.evaluate(
        ([first, last]) => {
            const rows = [...window.board.renderRoot.querySelectorAll('.rows > .row')];
            const named = (name: string) =>
                rows.findIndex((row) => row.querySelector('.toggle bdi')?.textContent === name);
            const end = named(last ?? '');
            const cards = rows
                .slice(named(first ?? '') + 1, end < 0 ? undefined : end)
                .flatMap((row) => [...row.querySelectorAll('.card')]);
            const red = cards.filter((card) => card.querySelector('.lights i')?.className === 'b').length;
            const amber = cards.filter((card) => card.querySelector('.lights i')?.className === 'w').length;
            return { visits: cards.length, red, amber };
        },
        [from, to],
    );

describe('a collapsed office', () => {
    beforeEach(async () => {
        board = await demo.open({ viewport: { width: 1440, height: 2600 } });
    });

    it('says its worst lights and what is broken, in all and day by day, in numbers and in words', async () => {
        const { visits, red, amber } = await seen('Riverside', 'Hilltop');
        expect([red, amber > 0]).toEqual([2, true]);
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        expect(await inside('Riverside').count()).toBe(8);
        const toggle = board.page.getByRole('button', { name: 'Riverside', exact: true });
        expect(await toggle.getAttribute('aria-description')).toMatch(
            new RegExp(`^customer red, company \\w+, ${visits} visits, 2 promises broken, ${amber} wish(es)? broken$`),
        );
        expect(await inside('Riverside').first().locator('.lights i').first().getAttribute('class')).toBe('b');
        const tuesday = inside('Riverside').nth(2);
        expect(await tuesday.locator('.hidden').textContent()).toMatch(
            /^Tuesday 6 October: customer red, company \w+, \d+ visits, 1 promise broken/,
        );
        expect(await tuesday.locator('.counts').innerText()).toMatch(/^\s*\d+ visits\s+1 promise/);
        expect(await board.card('Dorothy').count()).toBe(0);
    });

    it('adds up day by day, with rows of technicians too', async () => {
        await board.page.getByRole('button', { name: 'People' }).click();
        await board.page.getByRole('rowheader', { name: /Cy Lindgren/ }).waitFor();
        const { visits } = await seen('Riverside', 'Hilltop');
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        const numbers = (await inside('Riverside').locator('.all').allInnerTexts()).map((text) =>
            parseInt(text.trim()),
        );
        expect(numbers[0]).toBe(visits);
        expect(numbers.slice(1).reduce((sum, number) => sum + number, 0)).toBe(visits);
    });

    it('counts again when somebody else moves a visit inside', async () => {
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        const tuesday = inside('Riverside').nth(2).locator('.hidden');
        expect(await tuesday.textContent()).toMatch(/1 promise broken/);
        await board.patch({ names: { Dorothy: { 13: 0, 16: null, 18: 0 } } });
        await expect.poll(() => tuesday.textContent()).not.toMatch(/promise/);
    });

    it('says in the hours of a day what that day holds', async () => {
        await board.page.getByRole('button', { name: 'Day', exact: true }).click();
        await board.page.locator('dispatch-board .leg').first().waitFor();
        const { visits } = await seen('Riverside', 'Hilltop');
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        expect(await inside('Riverside').locator('.counts').innerText()).toMatch(
            new RegExp(`^\\s*${visits} visits\\s+1 promise broken`),
        );
    });
});

describe('all offices', () => {
    it('collapse and expand by a button and by C, and the address keeps it', async () => {
        board = await demo.open();
        await board.page.getByRole('button', { name: 'Collapse all offices' }).click();
        await expect.poll(() => board.cards.count()).toBe(0);
        await board.hears(/All offices are collapsed/);
        await expect.poll(address).toContain('&collapsed=riverside,hilltop');
        await board.page.getByRole('button', { name: 'Expand all offices' }).click();
        await expect.poll(() => board.cards.count()).toBeGreaterThan(20);
        await expect.poll(address).not.toContain('collapsed');
        await board.page.getByRole('button', { name: 'Hilltop', exact: true }).click();
        await expect.poll(address).toContain('&collapsed=hilltop');
        await board.page.keyboard.press('c');
        await expect.poll(address).toContain('&collapsed=riverside,hilltop');
    });

    it('come back collapsed from an address, and open for a visit that is gone to', async () => {
        const context = { viewport: { width: 1440, height: 900 } };
        board = await demo.open(context, '?collapsed=hilltop');
        expect(await office('Hilltop').locator('.toggle').getAttribute('aria-expanded')).toBe('false');
        expect(await office('Riverside').locator('.toggle').getAttribute('aria-expanded')).toBe('true');
        await board.page.evaluate(() => window.board.focusVisit(window.server.named('Dr Sato')[0]));
        await board.card('Dr Sato').waitFor();
        await expect.poll(address).not.toContain('collapsed');
    });
});
