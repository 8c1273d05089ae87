import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LitElement } from 'lit';
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

const bright = () => board.page.locator('dispatch-board .card.lit').allInnerTexts();
const dimmed = () => board.page.locator('dispatch-board .card.dim').count();
const address = () => board.page.evaluate(() => decodeURIComponent(location.search));
const chip = (name: RegExp) => board.page.locator('board-bar').getByRole('button', { name });
const field = () => board.page.locator('board-bar .find input');
const said = (pattern: RegExp) =>
    board.page.locator('board-bar [aria-live]', { hasText: pattern }).first().waitFor({ state: 'attached' });
const inFocus = () => board.page.evaluate(() => document.activeElement?.localName);

describe('the address', () => {
    it('brings the whole screen back', async () => {
        board = await demo.open(
            {},
            '?offices=riverside&from=2026-10-05&density=dense&find=ana&colour=face&exception=promise&filter=status%3Dplanned',
        );
        await expect
            .poll(() =>
                board.page.evaluate(() => {
                    const { density, find, colour, exception, filter, offices } = window.board;
                    return { density, find, colour, exception, filter, offices };
                }),
            )
            .toEqual({
                density: 'dense',
                find: 'ana',
                colour: 'face',
                exception: 'promise',
                filter: 'status=planned',
                offices: 'riverside,hilltop',
            });
        expect(await field().inputValue()).toBe('ana');
        expect(await chip(/^\d+ promises? broken/).getAttribute('aria-pressed')).toBe('true');
    });

    it('follows what is set, without a step back and beside what the page keeps', async () => {
        board = await demo.open();
        await board.page.evaluate(() => history.replaceState({ idx: 7 }, ''));
        const steps = await board.page.evaluate(() => history.length);
        await board.view();
        await board.page.getByRole('button', { name: 'Dense' }).click();
        await field().fill('zoë & co');
        await board.card('Dorothy').click();
        await expect
            .poll(address)
            .toMatch(/^\?offices=riverside,hilltop&from=2026-10-05&density=dense&find=zoë & co&visit=v\d+$/);
        expect(await board.page.evaluate(() => [history.state, history.length])).toEqual([{ idx: 7 }, steps]);
    });

    it('is left alone while another screen is shown', async () => {
        board = await demo.open();
        await board.page.evaluate(() => {
            window.bar.page = 'elsewhere';
            history.replaceState(null, '', '?kept=1');
        });
        await field().fill('ana');
        await expect.poll(dimmed).toBeGreaterThan(5);
        await board.page.waitForTimeout(400);
        expect(await address()).toBe('?kept=1');
    });

    it('is copied as a link', async () => {
        board = await demo.open({ permissions: ['clipboard-read', 'clipboard-write'] });
        await field().fill('dorothy');
        await board.view();
        await board.page.getByRole('button', { name: 'Copy link' }).click();
        await said(/The link to this screen is copied/);
        expect(await board.page.evaluate(() => navigator.clipboard.readText())).toMatch(
            /^http:\/\/127.0.0.1:\d+\/index.html\?offices=riverside,hilltop&from=2026-10-05&find=dorothy$/,
        );
    });
});

