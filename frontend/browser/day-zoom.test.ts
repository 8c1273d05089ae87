import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const TUESDAY = '2026-10-06';

let demo: Demo;
let board: BoardPage;

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
beforeEach(async () => {
    board = await demo.open({}, `?zoom=day&day=${TUESDAY}`);
    await board.page.locator('dispatch-board .leg').first().waitFor();
});
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

const block = (name: string) => board.page.locator('dispatch-board .block', { hasText: name });
const track = (row: string) => board.cell(row, 1);
const press = async (...keys: string[]) => {
    for (const key of keys) {
        await board.page.keyboard.press(key);
    }
};

/** Client coordinate of a time of the day. */
async function xOf(time: string): Promise<number> {
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    const box = (await track('North side').boundingBox())!;
    return box.x + (box.width * (hour * 60 + minute - 7 * 60)) / (11 * 60);
}

/** Lifts a block by its left edge and holds it with that edge at a time of another row. */
async function holdAt(name: string, row: string, time: string): Promise<void> {
    const from = (await board.card(name).boundingBox())!;
    await board.page.mouse.move(from.x + 3, from.y + 8);
    await board.page.mouse.down();
    await board.page.mouse.move(from.x + 8, from.y + 8); // lifted here, 8 pixels from its edge
    const to = (await track(row).boundingBox())!;
    await board.page.mouse.move((await xOf(time)) + 8, to.y + 12, { steps: 5 });
}

describe('the hours of a day', () => {
    it('show a visit where it starts and as long as it takes', async () => {
        const box = (await block('Dorothy').boundingBox())!;
        expect(box.x).toBeCloseTo(await xOf('9:00'), 0);
        expect(box.x + box.width).toBeCloseTo(await xOf('10:00'), 0);
        expect(await board.card('Dorothy').getAttribute('aria-label')).toMatch(/^Dorothy 9:00, .*at the same time as/);
    });

    it('put visits of the same time below each other and mark them', async () => {
        const [one, other] = [(await block('Harbor Dental').boundingBox())!, (await block('Dorothy').boundingBox())!];
        expect(other.y).toBeGreaterThanOrEqual(one.y + one.height);
        expect(await block('Dorothy').getAttribute('class')).toContain('clash');
    });

    it('draw the drives between the stops with their minutes, and say when time is short', async () => {
        const leg = track('Harbour').locator('.leg').first();
        expect(await leg.innerText()).toMatch(/^\d+ min$/);
        expect(await leg.getAttribute('title')).toBe('25 minutes drive from June Park to Oak Street Storage');
        expect(await track('Old town').locator('.leg.tight').getAttribute('title')).toContain('too little time');
    });

    it('shade what is not worked, and say why somebody is away', async () => {
        expect(await track('South side').innerText()).toContain('vacation');
        const shade = (await track('North side').locator('.shade').first().boundingBox())!;
        expect(shade.x + shade.width).toBeCloseTo(await xOf('8:00'), 0);
    });

    it('draw a line at this moment, for each office at its own time', async () => {
        await board.page.evaluate(() => {
            window.board.tick(new Date('2026-10-06T16:30:00Z'));
        });
        const lines = board.page.locator('dispatch-board .now-track i');
        await lines.nth(1).waitFor();
        expect((await lines.nth(0).boundingBox())!.x).toBeCloseTo(await xOf('11:30'), 0);
        expect((await lines.nth(1).boundingBox())!.x).toBeCloseTo(await xOf('10:30'), 0);
        expect(await board.page.locator('dispatch-board .which').innerText()).toContain('local time of each office');
    });

    it('show by technician what a guest of another route drives', async () => {
        await board.page.evaluate(() => Object.assign(window.board, { rows: 'people', day: '2026-10-08' }));
        await track('Eva Varga').locator('.elsewhere').first().waitFor();
        expect(await track('Tess Sun').locator('.block').count()).toBe(0);
    });

    it('ask again for the day of an office that changed, once for many changes', async () => {
        const before = (await board.calls('fetchDay')).length;
        await board.patch({ names: { Dorothy: { 9: '13:00' } } });
        await board.patch({ names: { 'Mr Osei': { 9: '15:00' } } });
        await expect.poll(async () => (await board.calls('fetchDay')).length).toBe(before + 1);
        const [address] = (await board.calls('fetchDay')).at(-1) as [string];
        expect(address).toBe('api/board/day?offices=riverside&date=2026-10-06');
    });

    it.each(['Dorothy '.repeat(1_250), '<img src=x onerror="document.title=1">', 'محمد عبد الله', '王小明的牙科诊所'])(
        'keep their shape with the name %.20s, shown as text',
        async (name) => {
            const before = (await track('North side').boundingBox())!;
            await board.patch({ names: { Dorothy: { 3: name, 16: 'x'.repeat(10_000) } } });
            await block(name.trim()).waitFor();
            expect(await track('North side').boundingBox()).toEqual(before);
            expect(await board.page.locator('dispatch-board img').count()).toBe(0);
            const box = (await block(name.trim()).boundingBox())!;
            expect(box.x + box.width).toBeCloseTo(await xOf('10:00'), 0);
        },
    );
});

