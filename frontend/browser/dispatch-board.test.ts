import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const NORTH = 'North side';
const SOUTH = 'South side';
const HARBOUR = 'Harbour';
const TUESDAY = 2;
const WEDNESDAY = 3;
const NEXT_MONDAY = 6;

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

describe('the picture', () => {
    beforeEach(async () => {
        board = await demo.open();
    });

    it('shows people by name, with time and lights', async () => {
        const dorothy = board.card('Dorothy');
        expect(await dorothy.getAttribute('aria-label')).toBe(
            'Dorothy 9:00, Tuesday 6 October, Cy Lindgren, customer red, company green, promised Ana, please remember, wants a certain person',
        );
        expect(await dorothy.getAttribute('class')).toContain('broken');
        expect(
            await dorothy.locator('.lights i').evaluateAll((lights) => lights.map((light) => light.className)),
        ).toEqual(['b', 'g']);
    });

    it('says who is away, who drives instead and how full a run is', async () => {
        expect(await board.cell(SOUTH, 1).innerText()).toContain('vacation');
        await board.page.locator('dispatch-board .scroller').evaluate((scroller) => scroller.scrollTo(0, 9_999));
        expect(await board.cell('Valley', 4).locator('.line').innerText()).toContain('Eva Varga');
        expect(await board.cell('Valley', 4).locator('.load').getAttribute('title')).toMatch(/^\d+ % of the shift$/);
    });

    it('draws only what is in view', async () => {
        expect(await board.page.locator('dispatch-board .row.office').count()).toBeLessThan(3);
        const all = await board.page.evaluate(() => window.server.snapshot.visits.length);
        expect(await board.cards.count()).toBeLessThan(all);
    });

    it('scrolls without being painted anew', async () => {
        const cdp = await board.page.context().newCDPSession(board.page);
        let heights: number[] = [];
        cdp.on('LayerTree.layerTreeDidChange', ({ layers }) => (heights = (layers ?? []).map(({ height }) => height)));
        await cdp.send('LayerTree.enable');
        const scroller = board.page.locator('dispatch-board .scroller');
        await scroller.evaluate((one) => one.scrollTo(0, 40));
        // What scrolls is a picture of its own, as high as all rows.
        const whole = await scroller.evaluate((one) => one.scrollHeight);
        expect(whole).toBeGreaterThan(await scroller.evaluate((one) => one.clientHeight));
        await expect.poll(() => heights).toContain(whole);
        await cdp.detach();
    });

    it('folds an office away and keeps the focus on it', async () => {
        const toggle = board.page.getByRole('button', { name: 'Riverside', exact: true });
        await toggle.click();
        expect(await toggle.getAttribute('aria-expanded')).toBe('false');
        expect(await board.page.getByRole('rowheader', { name: /North side/ }).count()).toBe(0);
        await board.page.keyboard.press('ArrowRight');
        expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    });

    it('shows names as text, in any script and of any length', async () => {
        await board
            .patch({
                names: {
                    Dorothy: { 3: '<img src=x onerror="document.title=1">' },
                    'Mrs Alvarez': { 3: 'محمد عبد الله' },
                },
            })
            .catch(() => undefined);
        const title = await board.page.title();
        expect(title).toBe('Dorothy: board');
        expect(await board.page.locator('dispatch-board img').count()).toBe(0);
    });

    it('keeps the board in shape with a name of 300 characters', async () => {
        await board.patch({ names: { Dorothy: { 3: 'Dorothy '.repeat(38) } } });
        const card = await board.card('Dorothy').boundingBox();
        const cell = await board.cell(NORTH, TUESDAY).boundingBox();
        expect(card!.width).toBeLessThanOrEqual(cell!.width);
        expect(card!.height).toBe(22);
    });

    it('reports figures for the chips', async () => {
        const figures = await board.page.evaluate(
            () =>
                new Promise((resolve) => {
                    window.board.addEventListener('board-summary', (event) => resolve((event as CustomEvent).detail), {
                        once: true,
                    });
                    const { code: office, seq: prev } = window.server.snapshot.offices[0]!;
                    const delta = { office, prev, seq: prev + 1, cards: [], gone: [], runs: [], by: 'Ivy Vance' };
                    window.board.patch(delta);
                }),
        );
        expect(figures).toMatchObject({ counts: { promise: 3, unassigned: 5, unlicensed: 1 }, waiting: 0 });
    });
});

