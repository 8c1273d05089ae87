import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

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

/** What the server says others have in the air; no name lets all go. The board is drawn with it, not at some later moment. */
const hold = (name: string | null, by = 'Ben Okafor', own = false) =>
    board.page.evaluate(
        async ([visit, who, mine]) => {
            window.board.held = visit === null ? [] : [{ visit: window.server.named(visit)[0], by: who, own: mine }];
            await window.board.updateComplete;
        },
        [name, by, own] as const,
    );

describe('a visit that somebody else is moving', () => {
    it('says so on its card and in its label, until it is let go', async () => {
        await hold('Dorothy');
        expect(await board.card('Dorothy').getByText('Ben is moving this').count()).toBe(1);
        expect(await board.card('Dorothy').getAttribute('aria-label')).toContain('Ben Okafor is moving this');
        expect(await board.card('Dorothy').getAttribute('title')).toContain('Ben Okafor is moving this');
        expect(await board.card('Rosa Lopez').getAttribute('aria-label')).not.toContain('is moving');
        await hold(null);
        expect(await board.card('Dorothy').getByText('9:00').count()).toBe(1);
        expect(await board.page.locator('dispatch-board .holder').count()).toBe(0);
    });

    it('is spoken when its card has the focus', async () => {
        await board.focus('Dorothy');
        await hold('Dorothy');
        await board.hears(/^Ben Okafor is moving this\./);
    });

    it('can be lifted all the same, and its person knows', async () => {
        await hold('Dorothy');
        await board.lift('Dorothy');
        await board.toast.getByText('Ben Okafor is moving Dorothy too.').waitFor();
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await board.page.keyboard.press('Escape');
        await board.page.mouse.up();
        await board.page.evaluate(() => (window.server.delay = 2_000)); // the target is spoken when the answer is there
        await board.focus('Dorothy');
        await board.page.keyboard.press('Space');
        await board.hears(/^Ben Okafor is moving Dorothy too\..* Dorothy lifted\./);
        await board.page.keyboard.press('Escape');
    });

    it('shows a name of any script and length as text, within its card', async () => {
        const height = (await board.card('Dorothy').boundingBox())!.height;
        for (const by of ['<img src=x onerror="document.title=1">', 'محمد-عبد-الله-'.repeat(12), '王秀英'.repeat(20)]) {
            await hold('Dorothy', by);
            await board.card('Dorothy').locator('.holder').waitFor();
            expect((await board.card('Dorothy').boundingBox())!.height).toBe(height);
            const [card, holder] = [board.card('Dorothy'), board.card('Dorothy').locator('.holder')];
            const [outer, inner] = [(await card.boundingBox())!, (await holder.boundingBox())!];
            expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
        }
        expect(await board.page.locator('dispatch-board img').count()).toBe(0);
        expect(await board.page.title()).toBe('Dorothy: board');
    });
});

describe('the server hears that a visit is down again', () => {
    const lettingGo = async (end: () => Promise<void>) => {
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        expect(await board.calls('letGo')).toEqual([]);
        await end();
        await expect.poll(() => board.calls('letGo')).toHaveLength(1);
    };

    it('when it is put back', () => lettingGo(() => board.page.keyboard.press('Escape')));

    it('when it is dropped', () =>
        lettingGo(async () => {
            await board.hover(board.cell('North side', 3));
            await board.page.mouse.up();
        }));

    it('when the board shows something else meanwhile', () =>
        lettingGo(() => board.page.evaluate(() => void (window.board.rows = 'people'))));
});