describe('offices and weeks', () => {
    it('go back and forth, and to today', async () => {
        board = await demo.open();
        await board.page.getByRole('button', { name: 'A week on' }).click();
        await expect.poll(() => board.calls('view')).toEqual([[['riverside', 'hilltop'], '2026-10-12', 7]]);
        await expect.poll(address).toContain('from=2026-10-12');
        await board.page.getByRole('button', { name: 'A week back' }).click();
        await board.page.getByRole('button', { name: 'A week back' }).click();
        await board.page.getByRole('button', { name: 'Today', exact: true }).click();
        await expect
            .poll(async () => (await board.calls('view')).map(([, from]) => from))
            .toEqual(['2026-10-12', '2026-10-05', '2026-09-28', '2026-10-05']);
        await board.page.locator('board-bar .range', { hasText: '5 – 13 October' }).waitFor();
    });

    it('make a month, which walks by months, and a week again', async () => {
        board = await demo.open({}, '?density=dense');
        const zoom = board.page.getByRole('group', { name: 'Zoom' });
        await zoom.getByRole('button', { name: 'Month' }).click();
        await expect.poll(() => board.calls('view')).toEqual([[['riverside', 'hilltop'], '2026-10-05', 28]]);
        await expect.poll(address).toContain('zoom=month');
        expect(await address()).toContain('density=dense');
        await board.page.getByRole('grid', { name: 'Month board' }).waitFor();
        expect(await board.card('Dorothy').locator('time').isVisible()).toBe(false);
        expect(await board.card('Dorothy').getAttribute('aria-label')).toMatch(/^Dorothy 9:00, /);

        await board.page.getByRole('button', { name: 'A month on' }).click();
        await expect
            .poll(async () => (await board.calls('view'))[1])
            .toEqual([['riverside', 'hilltop'], '2026-11-02', 28]);
        await zoom.getByRole('button', { name: 'Week' }).click();
        await expect.poll(async () => (await board.calls('view'))[2]?.[2]).toBe(7);
    });

    it('leave out who does not work, and say so in the address', async () => {
        board = await demo.open({}, '?rows=people&zoom=day&day=2026-10-06');
        const heads = board.page.locator('dispatch-board .row.person .names > bdi');
        await expect.poll(() => heads.allTextContents()).toContain('Ana Petrov');
        await board.page.getByRole('button', { name: 'View', exact: true }).click();
        await board.page.getByRole('button', { name: 'Only rows where somebody works' }).click();
        await expect.poll(() => heads.allTextContents()).not.toContain('Ana Petrov');
        expect(await heads.count()).toBeGreaterThan(0);
        await expect.poll(address).toContain('working=only');
    });

    it('are chosen from a list, and one only with one click', async () => {
        board = await demo.open();
        await board.page.getByRole('button', { name: 'Offices: Riverside, Hilltop' }).click();
        await board.page.getByRole('button', { name: 'only this: Hilltop' }).click();
        await expect.poll(() => board.calls('view')).toEqual([[['hilltop'], '2026-10-05', 7]]);
        await board.page.getByRole('checkbox', { name: 'Hilltop' }).click();
        await board.page.getByText('A board needs an office.').first().waitFor();
        expect(await board.page.getByRole('checkbox', { name: 'Hilltop' }).isChecked()).toBe(true);
        expect(await board.calls('view')).toHaveLength(1);
        await board.page.getByRole('checkbox', { name: 'Riverside' }).click();
        await expect.poll(async () => (await board.calls('view'))[1]?.[0]).toEqual(['riverside', 'hilltop']);
        await board.page.keyboard.press('Escape');
        expect(await board.page.getByRole('checkbox', { name: 'Hilltop' }).count()).toBe(0);
    });

    it('stay as they were when the server cannot be reached', async () => {
        board = await demo.open();
        await board.page.evaluate(() => {
            window.bar.$server!.view = () => Promise.reject(new Error('offline'));
        });
        await board.page.getByRole('button', { name: 'A week on' }).click();
        await said(/The server could not be reached/);
        await expect.poll(address).toContain('from=2026-10-05');
    });
});

describe('finding', () => {
    it('dims what does not match and steps with Enter, the focus staying in the field', async () => {
        board = await demo.open();
        await board.page.keyboard.press('/');
        expect(await inFocus()).toBe('board-bar');
        await board.page.keyboard.type('DOROTHY');
        await expect.poll(bright).toHaveLength(1);
        expect(await dimmed()).toBeGreaterThan(20);
        await board.page.keyboard.press('Enter');
        await board.page.locator('dispatch-board .card.spot', { hasText: 'Dorothy' }).waitFor();
        await board.hears(/1 of 1: Dorothy, Tuesday 6 October, promised Ana/);
        expect(await inFocus()).toBe('board-bar');
        await board.page.keyboard.press('Escape');
        await expect.poll(dimmed).toBe(0);
    });

    it('asks for street and words once, when somebody searches, and finds by them', async () => {
        board = await demo.open();
        const words = async () =>
            (await board.calls('fetch')).filter(([path]) => String(path).includes('/words')).length;
        expect(await words()).toBe(0);
        await board.page.evaluate(() => {
            const dorothy = window.server.named('Dorothy')[2];
            window.server.words = [[dorothy, 'Dorothy Hale', '7 Market Lane', 'Will YOU be the one?']];
        });
        await field().fill('market');
        await expect.poll(bright).toHaveLength(1);
        await field().fill('you be the one');
        await expect.poll(bright).toHaveLength(1);
        expect(await words()).toBe(1);
    });

    it('finds any script and shows markup as text', async () => {
        board = await demo.open();
        await board.patch({ names: { Dorothy: { 3: 'مُحَمَّد <b>عبد</b>' } } });
        await field().fill('محمد <b>');
        await expect.poll(bright).toHaveLength(1);
        expect(await board.page.locator('dispatch-board .card b').count()).toBe(0);
    });

    it('says when nothing is found', async () => {
        board = await demo.open();
        await field().fill('nobody of that name');
        await board.hears(/0 visits found/);
        await board.page.keyboard.press('Enter');
        await board.hears(/Nothing was found/);
    });
});

