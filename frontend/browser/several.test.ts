import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

const NORTH = 'North side';
const HARBOUR = 'Harbour';
const OLD_TOWN = 'Old town';
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;

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

const button = (name: string | RegExp) => board.page.getByRole('button', { name, exact: true });
const bar = () => board.page.locator('dispatch-board .bar');
const chosen = () => board.page.locator('dispatch-board .card.chosen');
const drafted = () => board.page.locator('dispatch-board .card.drafted');
const run = (route: string, column: number) => board.cell(route, column).locator('.card');

describe('choosing several visits', () => {
    it('by Ctrl-click, Shift-click, lasso and keyboard', async () => {
        await run(NORTH, TUESDAY)
            .nth(0)
            .click({ modifiers: ['Control'] });
        await run(NORTH, TUESDAY)
            .nth(2)
            .click({ modifiers: ['Shift'] });
        await expect.poll(() => chosen().count()).toBe(3);
        expect(await bar().innerText()).toContain('3 visits:');
        expect(await board.calls('select'), 'the person beside the board stays').toEqual([]);
        await board.page.keyboard.press('Escape');
        await expect.poll(() => chosen().count()).toBe(0);

        const box = (await board.cell(HARBOUR, TUESDAY).boundingBox())!;
        await board.page.mouse.move(box.x + box.width - 4, box.y + box.height - 6);
        await board.page.mouse.down();
        await board.page.mouse.move(box.x + 20, box.y + 12, { steps: 3 });
        await board.page.locator('dispatch-board .lasso').waitFor();
        await board.page.mouse.up();
        await expect.poll(() => chosen().count()).toBe(await run(HARBOUR, TUESDAY).count());

        await board.focus('Dorothy');
        await board.page.keyboard.press('Escape');
        await board.page.keyboard.press('Control+a');
        await expect.poll(() => chosen().count()).toBe(6);
        await board.page.keyboard.press('Control+Space');
        await expect.poll(() => chosen().count()).toBe(5);
        await board.hears(/5 visits chosen/);
    });

    it('and lifting one lifts all, into a draft that is saved after a review', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('Control+a');
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .ghost .number', { hasText: '6' }).waitFor();
        await board.hover(board.cell(OLD_TOWN, THURSDAY));
        await board.page.mouse.up();
        await bar().getByText('Draft: 6 visits moved').waitFor();
        expect(await board.calls('drop')).toEqual([]);
        expect(await board.cell(OLD_TOWN, THURSDAY).locator('.card.drafted').count()).toBe(6);
        await button('Review and save').click();
        await expect.poll(() => drafted().count()).toBe(0);
        const [[moves]] = (await board.calls('review')) as [[object[]]];
        expect(moves).toHaveLength(6);
        expect(moves[0]).toMatchObject({ version: 1, route: 'r2', date: '2026-10-08', start: null, technician: null });
        expect(await run(OLD_TOWN, THURSDAY).filter({ hasText: 'Dorothy' }).count()).toBe(1);
    });

    it('and moves them to a run from a list, without the mouse', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('Control+a');
        await button('Move to…').press('Enter');
        await board.page.locator('dispatch-board select[name=route]').selectOption({ label: 'Harbour' });
        await board.page.locator('dispatch-board select[name=date]').selectOption('2026-10-09');
        await button('Move').press('Enter');
        await bar().getByText('Draft: 6 visits moved').waitFor();
        expect(await board.cell(HARBOUR, 5).locator('.card.drafted').count()).toBe(6);
    });

    it('pins them, and takes them off the board', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('Control+a');
        await button('Pin').click();
        await board.hears(/6 visits pinned/);
        expect(await board.calls('pin')).toHaveLength(6);
        await button('Unassign').click();
        await bar().getByText('Draft: 6 visits moved').waitFor();
        await expect.poll(() => board.tray.locator('.card.drafted').count()).toBe(6);
    });
});

