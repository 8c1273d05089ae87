import { source } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DispatchMap } from '../src/dispatch-map.js';
import { Desk, type MapPage } from './map-page.js';
import { streetsFile } from './streets-file.mjs';

declare global {
    interface HTMLElementTagNameMap {
        'dispatch-map': DispatchMap;
    }
}

declare const axe: {
    run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown }[] }[] }>;
};

const PHONE = { viewport: { width: 390, height: 844 } };

let desk: Desk;
beforeAll(async () => {
    desk = await Desk.start();
});
afterAll(() => desk.stop());

async function opened(...how: Parameters<Desk['board']>): Promise<MapPage> {
    const map = await desk.board(...how);
    await map.open();
    return map;
}

async function close(map: MapPage): Promise<void> {
    expect(map.errors).toEqual([]);
    await map.page.context().close();
}

describe('the map beside the board', () => {
    it('comes and goes with G, and the browser remembers', async () => {
        const map = await desk.board();
        expect(await map.map.count()).toBe(0);
        expect(map.asked.some((url) => url.includes('map-worker'))).toBe(false);
        await map.open();
        await map.page.reload();
        await map.runs.first().waitFor();
        await map.page.keyboard.press('g');
        await map.map.waitFor({ state: 'detached' });
        await close(map);
    });

    it('leaves G to a field in which somebody types', async () => {
        const map = await desk.board();
        await map.page.evaluate(() => document.body.append(document.createElement('input')));
        await map.page.locator('body > input').pressSequentially('Gigi');
        expect(await map.map.count()).toBe(0);
        await close(map);
    });

    it('lights the stop of the card that is pointed at', async () => {
        const map = await opened();
        await map.card('Dorothy').click();
        await map.stop('Dorothy').waitFor();
        await map.ringed('selected', 1);
        await map.neighbour('Dorothy').hover();
        await map.page.locator('dispatch-map .map-stop.lit', { hasText: 'Harbor Dental' }).waitFor();
        await map.ringed('lit', 1);
        await map.page.getByRole('button', { name: 'Zoom in' }).hover();
        await map.ringed('lit', 0);
        await close(map);
    });

    it('lights the card of the stop that is pointed at, and a click selects it', async () => {
        const map = await opened();
        const code = await map.code('Dorothy');
        await map.map.getByRole('button', { name: 'Tue 6 Oct', exact: true }).click();
        await map.map.locator('.map-run', { hasText: 'North side' }).click();
        await map.map.getByRole('button', { name: 'Tue 6 Oct', exact: true }).click();
        const place = await map.place(code);
        await map.page.mouse.move(place.x - 4, place.y - 2, { steps: 3 });
        await map.page.waitForFunction((visit) => {
            const card = document.querySelector('dispatch-board')?.shadowRoot?.querySelector(`[data-visit="${visit}"]`);
            return card !== null && card !== undefined && getComputedStyle(card).outlineStyle === 'solid';
        }, code);
        expect(await map.map.locator('.map-readout').innerText()).toContain('promised Ana');
        await map.page.mouse.click(place.x - 4, place.y - 2);
        await map.page.waitForFunction((visit) => window.board.selected === visit, code);
        expect(await map.page.evaluate(() => window.server.calls.filter(([call]) => call === 'select'))).toEqual([
            ['select', code],
        ]);
        await close(map);
    });

    it('goes to the day of a visit that is selected on the board', async () => {
        const map = await opened();
        expect(await map.map.locator('.map-days [aria-pressed=true]').innerText()).toBe('Mon 5 Oct');
        await map.card('Dorothy').click();
        await map.stop('Dorothy').waitFor();
        expect(await map.map.locator('.map-days [aria-pressed=true]').innerText()).toBe('Tue 6 Oct');
        await close(map);
    });

    it('shows the day of the day zoom, and a day chosen on the map until the board goes on', async () => {
        const map = await opened();
        const day = (name: string) => map.map.getByRole('button', { name, exact: true });
        await map.page.evaluate(() => Object.assign(window.board, { zoom: 'day', day: '2026-10-07' }));
        await expect.poll(() => day('Wed 7 Oct').getAttribute('aria-pressed')).toBe('true');
        await day('Tue 6 Oct').click();
        await expect.poll(() => day('Tue 6 Oct').getAttribute('aria-pressed')).toBe('true');
        await map.page.evaluate(() => Object.assign(window.board, { day: '2026-10-08' }));
        await expect.poll(() => day('Thu 8 Oct').getAttribute('aria-pressed')).toBe('true');
        await close(map);
    });

    it('has a line for each technician where the rows are technicians, and shows one of them alone', async () => {
        const map = await opened();
        const lines = () =>
            map.page.evaluate(() => {
                const drawn = document
                    .querySelector('dispatch-map')
                    ?.canvas?.map.querySourceFeatures('dorothy-lines')
                    .map(({ properties }) => String(properties['run']));
                return [...new Set(drawn)].sort();
            });
        await map.page.evaluate(() => Object.assign(window.board, { rows: 'people' }));
        await map.runs.filter({ hasText: 'Cy Lindgren' }).first().waitFor();
        await expect.poll(lines).toContain('riverside|2026-10-05|cy');
        await map.runs.filter({ hasText: 'Cy Lindgren' }).first().click();
        await map.map.getByRole('heading', { name: 'Cy Lindgren' }).waitFor();
        await expect.poll(async () => (await lines()).every((run) => run.endsWith('|cy'))).toBe(true);
        await map.map.getByRole('button', { name: 'All technicians' }).click();
        await map.runs.filter({ hasText: 'Ben Okafor' }).first().waitFor();
        await close(map);
    });

    it('moves a stop when somebody else moves the visit, and asks once for a place it does not know', async () => {
        const map = await opened();
        await map.card('Dorothy').click();
        await map.stop('Dorothy').waitFor();
        const places = () =>
            map.page.evaluate(() => window.server.calls.filter((call) => String(call[1]).includes('places')).length);
        const before = await places();
        await map.page.evaluate(() => {
            const office = window.server.snapshot.offices[0]!;
            const moved = [...window.server.named('Dorothy')] as ReturnType<typeof window.server.named>;
            moved[1]++;
            moved[5] = 'r2';
            moved[6] = 'ben';
            const fresh = [...moved] as typeof moved;
            fresh[0] = 'v-new';
            fresh[3] = 'Newcomer';
            window.board.patch({
                office: office.code,
                prev: office.seq,
                seq: office.seq + 1,
                cards: [moved, fresh],
                gone: [],
                runs: [],
                by: 'Ivy Vance',
            });
        });
        await map.map.locator('li', { hasText: 'Old town' }).locator('.map-stop', { hasText: 'Dorothy' }).waitFor();
        await map.map.locator('.map-others .map-stop', { hasText: 'Newcomer' }).waitFor();
        expect((await places()) - before).toBe(1);
        await close(map);
    });

    it('shows all days of one route, and one of them', async () => {
        const map = await opened();
        await map.runs.filter({ hasText: 'North side' }).click();
        expect(await map.map.locator('.map-day h4').allInnerTexts()).toHaveLength(7);
        await map.map.getByRole('button', { name: 'Wed 7 Oct', exact: true }).click();
        expect(await map.map.locator('.map-day h4').allInnerTexts()).toEqual([
            expect.stringContaining('Wednesday 7 October, Cy Lindgren'),
        ]);
        await map.map.getByRole('button', { name: 'All routes' }).click();
        await map.runs.filter({ hasText: 'Harbour' }).waitFor();
        await close(map);
    });

    it('says in words what cannot be drawn', async () => {
        const map = await desk.board();
        await map.page.evaluate(() => {
            const { visits } = window.server.places;
            const dorothy = window.server.named('Dorothy')[0];
            visits.filter((place) => place[0] === dorothy).forEach((place) => place.splice(1, 2, 0, 0));
        });
        await map.open();
        await map.card('Dorothy').click();
        const lost = map.map.locator('.map-others', { hasText: 'nobody knows where' });
        expect(await lost.locator('.map-stop').allInnerTexts()).toEqual([expect.stringContaining('Dorothy')]);
        await close(map);
    });

    it('is a list where WebGL is missing', async () => {
        const map = await opened({}, () => {
            const real = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (
                this: HTMLCanvasElement,
                kind: string,
                ...more: unknown[]
            ) {
                return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...more]);
            } as typeof real;
        });
        await map.map.getByText('This browser cannot draw the map').waitFor();
        expect(await map.map.locator('.map-place').isVisible()).toBe(false);
        await map.card('Dorothy').click();
        await map.stop('Dorothy').waitFor();
        await close(map);
    });

    it('shows names as text, in any script and of any length', async () => {
        const map = await desk.board();
        await map.page.evaluate(() => {
            window.server.named('Dorothy')[3] = '<img src=x onerror="document.title=1">';
            window.server.named('Harbor Dental')[3] = 'محمد عبد الله '.repeat(20);
            return window.board.refetch();
        });
        await map.page.evaluate(() => (window.server.snapshot.offices[0]!.seq += 1));
        await map.page.evaluate(() => window.board.refetch());
        await map.open();
        await map.card('<img').click();
        await map.stop('<img').waitFor();
        expect(await map.page.locator('dispatch-map img').count()).toBe(0);
        const list = await map.map.locator('.map-list').evaluate((one) => one.scrollWidth - one.clientWidth);
        expect(list).toBe(0);
        await close(map);
    });

    it('covers a phone and leads back to the board', async () => {
        const map = await desk.board(PHONE);
        await map.page.getByRole('button', { name: 'Map', exact: true }).click();
        await map.runs.first().waitFor();
        const box = await map.page.locator('.pane-map').boundingBox();
        expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
        await map.page.getByRole('button', { name: 'Back to the board' }).click();
        await map.map.waitFor({ state: 'detached' });
        await close(map);
    });

    it('jumps instead of flying for people who want less motion', async () => {
        const map = await opened({ reducedMotion: 'reduce' });
        await map.place(await map.code('Mrs Alvarez'));
        const flew = await map.page.evaluate(() => {
            document.querySelector<HTMLElement>('dispatch-map .map-office [data-office="hilltop"]')?.click();
            return document.querySelector('dispatch-map')?.canvas?.map.isMoving();
        });
        expect(flew).toBe(false);
        await close(map);
    });

    it('can be used with the keyboard alone', async () => {
        const map = await opened();
        await map.runs.filter({ hasText: 'North side' }).focus();
        await map.page.keyboard.press('Enter');
        await map.map.locator('.map-day .map-stop').first().focus();
        await map.page.locator('dispatch-map .map-stop.lit').waitFor();
        await map.page.keyboard.press('Enter');
        await map.page.waitForFunction(() => window.board.selected !== null);
        expect(await map.page.evaluate(() => document.activeElement?.className)).toContain('map-stop');
        await close(map);
    });
});

