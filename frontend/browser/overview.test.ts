import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo, type BoardPage } from './board-page.js';

let demo: Demo;
let board: BoardPage;

/** What is left of 1440 × 900 beside the rails; ScreenLinkJourneyTest holds the real console to it. */
const SCREEN = { width: 1350, height: 900 };

beforeAll(async () => {
    demo = await Demo.start();
});
afterAll(() => demo.stop());
afterEach(async () => {
    expect(board.errors).toEqual([]);
    await board.close();
});

/** Four offices, twenty routes, seven days, eight visits a run, one of them with a stand-in; somebody waits in each office. */
const fullWeek = async () => {
    await board.page.evaluate(() => {
        const { snapshot } = window.server;
        const [first] = snapshot.visits;
        const names = ['Dolores Delgado', 'Kai Tran', 'محمد عبد الرحمن', '王小明有限公司', '<b>Oak</b> & Co'];
        const offices = ['riverside', 'hilltop', 'seaview', 'westlake'];
        snapshot.offices = offices.map((code) => ({ ...snapshot.offices[0]!, code, name: code, seq: 90 }));
        snapshot.technicians = [];
        snapshot.routes = [];
        snapshot.runs = [];
        snapshot.absences = [];
        snapshot.visits = [];
        const visit = (office: string, changes: Record<number, unknown>) => {
            const number = snapshot.visits.length;
            const card: unknown[] = [...first!];
            Object.assign(card, { 0: `n${number}`, 2: `c${number}`, 3: names[number % 5], 4: office, ...changes });
            snapshot.visits.push(card as typeof first & object);
        };
        for (let i = 0; i < 20; i++) {
            const office = offices[i % 4]!;
            snapshot.technicians.push({ code: `t${i}`, name: `Ana Petrov ${i}`, office, shift: 480 });
            snapshot.routes.push({ code: `r${i}`, name: `Route ${i}`, office, technician: `t${i}` });
            snapshot.days.forEach((date, day) => {
                const technician = i === 5 && day === 2 ? 't9' : `t${i}`;
                snapshot.runs.push({ route: `r${i}`, date, technician, away: null, shift: 480 });
                for (let k = 0; k < 8; k++) {
                    const start = `${String(8 + k).padStart(2, '0')}:15`;
                    visit(office, { 5: `r${i}`, 6: technician, 7: date, 8: date, 9: start, 11: 'planned', 13: k % 3 });
                }
            });
        }
        offices.forEach((office) => visit(office, { 5: null, 6: null, 7: null, 9: null, 11: 'unassigned' }));
        window.board.offices = offices.join(',');
    });
    await board.page.locator('dispatch-board [data-visit="n1119"]').waitFor();
};

describe('the overview', () => {
    beforeEach(async () => {
        board = await demo.open({ viewport: SCREEN }, '?density=overview');
        await fullWeek();
    });

    it('shows twenty routes and seven days with eight visits a run, and nothing to scroll', async () => {
        const seen = await board.page.evaluate(() => {
            const root = window.board.renderRoot;
            const scroller = root.querySelector('.scroller')!;
            const view = scroller.getBoundingClientRect();
            const inView = (element: Element) => {
                const { top, bottom, left, right } = element.getBoundingClientRect();
                return top >= view.top && bottom <= view.bottom + 0.5 && left >= view.left && right <= view.right + 0.5;
            };
            const cards = [...scroller.querySelectorAll('.card')];
            return {
                rows: [...scroller.querySelectorAll('.row.route')].filter(inView).length,
                offices: [...scroller.querySelectorAll('.row.office')].filter(inView).length,
                days: [...scroller.querySelectorAll('.header .day')].filter(inView).length,
                cards: cards.filter(inView).length,
                loads: scroller.querySelectorAll('.load').length,
                // A card that its row cuts off would be in view and yet not to be seen.
                cut: cards.filter((card) => {
                    const row = card.closest('.row')!.getBoundingClientRect();
                    return card.getBoundingClientRect().bottom > row.bottom;
                }).length,
                down: scroller.scrollHeight - scroller.clientHeight,
                across: scroller.scrollWidth - scroller.clientWidth,
                tray: root.querySelector('.tray')!.getBoundingClientRect().bottom <= innerHeight,
                bar: window.bar.getBoundingClientRect().height,
            };
        });
        expect(seen).toMatchObject({
            rows: 20,
            offices: 4,
            days: 7,
            cards: 20 * 7 * 8,
            loads: 140,
            cut: 0,
            down: 0,
            across: 0,
            tray: true,
        });
        expect(seen.bar).toBeLessThanOrEqual(45);
    });

    it('says of each card whose it is, when, and both lights', async () => {
        expect(await board.cards.nth(2).getAttribute('aria-label')).toMatch(
            /^محمد عبد الرحمن 10:15, Monday 5 October, Ana Petrov 0, customer red, company green/,
        );
        expect(await board.cards.nth(2).locator('.lights i').count()).toBe(2);
        expect(await board.page.locator('dispatch-board .card b').count()).toBe(0);
    });

    it('lets a card be dragged, and moved by keyboard along its line', async () => {
        const card = board.page.locator('dispatch-board [data-visit="n1"]');
        const from = (await card.boundingBox())!;
        const to = (await board.cell('Route 4\\b', 3).boundingBox())!;
        await board.page.mouse.move(from.x + 8, from.y + 6);
        await board.page.mouse.down();
        await board.page.mouse.move(to.x + 60, to.y + 16, { steps: 5 });
        await board.page.locator('dispatch-board .verdict.aimed').waitFor();
        await board.page.mouse.up();
        await expect
            .poll(() => board.calls('drop'))
            .toMatchObject([[{ visit: 'n1', route: 'r4', date: '2026-10-07' }]]);
        await board.page.locator('dispatch-board [data-visit="n8"]').focus();
        await board.page.keyboard.press('ArrowRight');
        await expect
            .poll(() =>
                board.page.evaluate(() =>
                    (window.board.renderRoot as ShadowRoot).activeElement?.getAttribute('data-visit'),
                ),
            )
            .toBe('n9');
    });

    it('keeps every run in one piece where there is less room', async () => {
        await board.page.setViewportSize({ width: 1000, height: 900 });
        await expect
            .poll(() =>
                board.page.evaluate(() =>
                    [...window.board.renderRoot.querySelectorAll('.scroller .card')].every((card) => {
                        const cell = card.closest('.cell')!.getBoundingClientRect();
                        const { bottom, right, width } = card.getBoundingClientRect();
                        return bottom <= cell.bottom && right <= cell.right && width >= 30;
                    }),
                ),
            )
            .toBe(true);
    });
});

