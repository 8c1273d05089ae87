import { source } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

declare const axe: {
    run(
        options: object,
    ): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown; failureSummary: string }[] }[] }>;
};

let demo: Demo;
beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());

/** Everything axe finds serious or critical under WCAG 2.2 AA. */
async function problems(board: BoardPage): Promise<string[]> {
    await board.page.evaluate(source);
    return board.page.evaluate(async () => {
        const { violations } = await axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) =>
                nodes.slice(0, 3).map((node) => `${id} ${String(node.target)}: ${node.failureSummary}`),
            );
    });
}

describe.each(['light', 'dark'] as const)('in %s colours axe finds nothing serious', (colorScheme) => {
    it('on the board at rest', async () => {
        const board = await demo.open({ colorScheme });
        expect(await problems(board)).toEqual([]);
    });

    it('while a visit is lifted', async () => {
        const board = await demo.open({ colorScheme });
        await board.focus('Dorothy');
        await board.page.keyboard.press('Space');
        await board.page.locator('dispatch-board .verdict.good').first().waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('with a message, a banner and a waiting visit', async () => {
        const board = await demo.open({ colorScheme });
        await board.drag('Dorothy', board.cell('North side', 3));
        await board.page.locator('dispatch-board .card.waiting').waitFor();
        await board.answerDropsWith({ status: 'refused', sentence: 'Cy is in Tucson that day.', card: null });
        await board.drag('Rosa Lopez', board.cell('Harbour', 3));
        await board.toast.waitFor();
        await board.page.evaluate(() => {
            window.server.down = true;
            void window.board.refetch();
        });
        await board.page.getByRole('button', { name: 'Try again' }).waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('in the menus of the bar, with something looked for and coloured', async () => {
        const board = await demo.open({ colorScheme }, '?find=ana&colour=service&exception=promise');
        await board.page.locator('dispatch-board .card.dim').first().waitFor();
        expect(await problems(board)).toEqual([]);
        await board.page.getByRole('button', { name: /^Offices/ }).click();
        expect(await problems(board)).toEqual([]);
        await board.page.getByRole('button', { name: 'Filter', exact: true }).click();
        expect(await problems(board)).toEqual([]);
    });

    it('in the dialogs of the bar', async () => {
        const board = await demo.open({ colorScheme }, '?colour=value');
        await board.page.keyboard.press('?');
        await board.page.getByRole('dialog', { name: 'Keys' }).waitFor();
        expect(await problems(board)).toEqual([]);
        await board.page.keyboard.press('Escape');
        await board.view();
        await board.page.getByRole('button', { name: 'Saved views' }).click();
        await board.page.getByLabel('Name of this screen').fill('Morning');
        await board.page.getByRole('button', { name: 'Save', exact: true }).click();
        await board.page.getByRole('button', { name: 'Change Morning' }).click();
        expect(await problems(board)).toEqual([]);
        await board.page.keyboard.press('Escape');
        await board.page.keyboard.press('Escape'); // the menu it was opened from
        await board.page.keyboard.press('Control+k');
        await board.page.keyboard.type('ana');
        await board.page.getByRole('dialog', { name: 'Go to' }).getByRole('option').first().waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('in the sheet of a phone', async () => {
        const board = await demo.open({ colorScheme, viewport: { width: 390, height: 844 } });
        await board.page.getByRole('button', { name: 'More', exact: true }).click();
        expect(await problems(board)).toEqual([]);
    });

    it('on the hours of a day, at rest and while a visit is lifted', async () => {
        const board = await demo.open({ colorScheme }, '?zoom=day&day=2026-10-06&rows=people');
        await board.page.locator('dispatch-board .leg').first().waitFor();
        expect(await problems(board)).toEqual([]);
        await board.focus('Dorothy');
        await board.page.keyboard.press('Space');
        await board.page.keyboard.press('ArrowRight');
        await board.page.locator('dispatch-board .landing').waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('in the overview, with an office collapsed', async () => {
        const board = await demo.open({ colorScheme }, '?density=overview&collapsed=hilltop&find=no+such');
        await board.page.getByRole('button', { name: 'Show all' }).first().waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('on the day of one technician on a phone', async () => {
        const viewport = { width: 390, height: 844 };
        const board = await demo.open({ colorScheme, viewport }, '?person=cy&day=2026-10-06');
        await board.page.locator('dispatch-board .stop q').first().waitFor();
        expect(await problems(board)).toEqual([]);
    });

    it('on a phone', async () => {
        const board = await demo.open({ colorScheme, viewport: { width: 390, height: 844 } });
        expect(await problems(board)).toEqual([]);
    });
});