describe('other hosts', () => {
    it('are never asked, with streets of our own neither', async () => {
        const plain = await opened();
        await plain.place(await plain.code('Mrs Alvarez'));
        const streets = await desk.page('/map?offices=riverside&from=2026-10-05&days=7&pmtiles=streets.pmtiles', {});
        await streets.page.route('**/streets.pmtiles', (route) => {
            const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(route.request().headers()['range'] ?? '') ?? [];
            const body = streetsFile().subarray(Number(from), Number(to) + 1);
            return route.fulfill({
                status: 206,
                body,
                headers: { ETag: '"1"', 'Content-Type': 'application/octet-stream' },
            });
        });
        await streets.page.reload();
        await streets.page.waitForFunction(() => {
            const map = document.querySelector('dispatch-map')?.canvas?.map;
            return (map?.isStyleLoaded() && map.queryRenderedFeatures({ layers: ['earth'] }).length > 0) ?? false;
        });
        expect(await streets.map.locator('.maplibregl-ctrl-attrib').innerText()).toContain('© OpenStreetMap');
        const asked = [...plain.asked, ...streets.asked].filter(
            (url) => !url.startsWith('data:') && !url.startsWith('blob:'),
        );
        expect(asked.some((url) => url.includes('streets.pmtiles'))).toBe(true);
        expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([desk.served.url]));
        await close(plain);
        await close(streets);
    });
});