describe.each(['?density=overview', '?density=dense&colour=service', '?zoom=day&day=2026-10-06', ''])(
    'the board at %s',
    (query) => {
        it('has no text under 11 pixels', async () => {
            board = await demo.open({ viewport: SCREEN }, query);
            const small = await board.page.evaluate(() => {
                const found = new Set<string>();
                for (const root of [window.board.renderRoot, window.bar.renderRoot]) {
                    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                        const of = text.parentElement;
                        if (of && of.localName !== 'style' && text.textContent?.trim()) {
                            const size = parseFloat(getComputedStyle(of).fontSize);
                            if (size < 11) {
                                found.add(`${of.className} ${text.textContent.trim()} ${size}`);
                            }
                        }
                    }
                }
                // Marks and tints are letters that the style sheet writes.
                for (const drawn of window.board.renderRoot.querySelectorAll('.marks i, .tint')) {
                    const size = parseFloat(getComputedStyle(drawn, '::before').fontSize);
                    if (size < 11) {
                        found.add(`${drawn.className} ${size}`);
                    }
                }
                return [...found];
            });
            expect(small).toEqual([]);
        });
    },
);

describe('the bar', () => {
    it.each([1388, 1350, 1250])('is one line at a width of %d, also while something is looked for', async (width) => {
        board = await demo.open({ viewport: { width, height: 900 } }, '?find=a&filter=status%3Dplanned&exception=wish');
        await board.page.locator('board-bar .stepper').waitFor();
        const bar = await board.page.evaluate(() => ({
            height: window.bar.renderRoot.querySelector('.bar')!.getBoundingClientRect().height,
            cut: [...window.bar.renderRoot.querySelectorAll('.bar > *, .bar > .chips > *:not([popover])')]
                .filter((part) => part.getBoundingClientRect().right > innerWidth)
                .map((part) => part.className),
        }));
        expect(bar.cut).toEqual([]);
        expect(bar.height).toBeLessThanOrEqual(45);
    });

    it('gives the chips the room that is left at a usual width, what hurts most first', async () => {
        board = await demo.open();
        const chips = board.page.locator('board-bar .bar > .chips > .chip');
        await expect.poll(() => chips.count()).toBeGreaterThanOrEqual(4);
        const words = (await chips.allInnerTexts()).map((one) => one.replace(/^\d+ /, ''));
        expect(words.slice(0, 3)).toEqual(['promises', 'wishes', 'unlicensed']);
    });

    it('keeps the chips that do not fit behind a button', async () => {
        board = await demo.open({ viewport: { width: 1250, height: 900 } });
        await board.page.getByRole('button', { name: /^\+\d more: / }).click();
        const more = board.page.getByRole('dialog', { name: 'More that needs an eye' });
        await more.getByRole('button', { name: /protocols/ }).click();
        await more.waitFor({ state: 'hidden' });
        await board.page
            .locator('board-bar')
            .getByRole('button', { name: /protocols/, pressed: true })
            .waitFor();
        expect(await board.page.locator('dispatch-board .card.dim').count()).toBeGreaterThan(20);
    });

    it('leads to the paper of the office and the day in view', async () => {
        board = await demo.open({}, '?zoom=day&day=2026-10-06');
        await board.view();
        const link = board.page.getByRole('link', { name: 'Print' });
        expect(await link.getAttribute('href')).toBe('print?office=riverside&date=2026-10-06');
        await board.page.keyboard.press('Escape');
        await board.page.getByRole('button', { name: 'Week', exact: true }).click();
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        await board.page.evaluate(() => (window.board.offices = 'hilltop'));
        await board.page.evaluate(async () => {
            window.server.snapshot.offices = window.server.snapshot.offices.slice(1).map((one) => ({ ...one, seq: 8 }));
            await window.board.refetch();
            await window.board.updateComplete;
        });
        await board.view();
        await expect.poll(() => link.getAttribute('href')).toBe('print?office=hilltop&date=2026-10-05');
    });
});