describe('rows by technician', () => {
    beforeEach(async () => {
        board = await demo.open();
        await board.page.evaluate(() => (window.board.rows = 'people'));
        await board.page.getByRole('rowheader', { name: /^Cy Lindgren/ }).waitFor();
    });

    it('shows a technician with all visits of a day and why they are away', async () => {
        await board.scrollToEnd();
        await board.cell('Eva Varga', 4).locator('.card').first().waitFor();
        expect(await board.cell('Eva Varga', 4).locator('.elsewhere').first().innerText()).toBe('Valley');
        await board.page.locator('dispatch-board .scroller').evaluate((one) => one.scrollTo(0, 0));
        await board.cell('Ana Petrov', 1).getByText('vacation').waitFor();
        expect(await board.card('Rosa Lopez').count()).toBe(1);
    });

    it('keeps the focus on a visit while the rows change', async () => {
        await board.focus('Dorothy');
        await board.page.evaluate(() => (window.board.rows = 'routes'));
        await board.cell(NORTH, TUESDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
        expect(await board.focused()).toMatch(/^Dorothy 9:00/);
    });

    it('lets a visit go to a person, and says so to the server', async () => {
        await board.drag('Rosa Lopez', board.cell('Ben Okafor', WEDNESDAY));
        await board.cell('Ben Okafor', WEDNESDAY).locator('.card', { hasText: 'Rosa Lopez' }).waitFor();
        const [[command]] = (await board.calls('drop')) as [[Record<string, unknown>]];
        expect(command).toMatchObject({ technician: 'ben', route: 'r2', date: '2026-10-07' });
    });
});

describe('dragging with the mouse', () => {
    beforeEach(async () => {
        board = await demo.open();
    });

    it('asks once and paints both lights and the reason on every target', async () => {
        await board.lift('Dorothy');
        await board.cell(SOUTH, NEXT_MONDAY).locator('.verdict.good').waitFor();
        expect(await board.cell(SOUTH, NEXT_MONDAY).locator('.verdict').innerText()).toContain(
            'Ana is back · 6 days late',
        );
        expect(await board.cell(NORTH, WEDNESDAY).locator('.verdict').getAttribute('class')).toContain('bad');
        expect(await board.cell(SOUTH, WEDNESDAY).locator('.verdict').getAttribute('class')).toContain('blocked');
        await board.hover(board.cell(HARBOUR, WEDNESDAY));
        await board.hover(board.cell(NORTH, WEDNESDAY));
        expect(await board.calls('pickUp')).toHaveLength(1);
        await board.page.keyboard.press('Escape');
    });

    it('paints rows that are scrolled in later', async () => {
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await board.page.mouse.wheel(0, 5_000);
        await board.cell('Lakes', 1).locator('.verdict.blocked').waitFor();
        await board.page.keyboard.press('Escape');
    });

    it('says what it knows itself until the verdicts are there', async () => {
        await board.page.evaluate(() => (window.server.delay = 60_000));
        await board.lift('Dorothy');
        expect(await board.cell(SOUTH, WEDNESDAY).locator('.verdict.unknown').innerText()).toContain('vacation');
        await board.page.keyboard.press('Escape');
    });

    it('moves a visit and saves it', async () => {
        await board.page.evaluate(() => (window.server.delay = 800));
        await board.drag('Dorothy', board.cell(SOUTH, NEXT_MONDAY));
        await board.cell(SOUTH, NEXT_MONDAY).locator('.card.saving', { hasText: 'Dorothy' }).waitFor();
        await board.hears(/Saved. Dorothy: Monday 12 October, 9:00 with Ana Petrov/);
        expect(await board.cell(SOUTH, NEXT_MONDAY).locator('.card.saving').count()).toBe(0);
        const [[command]] = (await board.calls('drop')) as [[Record<string, unknown>]];
        expect(command).toMatchObject({ version: 1, route: 'r1', date: '2026-10-12' });
    });

    it('puts the visit back and marks it as waiting when an answer is needed', async () => {
        await board.drag('Dorothy', board.cell(NORTH, WEDNESDAY));
        await board.cell(NORTH, TUESDAY).locator('.card.waiting', { hasText: 'Dorothy' }).waitFor();
        await board.hears(/consent/);
        expect(await board.toast.count()).toBe(0);
        const code = await board.card('Dorothy').getAttribute('data-visit');
        await board.page.evaluate((visit) => window.board.cancelPending(visit!), code);
        await board.page.locator('dispatch-board .card.waiting').waitFor({ state: 'detached' });
    });

    it('puts the visit back with the sentence when it is refused', async () => {
        await board.answerDropsWith({ status: 'refused', sentence: 'Cy is in Tucson that day.', card: null });
        await board.drag('Dorothy', board.cell(NORTH, WEDNESDAY));
        await board.hears(/Cy is in Tucson that day/);
        expect(await board.toast.innerText()).toContain('Cy is in Tucson that day.');
        await board.cell(NORTH, TUESDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
        await board.page.getByRole('button', { name: 'Close this message' }).click();
        expect(await board.toast.count()).toBe(0);
    });

    it('reads the board again when the visit was stale', async () => {
        await board.answerDropsWith({ status: 'stale', sentence: 'Ivy Vance moved Dorothy a moment ago.', card: null });
        const before = (await board.calls('fetch')).length;
        await board.drag('Dorothy', board.cell(NORTH, WEDNESDAY));
        await board.hears(/Ivy Vance moved Dorothy a moment ago/);
        await expect.poll(async () => (await board.calls('fetch')).length).toBe(before + 1);
    });

    it('does not let go of a visit where it is blocked', async () => {
        await board.lift('Dorothy');
        await board.cell(SOUTH, WEDNESDAY).locator('.verdict.blocked').waitFor();
        await board.hover(board.cell(SOUTH, WEDNESDAY));
        await board.page.mouse.up();
        await board.hears(/Dorothy cannot go there: on vacation/);
        expect(await board.calls('drop')).toEqual([]);
    });

    it('cancels with Escape and outside the board', async () => {
        await board.lift('Dorothy');
        await board.page.keyboard.press('Escape');
        await board.page.mouse.up();
        await board.hears(/Dorothy stays where it was/);
        await board.lift('Dorothy');
        await board.page.mouse.move(200, 5);
        await board.page.mouse.up();
        expect(await board.page.locator('dispatch-board .verdict').count()).toBe(0);
        expect(await board.calls('drop')).toEqual([]);
    });

    it('scrolls at the edge', async () => {
        await board.lift('Dorothy');
        const scroller = await board.page.locator('dispatch-board .scroller').boundingBox();
        await board.hover(board.cell(NORTH, WEDNESDAY));
        await board.page.waitForTimeout(50);
        await board.page.mouse.move(scroller!.x + 500, scroller!.y + scroller!.height - 6, { steps: 3 });
        await expect
            .poll(() => board.page.locator('dispatch-board .scroller').evaluate((one) => one.scrollTop))
            .toBeGreaterThan(100);
        await board.page.keyboard.press('Escape');
    });

    it('takes a visit out of the tray', async () => {
        await board.drag('Rosa Lopez', board.cell(NORTH, WEDNESDAY));
        await board.cell(NORTH, WEDNESDAY).locator('.card', { hasText: 'Rosa Lopez' }).waitFor();
        expect(await board.page.locator('dispatch-board .tray .card').count()).toBe(4);
    });

    it('puts a visit into the tray of its office', async () => {
        await board.scrollToEnd();
        await board.card('Dr Sato').waitFor();
        await board.drag('Dr Sato', board.tray.locator('.side'));
        await board.tray.locator('.card', { hasText: 'Dr Sato' }).waitFor();
        await board.hears(/Saved. Dr Sato is unassigned/);
        const [[command]] = (await board.calls('drop')) as [[Record<string, unknown>]];
        expect(command).toMatchObject({ route: null, date: null, start: null });
        expect(await board.tray.locator('.whose', { hasText: /Hilltop\s+3/ }).count()).toBe(1);
    });

    it('says where it went when it is due after the week that is shown', async () => {
        await board.patch({ names: { Dorothy: { 8: '2026-10-20' } } });
        await board.drag('Dorothy', board.tray.locator('.shelf'));
        await board.hears(
            /Dorothy is unassigned and due Tuesday 20 October: you find the visit in the tray of that week/,
        );
        expect(await board.toast.count()).toBe(1);
        expect(await board.card('Dorothy').count()).toBe(0);
    });

    it('lets a visit of the tray fall back into it', async () => {
        await board.drag('Rosa Lopez', board.tray.locator('.side'));
        await board.hears(/Rosa Lopez stays where it was/);
        expect(await board.calls('drop')).toEqual([]);
    });

    it('selects with a click and opens "Move to" with the context menu', async () => {
        await board.card('Dorothy').click();
        expect(await board.card('Dorothy').getAttribute('aria-pressed')).toBe('true');
        expect(await board.page.locator('dispatch-board').getAttribute('selected')).toBe(
            await board.card('Dorothy').getAttribute('data-visit'),
        );
        expect(await board.calls('select')).toHaveLength(1);
        await board.card('Dorothy').click({ button: 'right' });
        expect(await board.calls('moveTo')).toHaveLength(1);
    });
});

describe('with a finger', () => {
    it('lifts after a long press, drops, and scrolls when it moves at once', async () => {
        board = await demo.open({ hasTouch: true });
        const touch = await board.page.context().newCDPSession(board.page);
        const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
            touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
        const from = (await board.card('Dorothy').boundingBox())!;
        const to = (await board.cell(SOUTH, NEXT_MONDAY).boundingBox())!;
        await send('touchStart', from.x + 30, from.y + 10);
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        for (let i = 1; i <= 5; i++) {
            await send(
                'touchMove',
                from.x + 30 + ((to.x + 40 - from.x - 30) * i) / 5,
                from.y + 10 + ((to.y + 40 - from.y - 10) * i) / 5,
            );
        }
        await board.cell(SOUTH, NEXT_MONDAY).locator('.verdict.aimed').waitFor();
        await send('touchEnd');
        await board.cell(SOUTH, NEXT_MONDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();

        const other = (await board.card('Harbor Dental').first().boundingBox())!;
        await send('touchStart', other.x + 30, other.y + 10);
        await send('touchMove', other.x + 30, other.y - 30);
        await send('touchMove', other.x + 30, other.y - 80);
        await board.page.waitForTimeout(400);
        expect(await board.page.locator('dispatch-board .verdict').count()).toBe(0);
        await send('touchEnd');
    });
});

describe('with the keyboard', () => {
    beforeEach(async () => {
        board = await demo.open();
        await board.focus('Dorothy');
    });

    const press = async (...keys: string[]) => {
        for (const key of keys) {
            await board.page.keyboard.press(key);
        }
    };

    it('has one stop in the grid and walks from card to card', async () => {
        expect(await board.page.locator('dispatch-board .scroller [tabindex="0"]').count()).toBe(1);
        await press('ArrowDown');
        expect(await board.focused()).toMatch(/^Mr Osei/);
        await press('ArrowRight');
        expect(await board.focused()).toMatch(/Wednesday 7 October/);
        await press('Home');
        expect(await board.focused()).toMatch(/North side/);
    });

    it('lifts, aims, hears the verdict, drops, and keeps the focus on the visit', async () => {
        await press('Space');
        await board.hears(/Dorothy lifted|Tuesday 6 October, North side/);
        await board.page.locator('dispatch-board .verdict.good').first().waitFor();
        await press('ArrowDown');
        await board.hears(/Tuesday 6 October, South side.*Customer green, company red: on vacation. It cannot go here/);
        await press('Enter');
        await board.hears(/Dorothy cannot go there/);
        await press('End', 'ArrowLeft');
        await board.hears(
            /Monday 12 October, South side with Ana Petrov. Customer green, company amber: Ana is back · 6 days late. Free to drop/,
        );
        await press('Enter');
        await board.hears(/Saved. Dorothy: Monday 12 October/);
        expect(await board.focused()).toMatch(/^Dorothy 9:00, Monday 12 October, Ana Petrov/);
        await press('ArrowDown');
        expect(await board.focused()).toMatch(/Monday 12 October/);
    });

    it('unassigns with Delete, lifted or not, and by the arrows', async () => {
        await press('Delete');
        await board.hears(/Saved. Dorothy is unassigned/);
        await expect.poll(() => board.focused()).toMatch(/^Dorothy tomorrow|^Dorothy Tue, unassigned/);
        await press('Delete');
        await board.hears(/Dorothy is unassigned already/);
        await board.card('Mr Osei').first().focus();
        await press('Space', 'Delete');
        await board.hears(/Saved. Mr Osei is unassigned/);
        await board.focus('Dr Sato');
        await press('Space', 'Control+End', 'ArrowDown');
        await board.hears(/Unassigned visits. Nobody would come. Free to drop/);
        await press('Enter');
        await board.hears(/Saved. Dr Sato is unassigned/);
        expect(await board.calls('drop')).toHaveLength(3);
    });

    it('puts it back with Escape', async () => {
        await press('Space', 'ArrowRight', 'Escape');
        await board.hears(/Dorothy stays where it was/);
        expect(await board.focused()).toMatch(/^Dorothy 9:00, Tuesday/);
        expect(await board.calls('drop')).toEqual([]);
    });

    it('opens a visit with Enter and "Move to" with M', async () => {
        await press('Enter', 'm');
        expect(await board.calls('select')).toHaveLength(1);
        expect(await board.calls('moveTo')).toHaveLength(1);
    });

    it('walks rows that are far out of view', async () => {
        await press('Control+End');
        await expect.poll(() => board.focused()).toMatch(/^(?!Dorothy)/);
        expect(await board.page.locator('dispatch-board .scroller').evaluate((one) => one.scrollTop)).toBeGreaterThan(
            0,
        );
    });

    it('walks the tray and lifts from it', async () => {
        await board.focus('Rosa Lopez');
        await press('ArrowLeft');
        expect(await board.focused()).toMatch(/^Oak Street Storage today, unassigned/);
        await press('Space');
        await board.page.locator('dispatch-board .verdict.aimed').waitFor();
        await board.page.locator('dispatch-board .verdict.good').first().waitFor();
        await press('Enter');
        await board.hears(/Saved. Oak Street Storage/);
        expect(await board.focused()).toMatch(/^Oak Street Storage/);
    });
});

describe('changes of others', () => {
    beforeEach(async () => {
        board = await demo.open();
    });

    it('appear in place and keep scroll, focus and selection', async () => {
        await board.card('Dorothy').click();
        await board.page.locator('dispatch-board .scroller').evaluate((scroller) => scroller.scrollTo(0, 60));
        await board
            .patch({ names: { 'Harbor Dental': {}, Dorothy: { 7: '2026-10-12', 5: 'r1', 6: 'ana', 13: 0, 18: 0 } } })
            .catch(() => undefined);
        await board.cell(SOUTH, NEXT_MONDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
        expect(await board.card('Dorothy').getAttribute('aria-pressed')).toBe('true');
        await expect.poll(() => board.focused()).toMatch(/^Dorothy 9:00, Monday 12 October/);
    });

    it('keep what is at the top of the screen where it is', async () => {
        const scroller = board.page.locator('dispatch-board .scroller');
        await scroller.evaluate((one) => one.scrollTo(0, 300));
        const harbour = board.page.getByRole('rowheader', { name: /Harbour/ });
        await expect.poll(() => harbour.count()).toBe(1);
        const before = (await harbour.boundingBox())!.y;
        await board.page.evaluate(() => {
            const office = window.server.snapshot.offices[0]!;
            const cards = Array.from({ length: 6 }, (_, i) => [
                `new${i}`,
                1,
                'c',
                `Newcomer ${i}`,
                'riverside',
                'r0',
                'cy',
                '2026-10-06',
                '2026-10-06',
                '08:00',
                30,
                'planned',
                0,
                0,
                0,
                '',
                null,
                0,
                0,
            ]);
            window.board.patch({
                office: 'riverside',
                prev: office.seq,
                seq: office.seq + 1,
                cards: cards as never,
                gone: [],
                runs: [],
                by: 'Ivy',
            });
        });
        await expect.poll(() => scroller.evaluate((one) => one.scrollTop)).toBeGreaterThan(300);
        expect(Math.abs((await harbour.boundingBox())!.y - before)).toBeLessThan(2);
    });

    it('end a lift of the same visit and say who it was', async () => {
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await board.patch({ names: { Dorothy: { 9: '13:00' } } });
        await board.hears(/Dorothy was changed by Ivy Vance while you held it/);
        expect(await board.page.locator('dispatch-board .verdict').count()).toBe(0);
        await board.page.mouse.up();
        expect(await board.calls('drop')).toEqual([]);
    });

    it('do not disturb a lift of another visit', async () => {
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await board.patch({ names: { 'Rosa Lopez': { 8: '2026-10-01' } } });
        expect(await board.page.locator('dispatch-board .verdict').count()).toBeGreaterThan(5);
        await board.page.keyboard.press('Escape');
    });

    it('are fetched when one was missed', async () => {
        const before = (await board.calls('fetch')).length;
        await board.page.evaluate(() => {
            window.fired = [];
            window.board.addEventListener('board-gap', (event) =>
                window.fired.push({ type: 'board-gap', detail: (event as CustomEvent).detail }),
            );
            window.server.named('Dorothy')[9] = '11:00';
            window.server.snapshot.offices[0]!.seq = 9;
        });
        await board.patch({ prev: 8, seq: 9 });
        await board.card('Dorothy').filter({ hasText: '11:00' }).waitFor();
        expect(await board.page.evaluate(() => window.fired)).toEqual([
            { type: 'board-gap', detail: { office: 'riverside' } },
        ]);
        expect((await board.calls('fetch')).length).toBe(before + 1);
    });

    it('that arrive during a fetch are applied after it', async () => {
        await board.page.evaluate(() => {
            window.server.delay = 200;
            void window.board.refetch();
        });
        await board.patch({ names: { Dorothy: { 9: '12:45' } } });
        await board.card('Dorothy').filter({ hasText: '12:45' }).waitFor();
    });
});

describe('when things are missing', () => {
    beforeEach(async () => {
        board = await demo.open();
    });

    it('keeps the old picture when the network fails, and tries again on demand', async () => {
        await board.page.evaluate(() => {
            window.server.down = true;
            void window.board.refetch();
        });
        const retry = board.page.getByRole('button', { name: 'Try again' });
        await retry.waitFor();
        expect(await board.cards.count()).toBeGreaterThan(20);
        await board.page.evaluate(() => (window.server.down = false));
        await retry.click();
        await retry.waitFor({ state: 'detached' });
    });

    it('asks for an office when none is chosen', async () => {
        await board.page.evaluate(() => (window.board.offices = ''));
        await board.page.getByText('Choose an office, and its week appears here.').waitFor();
    });

    it('points to those who wait when only they are there', async () => {
        await board.page.evaluate(() => {
            const { snapshot } = window.server;
            snapshot.visits = snapshot.visits.filter((card) => card[7] === null);
            snapshot.offices.forEach((office) => (office.seq = 78));
            void window.board.refetch();
        });
        await board.page.getByText('5 visits wait below: drag them to a day').waitFor();
    });

    it('says what was looked for when nothing fits, and shows all again', async () => {
        await board.page.evaluate(() => Object.assign(window.board, { find: 'no <b>such</b>', filter: 'light=red' }));
        await board.page.getByText('No visit of these days fits “no <b>such</b>” and the filter.').waitFor();
        await board.page.locator('dispatch-board').getByRole('button', { name: 'Show all' }).click();
        await expect.poll(() => board.page.locator('dispatch-board .card.dim').count()).toBe(0);
        expect(await board.page.evaluate(() => [window.board.find, window.board.filter])).toEqual(['', '']);
    });

    it('says what to do in a week without visits and in an office without routes', async () => {
        await board.page.evaluate(() => {
            window.server.snapshot = {
                ...window.server.snapshot,
                visits: [],
                routes: [],
                runs: [],
                offices: window.server.snapshot.offices.map((office) => ({ ...office, seq: 77 })),
            };
            void window.board.refetch();
        });
        await board.page.getByText(/No visits from 5 Oct to 13 Oct. Go to another week/).waitFor();
        await board.page.getByText(/Riverside has no routes yet/).waitFor();
    });
});

describe('on a phone', () => {
    beforeEach(async () => {
        board = await demo.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    });

    it('shows one day at a time without sideways scrolling', async () => {
        expect(await board.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        expect(
            await board.page.locator('dispatch-board .scroller').evaluate((one) => one.scrollWidth <= one.clientWidth),
        ).toBe(true);
        expect(await board.card('Dorothy').count()).toBe(0);
        await board.page.getByRole('button', { name: 'Next day' }).click();
        await board.card('Dorothy').waitFor();
        expect((await board.card('Dorothy').boundingBox())!.height).toBeGreaterThanOrEqual(34);
    });

    it('opens "Move to" by a long press, because other days are not in reach of a finger', async () => {
        const touch = await board.page.context().newCDPSession(board.page);
        const box = (await board.card('Greenleaf Deli').boundingBox())!;
        await touch.send('Input.dispatchTouchEvent', {
            type: 'touchStart',
            touchPoints: [{ x: box.x + 40, y: box.y + 15 }],
        });
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        await expect.poll(() => board.calls('moveTo')).toHaveLength(1);
        expect(await board.page.locator('dispatch-board .verdict').count()).toBe(0);
    });

    it('goes to the day of a visit it is asked to show', async () => {
        await board.page.evaluate(() => window.board.focusVisit(window.server.named('Dorothy')[0]));
        await board.card('Dorothy').waitFor();
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
    });
});
