import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { serveDemo } from '../demo/bundle.mjs';
import { startChromium } from './chromium.mjs';

/** Draws WebGL without a graphics card. */
const SOFTWARE_GL = [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
];

/** Serves the board with its map; one for a test file. */
export class Desk {
    private constructor(
        private readonly browser: Browser,
        readonly served: { url: string; stop: () => Promise<void> },
    ) {}

    static async start(): Promise<Desk> {
        return new Desk(await startChromium(SOFTWARE_GL), await serveDemo());
    }

    /** The board; `prepare` runs in the page before its scripts. */
    async board(options: BrowserContextOptions = {}, prepare?: () => void): Promise<MapPage> {
        const map = await this.page('/beside.html', options, prepare);
        await map.page.locator('dispatch-board .card').first().waitFor();
        return map;
    }

    async page(path: string, options: BrowserContextOptions = {}, prepare?: () => void): Promise<MapPage> {
        const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
        if (prepare) {
            await context.addInitScript(prepare);
        }
        const page = await context.newPage();
        const map = new MapPage(page);
        await page.goto(this.served.url + path);
        return map;
    }

    async stop(): Promise<void> {
        await this.browser.close();
        await this.served.stop();
    }
}

/** A page with a map, as a dispatcher handles it. */
export class MapPage {
    readonly errors: string[] = [];
    readonly asked: string[] = [];
    readonly map: Locator;
    readonly runs: Locator;

    constructor(readonly page: Page) {
        page.setDefaultTimeout(25_000);
        page.on('pageerror', (error) => this.errors.push(String(error)));
        page.on('request', (request) => this.asked.push(request.url()));
        this.map = page.locator('dispatch-map');
        this.runs = this.map.locator('.map-run');
    }

    async open(): Promise<void> {
        await this.page.keyboard.press('g');
        await this.runs.first().waitFor();
    }

    card(name: string): Locator {
        return this.page.locator('dispatch-board [data-visit]', { hasText: name }).first();
    }

    /** The first card of the run on which this one stands. */
    neighbour(name: string): Locator {
        return this.page
            .locator('dispatch-board [role=gridcell]', { has: this.page.locator('[data-visit]', { hasText: name }) })
            .locator('[data-visit]')
            .first();
    }

    stop(name: string): Locator {
        return this.map.locator('.map-stop', { hasText: name }).first();
    }

    focus(name: string): Promise<void> {
        return this.card(name).focus();
    }

    async code(name: string): Promise<string> {
        return (await this.card(name).getAttribute('data-visit')) ?? '';
    }

    /** The visits under a ring of this kind, once the map has drawn them. */
    async ringed(as: 'lit' | 'selected', many: number): Promise<void> {
        await this.page.waitForFunction(
            ([kind, wanted]) => {
                const map = document.querySelector('dispatch-map')?.canvas?.map;
                return (
                    map
                        ?.queryRenderedFeatures({ layers: ['dorothy-pointed-ring'] })
                        .filter(({ properties }) => properties['as'] === kind).length === wanted
                );
            },
            [as, many] as const,
        );
    }

    /** Where a visit is drawn on the screen, once it is. */
    async place(visit: string): Promise<{ x: number; y: number }> {
        const place = await this.page.waitForFunction((code) => {
            const element = document.querySelector('dispatch-map');
            const map = element?.canvas?.map;
            const drawn = map?.isStyleLoaded() ? map.queryRenderedFeatures({ layers: ['dorothy-stops'] }) : [];
            const stop = drawn?.find(({ properties }) => properties['visit'] === code);
            if (!map || map.isMoving() || stop?.geometry.type !== 'Point') {
                return null;
            }
            const [longitude = 0, latitude = 0] = stop.geometry.coordinates;
            const { x, y } = map.project([longitude, latitude]);
            const box = map.getCanvas().getBoundingClientRect();
            return { x: box.x + x, y: box.y + y };
        }, visit);
        return (await place.jsonValue()) as { x: number; y: number };
    }

    async detach(kind: 'map' | 'customer'): Promise<MapPage> {
        const popup = this.page.waitForEvent('popup');
        await this.page.getByRole('button', { name: `Open the ${kind} in a window of its own` }).click();
        const opened = new MapPage(await popup);
        await opened.page.waitForLoadState();
        return opened;
    }
}