describe('a whole run', () => {
    it('swaps who drives with a run that is pointed at, from the keyboard or the mouse', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('r');
        await expect.poll(() => board.focused()).toBe('Choose its visits');
        await board.page.keyboard.press('ArrowDown');
        await board.page.keyboard.press('Enter');
        await bar().getByText('Swap who drives North side, Tue 6 Oct, with').waitFor();
        const both = (await run(NORTH, TUESDAY).count()) + (await run(OLD_TOWN, TUESDAY).count());
        await run(OLD_TOWN, TUESDAY).first().click();
        await bar().getByText(`Draft: ${both} visits moved`).waitFor();
        expect(await board.card('Dorothy').getAttribute('aria-label')).toContain('Ben Okafor');
        expect(await board.card('Dorothy').getAttribute('aria-label')).toContain('in your draft');
    });

    it('goes to another technician from a list', async () => {
        await board.cell(NORTH, WEDNESDAY).locator('.load').click();
        await board.page.getByRole('menuitem', { name: 'Send this run to another technician…' }).click();
        await board.page.locator('dispatch-board select[name=technician]').selectOption('jo');
        await button('Send').click();
        await bar()
            .getByText(/Draft: \d visits moved/)
            .waitFor();
        expect(await run(NORTH, WEDNESDAY).first().getAttribute('aria-label')).toContain('Jo Novak');
    });
});

describe("a technician's day, in rows by technician", () => {
    beforeEach(async () => {
        await board.page.evaluate(() => Object.assign(window.board, { rows: 'people' }));
        await run('Cy Lindgren', TUESDAY).first().waitFor();
    });

    it('is sent to another technician from the keyboard, on its routes and at its times', async () => {
        const visits = await run('Cy Lindgren', TUESDAY).count();
        await board.focus('Dorothy');
        await board.page.keyboard.press('r');
        await expect.poll(() => board.focused()).toBe('Choose its visits');
        await board.page.keyboard.press('ArrowDown');
        await board.page.keyboard.press('ArrowDown');
        await expect.poll(() => board.focused()).toBe('Send this day to another technician…');
        await board.page.keyboard.press('Enter');
        await bar().getByText('Send Cy Lindgren, Tue 6 Oct, to').waitFor();
        await board.page.locator('dispatch-board select[name=technician]').selectOption('jo');
        await button('Send').click();
        await bar().getByText(`Draft: ${visits} visits moved`).waitFor();
        expect(await run('Jo Novak', TUESDAY).filter({ hasText: 'Dorothy' }).count()).toBe(1);
        await button('Review and save').click();
        const [[moves]] = (await board.calls('review')) as [[object[]]];
        expect(moves).toHaveLength(visits);
        expect(moves).toContainEqual(expect.objectContaining({ route: 'r0', start: '09:00', technician: 'jo' }));
    });

    it('changes places with a day that is pointed at, or chosen from the list', async () => {
        const both = (await run('Cy Lindgren', TUESDAY).count()) + (await run('Ben Okafor', TUESDAY).count());
        await board.cell('Cy Lindgren', TUESDAY).locator('.load').click();
        await board.page.getByRole('menuitem', { name: 'Swap this day with another technician…' }).click();
        await bar().getByText('Swap Cy Lindgren, Tue 6 Oct, with').waitFor();
        await run('Ben Okafor', TUESDAY).first().click();
        await bar().getByText(`Draft: ${both} visits moved`).waitFor();
        expect(await run('Ben Okafor', TUESDAY).filter({ hasText: 'Dorothy' }).count()).toBe(1);
        await button('Discard').click();

        await board.cell('Cy Lindgren', TUESDAY).locator('.load').click();
        await board.page.getByRole('menuitem', { name: 'Swap this day with another technician…' }).click();
        expect(await board.page.locator('dispatch-board select[name=technician] option[value=cy]').count()).toBe(0);
        await board.page.locator('dispatch-board select[name=technician]').selectOption('ben');
        await button('Swap').click();
        await bar().getByText(`Draft: ${both} visits moved`).waitFor();
    });

    it('is pinned and let go again', async () => {
        const visits = await run('Cy Lindgren', TUESDAY).count();
        await board.cell('Cy Lindgren', TUESDAY).locator('.load').click();
        await board.page.getByRole('menuitem', { name: 'Pin its visits' }).click();
        await board.hears(new RegExp(`${visits} visits pinned`));
        expect(await board.calls('pin')).toHaveLength(visits);
        await board.cell('Cy Lindgren', TUESDAY).locator('.load').click();
        await board.page.getByRole('menuitem', { name: 'Unpin its visits' }).click();
        await board.hears(new RegExp(`${visits} visits free to move again`));
    });

    it('is where several chosen visits go that are moved there', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('Control+a');
        await button('Move to…').press('Enter');
        await bar().getByText('or click a day of somebody’s on the board').waitFor();
        await run('Ben Okafor', THURSDAY).first().click();
        await bar()
            .getByText(/Draft: \d visits moved/)
            .waitFor();
        await button('Review and save').click();
        const [[moves]] = (await board.calls('review')) as [[object[]]];
        expect(moves[0]).toMatchObject({ date: '2026-10-08', start: null, technician: 'ben', route: 'r2' });
    });
});