describe('moving along the hours', () => {
    it('paints where along each row it would be green or red', async () => {
        await holdAt('Dorothy', 'Old town', '11:00');
        await track('Old town').locator('.stretch.bad').waitFor();
        expect(await track('South side').locator('.stretch.blocked').count()).toBe(1);
        expect(await board.page.getByRole('rowheader', { name: /Old town/ }).innerText()).toContain('promised Ana');
        await press('Escape');
    });

    it('shows the start under the edge of the block, in steps of five minutes, and sends it', async () => {
        await board.obey();
        await holdAt('Dorothy', 'Old town', '11:04');
        await track('Old town').locator('.landing b', { hasText: '11:05' }).waitFor();
        await board.page.mouse.up();
        await board.hears(/Saved. Dorothy: Tuesday 6 October, 11:05 with Ben Okafor/);
        expect((await board.calls('drop'))[0]?.[0]).toMatchObject({ route: 'r2', date: TUESDAY, start: '11:05' });
        expect((await block('Dorothy').boundingBox())!.x).toBeCloseTo(await xOf('11:05'), 0);
    });

    it('moves a visit within its own row', async () => {
        await board.obey();
        await holdAt('Dorothy', 'North side', '13:30');
        await board.page.mouse.up();
        await board.hears(/Saved. Dorothy: Tuesday 6 October, 13:30/);
    });

    it('stays where it was when it is let go there', async () => {
        await holdAt('Dorothy', 'North side', '9:00');
        await board.page.mouse.up();
        await board.hears(/Dorothy stays where it was/);
        expect(await board.calls('drop')).toEqual([]);
    });

    it('takes a visit from the tray as wide as it takes', async () => {
        await board.lift('Grace Ito');
        await board.hover(track('Harbour'));
        const ghost = (await board.page.locator('dispatch-board .ghost').boundingBox())!;
        expect(ghost.width).toBeCloseTo((await xOf('10:30')) - (await xOf('9:00')), 0);
        await press('Escape');
    });

    it('moves by a quarter of an hour with the arrows, by five minutes with Shift, and says where it is', async () => {
        await board.obey();
        await board.focus('Dorothy');
        await press('Space', 'ArrowRight', 'Shift+ArrowRight');
        await board.hears(/^9:20, Tuesday 6 October, North side with Cy Lindgren. Customer red/);
        await press('ArrowDown', 'ArrowDown');
        await board.hears(/^9:20, Tuesday 6 October, Old town with Ben Okafor/);
        await press('Enter');
        await board.hears(/Saved. Dorothy: Tuesday 6 October, 9:20 with Ben Okafor/);
        expect(await board.focused()).toMatch(/^Dorothy 9:20/);
    });

    it('walks from visit to visit by the clock', async () => {
        await board.focus('Dorothy');
        await press('ArrowRight');
        expect(await board.focused()).toMatch(/^Mr Osei 10:00/);
        await press('ArrowDown');
        expect(await board.focused()).toMatch(/^Tuesday 6 October, South side: no visits, vacation/);
    });
});