describe('the chips', () => {
    it('count the cards, dim the rest and step through the matches', async () => {
        board = await demo.open();
        await chip(/^3 promises broken/).click();
        await board.hears(/1 of 3: Mill Bakery, Monday 5 October, promised before 8/);
        await board.page.getByRole('button', { name: 'Next match' }).click();
        await board.hears(/2 of 3: Dorothy/);
        await board.page.getByRole('button', { name: 'Show all' }).click();
        await expect.poll(dimmed).toBe(0);
        expect(await chip(/^3 promises broken/).getAttribute('aria-pressed')).toBe('false');
    });

    it('stand in their places in the first picture', async () => {
        board = await demo.open();
        await chip(/^3 promises broken/).waitFor();
        const first = await board.page.evaluate(async () => {
            const bar = window.bar as unknown as LitElement & { summary: unknown; chipRoom: number };
            const { summary } = bar;
            bar.summary = null;
            await bar.updateComplete;
            bar.chipRoom = 0;
            bar.summary = summary;
            // Nothing is painted between an update and the one it asks for.
            while (!(await bar.updateComplete));
            return bar.renderRoot.querySelector('.bar > .chips')!.textContent;
        });
        expect(first.replace(/\s+/g, ' ')).toMatch(/^ 3 promises 10 wishes/);
        expect(first).not.toContain('Nothing needs an eye');
    });

    it('follow a change of somebody else', async () => {
        board = await demo.open();
        await chip(/^3 promises broken/).waitFor();
        await board.patch({ names: { Dorothy: { 13: 0, 16: null, 18: 0 } } });
        await chip(/^2 promises broken/).waitFor();
    });

    it('take the focus along with N and P, into closed offices and the tray too', async () => {
        board = await demo.open();
        await board.page.getByRole('button', { name: 'Riverside', exact: true }).click();
        await chip(/^3 promises broken/).click();
        await board.page.keyboard.press('n');
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
        await board.page.keyboard.press('n');
        await expect.poll(() => board.focused()).toMatch(/^Oak Street Storage today, unassigned/);
        await board.page.keyboard.press('p');
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
    });
});

describe('filter and colours', () => {
    it('dim what is not meant, and stand in the address', async () => {
        board = await demo.open();
        await board.page.getByRole('button', { name: 'Filter', exact: true }).click();
        await board.page.getByRole('checkbox', { name: 'A new face' }).check();
        await board.page.getByRole('checkbox', { name: 'Cy Lindgren' }).check();
        await expect.poll(address).toContain('filter=technician=cy;face=new');
        expect((await bright()).length).toBeGreaterThan(0);
        expect((await bright()).length).toBeLessThan(8);
        await board.page.getByRole('button', { name: 'Clear' }).click();
        await expect.poll(dimmed).toBe(0);
    });

    it('say what they mean, in letters too', async () => {
        board = await demo.open();
        await board.view();
        await board.page.getByLabel('Colour by').selectOption('service');
        const legend = board.page.locator('board-bar .legend');
        await legend.waitFor();
        expect(
            await legend.locator('span', { hasText: 'General pest control' }).locator('i').getAttribute('data-letters'),
        ).toBe('GP');
        await board.page.locator('dispatch-board .card .tint[data-letters=GP]').first().waitFor();
        expect(await board.card('Dorothy').getAttribute('aria-label')).toMatch(/(control|inspection)$/);
        await board.view();
        await board.page.getByLabel('Colour by').selectOption('light');
        await expect.poll(() => board.page.locator('dispatch-board .tint').count()).toBe(0);
    });
});

