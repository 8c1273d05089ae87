import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const NORTH = 'North side';
const TUESDAY = 2;

let demo: Demo;
let board: BoardPage;

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
beforeEach(async () => {
    board = await demo.open();
    board.page.setDefaultTimeout(6_000);
});
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

const stays = async () => {
    await board.cell(NORTH, TUESDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
    expect(await board.calls('drop')).toEqual([]);
};

describe('a visit let go', () => {
    it('over an office that is folded away stays, and is told how to get there', async () => {
        await board.page.setViewportSize({ width: 1440, height: 1500 });
        await board.page.getByRole('button', { name: 'Hilltop', exact: true }).click();
        await board.lift('Dorothy');
        await board.hover(board.page.getByRole('button', { name: 'Hilltop', exact: true }));
        await board.page.mouse.up();
        await board.toast
            .getByText('Dorothy stays where it was: Hilltop is folded away. Hold it there for a moment and it opens.')
            .waitFor();
        await stays();
        expect(
            await board.page.getByRole('button', { name: 'Hilltop', exact: true }).getAttribute('aria-expanded'),
        ).toBe('false');
    });

    it('over an office that is folded away and opens goes where it is taken then', async () => {
        await board.page.evaluate(() => {
            window.server.verdict = () => ({});
        });
        await board.page.setViewportSize({ width: 1440, height: 1500 });
        await board.page.getByRole('button', { name: 'Hilltop', exact: true }).click();
        await board.lift('Dorothy');
        await board.hover(board.page.getByRole('button', { name: 'Hilltop', exact: true }));
        await board.page.locator('dispatch-board [aria-expanded=false]').waitFor({ state: 'detached' });
        await board.hover(board.cell('Valley', 4));
        await board.page.locator('dispatch-board .verdict.aimed').waitFor();
        await board.page.mouse.up();
        await expect.poll(() => board.calls('drop')).toHaveLength(1);
    });

    it.each([
        ['before the server has answered', 60_000],
        ['when the server has answered', 0],
    ])('on a day that is past stays and says so, %s', async (_when, delay) => {
        await board.page.evaluate(async (wait) => {
            window.server.snapshot.offices.forEach((office) => {
                office.today = '2026-10-06';
                office.seq += 1;
            });
            await window.board.refetch();
            window.server.delay = wait;
            window.server.verdict = (_card, _route, date) =>
                date === '2026-10-05' ? { 3: 2, 4: 'past', 5: null, 7: 0 } : {};
        }, delay);
        await board.lift('Dorothy');
        await board.cell(NORTH, 1).locator('.verdict.blocked', { hasText: 'past' }).waitFor();
        await board.hover(board.cell(NORTH, 1));
        await board.page.mouse.up();
        await board.toast
            .getByText('Dorothy cannot go to Monday 5 October: that day is past. Choose today or a later day.')
            .waitFor();
        await stays();
    });

    it('on a day on which nobody works there stays and says why', async () => {
        await board.page.evaluate(() => {
            window.server.verdict = (_card, route, date) =>
                route === 'r3' && date === '2026-10-08' ? { 3: 2, 4: 'Jo is off Thursdays', 7: 0 } : {};
        });
        await board.lift('Dorothy');
        await board.cell('Harbour', 4).locator('.verdict.blocked').waitFor();
        await board.hover(board.cell('Harbour', 4));
        await board.page.mouse.up();
        await board.toast.getByText('Dorothy cannot go there: Jo is off Thursdays.').waitFor();
        await stays();
    });
});

describe('a draft', () => {
    const bar = () => board.page.locator('dispatch-board .bar');

    beforeEach(async () => {
        await board.page.getByRole('switch', { name: 'Draft' }).click();
        await board.drag('Dorothy', board.cell('Harbour', 4));
        await bar().getByText('Draft: 1 visit moved').waitFor();
    });

    it('with a visit that went to an office which is not on this board says so, and it cannot be kept', async () => {
        const gone = await board.page.evaluate(() => [window.server.named('Dorothy')[0]]);
        await board.patch({ gone });
        await bar().getByText('The visit of Dorothy was cancelled or moved off this board meanwhile.').waitFor();
        expect(await board.page.getByRole('button', { name: 'Keep my move' }).count()).toBe(0);
        await board.page.getByRole('button', { name: 'Review and save' }).click();
        await board.hears(/First decide about Dorothy/);
        expect(await board.calls('review')).toEqual([]);
        await board.page.getByRole('button', { name: 'Take it out' }).click();
        await expect.poll(() => bar().innerText()).not.toContain('Dorothy');
        expect(await board.card('Dorothy').count()).toBe(0);
    });

    it('with a visit that went to another office of this board says where it is, and asks', async () => {
        const gone = await board.page.evaluate(() => [window.server.named('Dorothy')[0]]);
        await board.patch({ gone });
        await board.patch({
            office: 'hilltop',
            names: { Dorothy: { 4: 'hilltop', 5: 'r5', 6: 'eva', 7: '2026-10-07', 9: '14:00' } },
        });
        await bar().getByText('Somebody else changed Dorothy meanwhile: Wed 7 Oct, 14:00 with Eva Varga.').waitFor();
        await board.page.getByRole('button', { name: 'Keep my move' }).click();
        await board.page.getByRole('button', { name: 'Review and save' }).click();
        await expect.poll(() => board.calls('review')).toMatchObject([[[{ version: 2, route: 'r3' }]]]);
    });
});

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

describe.each([
    ['markup', MARKUP],
    ['Arabic', 'محمد عبد الله'],
    ['Chinese', '王小明的牙科诊所'],
    ['ten thousand characters', 'Dorothy '.repeat(1_250).trim()],
])('a name with %s is text', (_kind, name) => {
    const start = name.slice(0, 12);

    beforeEach(async () => {
        await board.patch({ names: { Dorothy: { 3: name }, 'Rosa Lopez': { 3: `${name} too` } } });
        await board.card(start).first().waitFor();
    });
    afterEach(async () => {
        expect(await board.page.title()).toBe('Dorothy: board');
        expect(await board.page.locator('dispatch-board img, dispatch-board script, board-bar img').count()).toBe(0);
    });

    it('on its card, in the tray, under the hand and to the ear', async () => {
        const card = board.cell(NORTH, TUESDAY).locator('.card', { hasText: start });
        const box = (await card.boundingBox())!;
        const cell = (await board.cell(NORTH, TUESDAY).boundingBox())!;
        expect(box.width).toBeLessThanOrEqual(cell.width);
        expect(await card.locator('.name').textContent()).toBe(name);
        expect(await card.locator('bdi.name').count(), 'written in its own direction').toBe(1);
        expect(await board.tray.locator('.card .name', { hasText: start }).first().textContent()).toBe(`${name} too`);
        await card.focus();
        await board.page.keyboard.press('Space');
        await board.hears(/It stands here now/);
        await board.page.keyboard.press('Escape');
        const spoken = board.page.locator('dispatch-board [aria-live=assertive]');
        await expect.poll(() => spoken.textContent()).toBe(`${name} stays where it was.`);
        await board.page.mouse.move(box.x + 30, box.y + box.height / 2);
        await board.page.mouse.down();
        await board.page.mouse.move(box.x + 50, box.y + 40, { steps: 3 });
        const ghost = board.page.locator('dispatch-board .ghost .card');
        await ghost.waitFor();
        expect((await ghost.boundingBox())!.width).toBeLessThanOrEqual(cell.width);
        expect(await ghost.locator('.name').textContent()).toBe(name);
        await board.page.keyboard.press('Escape');
        await board.page.mouse.up();
    });

    it('in the draft, in a message and among what is found', async () => {
        await board.page.getByRole('switch', { name: 'Draft' }).click();
        await board.cell(NORTH, TUESDAY).locator('.card', { hasText: start }).focus();
        await board.page.keyboard.press('Delete');
        const bar = board.page.locator('dispatch-board .bar');
        await bar.getByText('Draft: 1 visit moved').waitFor();
        const before = (await bar.boundingBox())!;
        await board.page.evaluate((gone) => {
            const { seq } = window.server.snapshot.offices[0]!;
            const cards = window.server.snapshot.visits.filter((card) => card[3] === gone);
            const codes = cards.map(([code]) => code);
            window.board.patch({
                office: 'riverside',
                prev: seq,
                seq: seq + 1,
                cards: [],
                gone: codes,
                runs: [],
                by: gone,
            });
        }, name);
        await bar.locator('.conflict', { hasText: start }).waitFor();
        expect((await bar.boundingBox())!.width).toBe(before.width);
        await board.page.getByRole('button', { name: 'Review and save' }).click();
        await board.toast.getByText('First decide about').waitFor();
        const toast = (await board.toast.boundingBox())!;
        expect(toast.x + toast.width).toBeLessThanOrEqual(1440);
        expect(toast.height).toBeLessThanOrEqual(940);
        expect((await board.toast.textContent())!).toContain(start);
    });
});

describe('a reason of ten thousand characters', () => {
    it('leaves its card as small as it was', async () => {
        const before = await board.card('Dorothy').boundingBox();
        await board.patch({ names: { Dorothy: { 16: 'x'.repeat(10_000) } } });
        await board.page.locator('dispatch-board .card[title*=xxxxxxxxxx]').waitFor();
        expect(await board.card('Dorothy').boundingBox()).toEqual(before);
    });
});