describe('the draft', () => {
    const draftDorothy = async () => {
        await board.page.getByRole('switch', { name: 'Draft' }).click();
        await board.drag('Dorothy', board.cell(HARBOUR, THURSDAY));
        await bar().getByText('Draft: 1 visit moved').waitFor();
    };

    it('keeps single moves to itself while the switch is on, over a reload', async () => {
        await draftDorothy();
        expect(await board.calls('drop')).toEqual([]);
        await board.page.reload();
        await board.cell(HARBOUR, THURSDAY).locator('.card.drafted', { hasText: 'Dorothy' }).waitFor();
        expect(await board.page.getByRole('switch', { name: 'Draft' }).getAttribute('aria-checked')).toBe('true');
        await button('Discard').click();
        await board.hears(/Draft discarded. Undo brings it back/);
        await board.cell(NORTH, TUESDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
        await board.page.keyboard.press('Control+z');
        await board.cell(HARBOUR, THURSDAY).locator('.card.drafted', { hasText: 'Dorothy' }).waitFor();
    });

    it('leaves the start to the server when a visit is let go before its lights are there', async () => {
        await board.page.evaluate(() => {
            window.server.pickUp = () => new Promise(() => {});
        });
        await draftDorothy();
        await button('Review and save').click();
        await expect.poll(() => board.calls('review')).toMatchObject([[[{ date: '2026-10-08', start: null }]]]);
    });

    it('asks what to do when somebody else has moved one of its visits', async () => {
        await draftDorothy();
        await board.patch({ names: { Dorothy: { 7: '2026-10-07', 9: '11:00' } } });
        await bar().getByText('Somebody else changed Dorothy meanwhile: Wed 7 Oct, 11:00 with Cy Lindgren.').waitFor();
        await button('Review and save').click();
        await board.hears(/First decide about Dorothy/);
        await button('Take it out').click();
        await board.cell(NORTH, WEDNESDAY).locator('.card', { hasText: 'Dorothy' }).waitFor();
        expect(await board.calls('review')).toEqual([]);
    });

    it('says so when a visit of it was cancelled', async () => {
        await draftDorothy();
        await board.page.evaluate(() => {
            const { seq } = window.server.snapshot.offices[0]!;
            const gone = [window.server.named('Dorothy')[0]];
            window.board.patch({ office: 'riverside', prev: seq, seq: seq + 1, cards: [], gone, runs: [], by: 'Ivy' });
        });
        await bar().getByText('The visit of Dorothy was cancelled or moved off this board meanwhile.').waitFor();
        expect(await button('Keep my move').count()).toBe(0);
        await button('Take it out').click();
        await expect.poll(() => bar().innerText()).not.toContain('Dorothy');
    });
});

describe('undo after saving', () => {
    it('puts a visit back as a new change, redoes it, and says when others have moved on', async () => {
        await board.drag('Rosa Lopez', board.cell(HARBOUR, THURSDAY));
        await board.hears(/Saved. Rosa Lopez/);
        await board.page.keyboard.press('Control+z');
        await board.tray.locator('.card', { hasText: 'Rosa Lopez' }).waitFor();
        expect(await board.calls('save')).toMatchObject([['undo', [{ version: 2, route: null, date: null }]]]);
        await button('Redo').click();
        await board.cell(HARBOUR, THURSDAY).locator('.card', { hasText: 'Rosa Lopez' }).waitFor();
        await board.patch({ names: { 'Rosa Lopez': { 9: '15:00' } } });
        await button('Undo').click();
        await board.toast.getByText('Someone else has moved one of them meanwhile.').waitFor();
        expect(await button('Undo').isDisabled()).toBe(true);
    });
});

describe('Shift', () => {
    it('keeps the person when the drag goes across, dims the rest and says so', async () => {
        await board.lift('Dorothy');
        await board.page.locator('dispatch-board .verdict').first().waitFor();
        await board.page.keyboard.down('Shift');
        const target = (await board.cell(OLD_TOWN, 5).boundingBox())!;
        await board.page.mouse.move(target.x + 60, target.y - 120, { steps: 4 });
        await board.hears(/Only North side, while Shift is held/);
        await board.cell(NORTH, 5).locator('.verdict.aimed').waitFor();
        expect(await board.page.locator('dispatch-board .veil.row').count()).toBe(2);
        await board.page.keyboard.up('Shift');
        await board.hears(/Free to go anywhere again/);
        expect(await board.page.locator('dispatch-board .veil').count()).toBe(0);
        await board.page.keyboard.press('Escape');
    });

    /** The server's best start would be another than Dorothy's nine o'clock. */
    const earlyBird = () =>
        board.page.evaluate(() => {
            window.server.verdict = () => ({ 5: '07:15' });
        });
    /** Lifts Dorothy straight down and goes on, with Shift held, to the row of Harbour. */
    const dragDown = async () => {
        const box = (await board.card('Dorothy').boundingBox())!;
        const [x, y] = [box.x + 30, box.y + box.height / 2];
        await board.page.mouse.move(x, y);
        await board.page.mouse.down();
        await board.page.mouse.move(x, y + 20, { steps: 3 });
        await board.page.keyboard.down('Shift');
        const harbour = (await board.cell(HARBOUR, TUESDAY).boundingBox())!;
        await board.page.mouse.move(x, harbour.y + harbour.height / 2, { steps: 4 });
    };
    const questions = async () => (await board.calls('pickUp')).map(([question]) => question as { keepTime: boolean });

    it('keeps the time when the drag goes down: in the lights and in the drop', async () => {
        await earlyBird();
        await dragDown();
        await board.hears(/Only Tuesday 6 October at 9:00, while Shift is held/);
        await expect.poll(questions).toMatchObject([{ keepTime: false }, { keepTime: true }]);
        await board.page.locator('dispatch-board .ghost .card time', { hasText: '9:00' }).waitFor();
        await board.page.mouse.up();
        await board.page.keyboard.up('Shift');
        await expect
            .poll(() => board.calls('drop'))
            .toMatchObject([[{ route: 'r3', date: '2026-10-06', start: '09:00' }]]);
    });

    it('lets the server choose the time again once it is let go, and asks nothing twice', async () => {
        await earlyBird();
        await dragDown();
        await expect.poll(questions).toHaveLength(2);
        await board.page.keyboard.up('Shift');
        await board.page.locator('dispatch-board .ghost .card time', { hasText: '7:15' }).waitFor();
        await board.page.mouse.up();
        await expect.poll(() => board.calls('drop')).toMatchObject([[{ start: '07:15' }]]);
        expect(await questions()).toHaveLength(2);
    });

    it('keeps the time of each of several visits, also before the server has answered', async () => {
        await board.focus('Dorothy');
        await board.page.keyboard.press('Control+a');
        await board.page.evaluate(() => {
            window.server.pickUp = () => new Promise(() => {});
        });
        await dragDown();
        await board.hears(/at 9:00/);
        await board.page.mouse.up();
        await board.page.keyboard.up('Shift');
        await button('Review and save').click();
        const [[moves]] = (await board.calls('review')) as [[{ start: string | null }[]]];
        expect(moves).toHaveLength(6);
        expect(moves[0]).toMatchObject({ start: '09:00' });
        expect(moves.every(({ start }) => start !== null)).toBe(true);
    });
});