describe('keys', () => {
    it('never act while somebody types', async () => {
        board = await demo.open();
        await field().click();
        await board.page.keyboard.type('t[]np?/');
        expect(await field().inputValue()).toBe('t[]np?/');
        expect(await board.calls('view')).toEqual([]);
        expect(await board.page.locator('board-bar dialog[open]').count()).toBe(0);
    });

    it('change the week', async () => {
        board = await demo.open();
        await board.card('Dorothy').focus();
        for (const key of [']', ']', '[', 't']) {
            await board.page.keyboard.press(key);
        }
        await expect
            .poll(async () => (await board.calls('view')).map(([, from]) => from))
            .toEqual(['2026-10-12', '2026-10-19', '2026-10-12', '2026-10-05']);
    });

    it('wait while a visit is in the air', async () => {
        board = await demo.open();
        await board.card('Dorothy').focus();
        await board.page.keyboard.press('Space');
        await board.page.keyboard.press(']');
        expect(await board.calls('view')).toEqual([]);
        await board.page.keyboard.press('Escape');
    });

    it('are listed in a dialog that gives the focus back, and can be switched off', async () => {
        board = await demo.open();
        await board.card('Dorothy').focus();
        await board.page.keyboard.press('?');
        const dialog = board.page.getByRole('dialog', { name: 'Keys' });
        await dialog.waitFor();
        await board.page.keyboard.press('t');
        expect(await board.calls('view')).toEqual([]);
        await dialog.getByRole('checkbox').uncheck();
        await board.page.keyboard.press('Escape');
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
        await board.page.keyboard.press('t');
        expect(await board.calls('view')).toEqual([]);
    });
});