describe('a window of its own', () => {
    it('follows what the board points at, selects and shows, and the other way round', async () => {
        const board = await opened();
        const code = await board.code('Dorothy');
        const map = await board.detach('map');
        await map.runs.first().waitFor();
        await board.map.waitFor({ state: 'detached' });
        await board.card('Dorothy').click();
        await map.stop('Dorothy').waitFor();
        await map.ringed('selected', 1);
        await board.neighbour('Dorothy').hover();
        await map.page.locator('dispatch-map .map-stop.lit', { hasText: 'Harbor Dental' }).waitFor();
        await map.stop('Mr Osei').click();
        await board.page.waitForFunction((before) => window.board.selected !== before, code);
        await board.page.evaluate(() => {
            window.board.from = '2026-10-12';
        });
        await map.page.waitForURL(/from=2026-10-12/);
        await close(map);
    });

    it('shows what its person has moved and not saved, and asks nobody for it', async () => {
        const board = await desk.board();
        const map = await board.detach('map');
        await map.runs.first().waitFor();
        const asked = () => map.page.evaluate(() => window.server.calls.length);
        const before = await asked();
        await board.page.getByRole('switch', { name: 'Draft' }).click();
        await board.focus('Dorothy');
        await board.page.keyboard.press('Delete');
        await board.page.locator('dispatch-board .bar').getByText('Draft: 1 visit moved').waitFor();
        const waiting = map.map.locator('.map-others', { hasText: 'Nobody drives these yet' });
        await waiting.locator('.map-stop', { hasText: 'Dorothy' }).waitFor();
        expect(await waiting.locator('.map-stop', { hasText: 'Dorothy' }).innerText()).toContain('not saved yet');
        expect(await asked()).toBe(before);

        await map.page.reload();
        await waiting.locator('.map-stop', { hasText: 'Dorothy' }).waitFor();

        await board.page.getByRole('button', { name: 'Discard' }).click();
        await waiting.locator('.map-stop', { hasText: 'Dorothy' }).waitFor({ state: 'detached' });
        await board.page.getByRole('button', { name: 'Undo' }).click();
        await waiting.locator('.map-stop', { hasText: 'Dorothy' }).waitFor();
        await board.page.close();
        await waiting.locator('.map-stop', { hasText: 'Dorothy' }).waitFor({ state: 'detached' });
        await close(map);
    });

    it('goes to the day and the rows that the board shows', async () => {
        const board = await desk.board();
        const map = await board.detach('map');
        await map.runs.filter({ hasText: 'North side' }).waitFor();
        await board.page.evaluate(() => Object.assign(window.board, { zoom: 'day', day: '2026-10-08' }));
        await map.page.waitForURL(/day=2026-10-08/);
        await board.page.evaluate(() => Object.assign(window.board, { rows: 'people' }));
        await map.runs.filter({ hasText: 'Cy Lindgren' }).first().waitFor();
        expect(await map.runs.filter({ hasText: /^North side/ }).count()).toBe(0);
        await close(map);
    });

    it('lives by itself after a reload, and the board takes it for the same', async () => {
        const board = await desk.board();
        const map = await board.detach('map');
        await map.runs.filter({ hasText: 'North side' }).click();
        await map.page.waitForURL(/route=r0/);
        await map.page.reload();
        await map.map.getByRole('heading', { name: 'North side' }).waitFor();
        await board.page.getByRole('button', { name: 'Go to the window of the map' }).waitFor();
        await close(map);
    });

    it('that is closed is missed on the board', async () => {
        const board = await desk.board();
        const map = await board.detach('map');
        await map.runs.first().waitFor();
        await map.page.close();
        await board.page.getByText('The map’s window was closed.').first().waitFor();
        await board.page.getByRole('button', { name: 'Show the map here' }).click();
        await board.runs.first().waitFor();
        await close(board);
    });

    it('without a board says what to do', async () => {
        const map = await desk.page('/map');
        await map.page.getByText('Open the board and hover a visit.').waitFor();
        await close(map);
    });

    it('of the customer follows the selection, and takes the place of the panel', async () => {
        const board = await desk.board();
        const person = await board.detach('customer');
        await board.page.locator('.customer-panel').waitFor({ state: 'hidden' });
        await board.card('Dorothy').click();
        const code = await board.code('Dorothy');
        await person.page.getByText(code, { exact: true }).waitFor();
        expect(person.page.url()).toContain(`visit=${code}`);
        await person.page.close();
        await board.page.locator('.customer-panel').waitFor();
        await close(board);
    });

    it('of another board is left alone', async () => {
        const board = await desk.board();
        const map = await board.detach('map');
        await map.runs.first().waitFor();
        const other = await board.page.context().newPage();
        await other.goto(`${desk.served.url}/beside.html`);
        const stranger = other.locator('dispatch-board [data-visit]', { hasText: 'Dorothy' });
        await stranger.click();
        await board.card('Ellen Fry').click();
        await map.ringed('selected', 1);
        expect(await map.page.evaluate(() => document.querySelector('dispatch-map')?.selected)).toBe(
            await board.code('Ellen Fry'),
        );
        expect(await other.evaluate(() => window.board.selected)).toBe(await board.code('Dorothy'));
        await close(board);
    });
});

describe.each(['light', 'dark'] as const)('in %s colours axe finds nothing serious', (colorScheme) => {
    it.each([
        ['beside the board', {}],
        ['on a phone', PHONE],
    ])('%s', async (_where, options) => {
        const map = await opened({ colorScheme, ...options });
        await map.page.evaluate(source);
        const problems = await map.page.evaluate(async () => {
            const { violations } = await axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            });
            return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => String(target)).join()}`);
        });
        expect(problems).toEqual([]);
        await close(map);
    });
});
