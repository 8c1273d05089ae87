import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import type { DropOutcome, BoardDelta } from '../src/board-data.js';
import type { BoardBar } from '../src/board-bar.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import type { FakeServer } from '../demo/fake-server.js';
import { startChromium } from './chromium.mjs';
import { serveDemo } from '../demo/bundle.mjs';

declare global {
    interface Window {
        bar: BoardBar;
        board: DispatchBoard;
        server: FakeServer;
        fired: { type: string; detail: Record<string, unknown> }[];
    }
}

const VIEWPORT = { width: 1440, height: 940 };

/** Serves the demo and drives it; one for a test file. */
export class Demo {
    /** The window of the test before, to be used again: to open one takes as long as all that a test does in it. */
    #idle: { page: Page; options: string } | null = null;

    private constructor(
        private readonly browser: Browser,
        private readonly served: { url: string; stop: () => Promise<void> },
    ) {}

    static async start(): Promise<Demo> {
        return new Demo(await startChromium(), await serveDemo());
    }

    async open(options: BrowserContextOptions = {}, query = ''): Promise<BoardPage> {
        const page = await this.#window(options);
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(`${this.served.url}/index.html${query}`);
        const board = new BoardPage(page, errors, () => this.#keep(page, options));
        await page.locator('dispatch-board :is(.card, .stop):visible').first().waitFor();
        return board;
    }

    async #window(options: BrowserContextOptions): Promise<Page> {
        const idle = this.#idle;
        this.#idle = null;
        if (idle?.options === JSON.stringify(options)) {
            return idle.page;
        }
        await idle?.page.context().close();
        const context = await this.browser.newContext({ viewport: VIEWPORT, ...options });
        return context.newPage();
    }

    /** Puts a window back as it was when it was new. */
    async #keep(page: Page, options: BrowserContextOptions): Promise<void> {
        page.removeAllListeners();
        await page.context().setOffline(false);
        await page.setViewportSize(options.viewport ?? VIEWPORT);
        await page.keyboard.up('Shift');
        await page.mouse.up();
        await page.mouse.move(0, 0);
        await page.evaluate(() => {
            localStorage.clear();
            sessionStorage.clear();
        });
        await this.#idle?.page.context().close();
        this.#idle = { page, options: JSON.stringify(options) };
    }

    async stop(): Promise<void> {
        await this.browser.close();
        await this.served.stop();
    }
}

/** The board as a dispatcher handles it. */
export class BoardPage {
    readonly cards: Locator;
    readonly toast: Locator;
    readonly tray: Locator;

    constructor(
        readonly page: Page,
        readonly errors: string[],
        private readonly keep: () => Promise<void>,
    ) {
        this.cards = page.locator('dispatch-board .scroller .card');
        this.toast = page.locator('dispatch-board .toast');
        this.tray = page.locator('dispatch-board .tray');
    }

    /** For a test that leaves its window as {@link Demo} can put it back. */
    close(): Promise<void> {
        return this.keep();
    }

    card(name: string): Locator {
        return this.page.locator('dispatch-board [data-visit]', { hasText: name });
    }

    /** The run of a route on a day, 1 being the first. */
    cell(route: string, column: number): Locator {
        return this.page
            .locator('dispatch-board .row', { has: this.page.getByRole('rowheader', { name: new RegExp(route) }) })
            .locator(`[data-column="${column}"]`);
    }

    /** Opens the bar's menu of how the board looks. */
    async view(): Promise<void> {
        const menu = this.page.getByRole('dialog', { name: 'View', exact: true });
        if (!(await menu.isVisible())) {
            await this.page.getByRole('button', { name: 'View', exact: true }).click();
            await menu.waitFor();
        }
    }

    async lift(name: string): Promise<void> {
        const box = await this.card(name).boundingBox();
        if (!box) {
            throw new Error(`There is no card of (${name}) on the screen.`);
        }
        await this.page.mouse.move(box.x + 30, box.y + box.height / 2);
        await this.page.mouse.down();
        await this.page.mouse.move(box.x + 50, box.y + box.height / 2 + 10, { steps: 3 });
    }

    async hover(cell: Locator): Promise<void> {
        const box = await cell.boundingBox();
        if (!box) {
            throw new Error('The target is not on the screen.');
        }
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    }

    async drag(name: string, to: Locator): Promise<void> {
        await this.lift(name);
        await this.hover(to);
        await this.page.mouse.up();
    }

    scrollToEnd(): Promise<void> {
        return this.page
            .locator('dispatch-board .scroller')
            .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    }

    /** What the live region says, once it says something that fits. */
    async hears(pattern: RegExp): Promise<void> {
        await this.page
            .locator('dispatch-board [aria-live]')
            .filter({ hasText: pattern })
            .waitFor({ state: 'attached' });
    }

    /** The label of what has the focus, across the shadow border. */
    focused(): Promise<string | null> {
        return this.page.evaluate(
            () =>
                document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') ??
                document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ??
                null,
        );
    }

    async focus(name: string): Promise<void> {
        await this.card(name).focus();
    }

    calls(name: string): Promise<unknown[][]> {
        return this.page.evaluate(
            (wanted) => window.server.calls.filter(([call]) => call === wanted).map((call) => call.slice(1)),
            name,
        );
    }

    answerDropsWith(outcome: DropOutcome): Promise<void> {
        return this.page.evaluate((given) => {
            window.server.outcome = () => given;
        }, outcome);
    }

    obey(): Promise<void> {
        return this.page.evaluate(() => {
            window.server.outcome = null;
        });
    }

    /** A change by somebody else, numbered as the next of its office. */
    patch(changes: Partial<BoardDelta> & { names?: Record<string, Record<number, unknown>> }): Promise<void> {
        return this.page.evaluate(({ names = {}, ...more }) => {
            const office = window.server.snapshot.offices.find((one) => one.code === (more.office ?? 'riverside'))!;
            const prev = more.prev ?? office.seq;
            const cards = Object.entries(names).map(([name, change]) => {
                const card = window.server.named(name);
                card[1]++;
                Object.entries(change).forEach(([place, value]) => ((card as unknown[])[Number(place)] = value));
                return [...card] as typeof card;
            });
            const seq = more.seq ?? prev + 1;
            window.board.patch({ office: office.code, prev, seq, cards, gone: [], runs: [], by: 'Ivy Vance', ...more });
            office.seq = Math.max(office.seq, seq); // the next change follows this one
        }, changes);
    }
}