describe('on a small screen', () => {
    it('the bar is one line with a sheet for the rest', async () => {
        board = await demo.open({ viewport: { width: 390, height: 844 } });
        expect((await board.page.locator('board-bar').boundingBox())!.height).toBeLessThan(60);
        await board.page.getByRole('button', { name: 'More', exact: true }).click();
        const sheet = board.page.getByRole('dialog', { name: 'What the board shows' });
        await sheet.waitFor();
        await field().fill('greenleaf');
        await expect.poll(bright).not.toHaveLength(0);
        await board.page.getByRole('button', { name: 'Filter', exact: true }).click();
        await board.page.getByRole('checkbox', { name: 'Confirmed', exact: true }).check();
        await board.page.getByRole('button', { name: 'Clear' }).click();
        await board.page.keyboard.press('Escape');
        await chip(/^\d+ promises? broken/).click();
        await sheet.waitFor({ state: 'hidden' });
        expect(await board.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });

    it('at twice the size nothing is cut off and the board keeps most of the screen', async () => {
        board = await demo.open({ viewport: { width: 720, height: 450 } });
        expect((await board.page.locator('board-bar').boundingBox())!.height).toBeLessThan(60);
        const fits = () =>
            board.page.evaluate(() => {
                const parts = [
                    ...window.bar.renderRoot.querySelectorAll('dialog[open], .bar > *, dialog[open] button'),
                ];
                return parts.every((part) => {
                    const { left, right } = part.getBoundingClientRect();
                    return left >= 0 && right <= innerWidth;
                });
            });
        expect(await fits()).toBe(true);
        await board.page.keyboard.press('?');
        await board.page.getByRole('dialog', { name: 'Keys' }).waitFor();
        expect(await fits()).toBe(true);
    });
});

describe('saved views', () => {
    const menu = () => board.page.getByRole('dialog', { name: 'Saved views' });

    it('keep a screen under a name and bring it back on this week', async () => {
        board = await demo.open();
        await field().fill('ana');
        await board.view();
        await board.page.getByRole('button', { name: 'Dense' }).click();
        await board.view();
        await board.page.getByRole('button', { name: 'Saved views' }).click();
        await menu().getByLabel('Name of this screen').fill('Ana <b>dense</b>');
        await menu().getByLabel('Who sees it').selectOption({ label: 'For Hilltop' });
        await menu().getByRole('button', { name: 'Save', exact: true }).click();
        await menu().getByText('shared with Hilltop').waitFor();
        await board.page.keyboard.press('Escape');
        await board.page.getByRole('button', { name: 'Show all' }).click();
        await board.view();
        await board.page.getByRole('button', { name: 'Dense' }).click();

        await board.view();
        await board.page.getByRole('button', { name: 'Saved views' }).click();
        await menu().getByRole('button', { name: 'Ana <b>dense</b>' }).first().click();
        await expect.poll(address).toMatch(/from=2026-10-05&density=dense&find=ana$/);
        expect(await field().inputValue()).toBe('ana');
        expect(await menu().count()).toBe(0);
    });

    it('are renamed, given another screen, and deleted; a taken name is refused and stays in its field', async () => {
        board = await demo.open();
        await board.view();
        await board.page.getByRole('button', { name: 'Saved views' }).click();
        const save = async (name: string) => {
            await menu().getByLabel('Name of this screen').fill(name);
            await menu().getByRole('button', { name: 'Save', exact: true }).click();
        };
        await save('Morning');
        await menu().getByRole('button', { name: 'Change Morning' }).waitFor();
        await save('Morning');
        await menu().getByText('You have a view called “Morning” already.').waitFor();
        expect(await menu().getByLabel('Name of this screen').inputValue()).toBe('Morning');
        await menu().getByRole('button', { name: 'Change Morning' }).click();
        await menu().getByLabel('Name', { exact: true }).fill('Evening');
        await menu().getByRole('button', { name: 'Save changes' }).click();
        await menu().getByRole('button', { name: 'Change Evening' }).click();
        await menu().getByRole('button', { name: 'Delete' }).click();
        await menu().getByText('Save a screen you come back to').waitFor();
    });
});

describe('the palette', () => {
    const dialog = () => board.page.getByRole('dialog', { name: 'Go to' });
    const choices = () => dialog().getByRole('option').allInnerTexts();
    const type = async (text: string) => {
        await board.page.keyboard.press('Control+k');
        await dialog().waitFor();
        await board.page.keyboard.type(text);
    };

    it('opens from anywhere, also while typing, keeps the keys, and gives the focus back', async () => {
        board = await demo.open();
        await board.card('Dorothy').focus();
        await type('tt[]');
        expect(await board.calls('view')).toEqual([]);
        await board.page.keyboard.press('Escape');
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
        await field().focus();
        await type('x');
        await board.page.keyboard.press('Escape');
        expect(await inFocus()).toBe('board-bar');
    });

    it('goes to a day, an office and a technician', async () => {
        board = await demo.open();
        await type('19 oct');
        await expect.poll(choices).toContainEqual(expect.stringContaining('Monday 19 October 2026'));
        await board.page.keyboard.press('Enter');
        await expect.poll(async () => (await board.calls('view'))[0]?.[1]).toBe('2026-10-19');
        await type('hill');
        await board.page.keyboard.press('Enter');
        await expect.poll(async () => (await board.calls('view'))[1]?.[0]).toEqual(['hilltop']);
        await type('lia moreau');
        await board.page.keyboard.press('Enter');
        await expect.poll(address).toContain('filter=technician=lia');
        await expect.poll(() => board.focused()).toMatch(/Lia Moreau/);
    });

    it('does what the bar can do', async () => {
        board = await demo.open();
        await type('broken');
        await board.page.keyboard.press('Enter');
        await board.hears(/1 of 3: Mill Bakery/);
        await type('show all');
        await board.page.keyboard.press('Enter');
        await expect.poll(dimmed).toBe(0);
    });

    it('opens the next visit of a customer, in another office and week too', async () => {
        board = await demo.open();
        await board.page.evaluate(() => {
            const [visit, , code] = window.server.named('Dorothy');
            window.server.customers = [
                {
                    code,
                    name: 'Dorothy',
                    fullName: 'Dorothy Hale <i>Gifts</i>',
                    office: 'riverside',
                    street: '7 Market Lane',
                    visit,
                    board: 'riverside',
                    date: '2026-10-06',
                },
                {
                    code: 'z',
                    name: 'Zoë',
                    fullName: 'Zoë',
                    office: 'riverside',
                    street: null,
                    visit: null,
                    board: null,
                    date: null,
                },
            ];
        });
        await type('market');
        await expect
            .poll(choices)
            .toContainEqual(
                expect.stringMatching(/Dorothy Hale <i>Gifts<\/i>\s+7 Market Lane · Tuesday 6 October 2026/),
            );
        await board.page.keyboard.press('Enter');
        await expect.poll(() => board.calls('select')).toHaveLength(1);
        await expect.poll(() => board.focused()).toMatch(/^Dorothy/);
        expect(await board.calls('view')).toEqual([]);
        await type('zoe');
        await dialog().getByRole('option', { name: /Zoë/ }).click();
        await board.page.getByText('No visit of Zoë is planned.').first().waitFor();

        await board.page.evaluate(() => {
            window.server.customers[0]!.board = 'lakeside';
            window.server.customers[0]!.date = '2026-11-03';
        });
        await type('dorothy');
        await expect.poll(choices).toContainEqual(expect.stringContaining('3 November 2026'));
        await board.page.keyboard.press('Enter');
        await expect.poll(() => board.calls('view')).toEqual([[['riverside', 'hilltop', 'lakeside'], '2026-11-03', 7]]);
    });

    it('says when nothing fits', async () => {
        board = await demo.open();
        await type('qqq');
        await dialog().getByText('Nothing is called that.').first().waitFor();
        await board.page.keyboard.press('Enter');
        expect(await dialog().count()).toBe(1);
    });
});
