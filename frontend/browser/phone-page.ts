import { build } from 'esbuild';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Entry, EntryAnswer, Stop, TechnicianDay } from '../src/phone-data.js';
import { withEntries } from '../src/phone-entries.js';

const ADDRESS = 'http://day.test/';

export async function technicianDayScript(): Promise<string> {
    const { outputFiles } = await build({
        entryPoints: [new URL('../src/technician-day.ts', import.meta.url).pathname],
        bundle: true,
        format: 'esm',
        target: 'es2022',
        tsconfig: new URL('../tsconfig.json', import.meta.url).pathname,
        write: false,
    });
    return outputFiles[0]!.text;
}

export function stopOf(visit: string, name: string, more: Partial<Stop> = {}): Stop {
    return {
        visit,
        name,
        fullName: name,
        date: '2026-10-06',
        start: '09:00',
        minutes: 40,
        status: 'planned',
        service: 'Rodent control',
        address: '7 Market Lane',
        phone: null,
        access: null,
        note: null,
        remember: { words: [], mark: '', readAt: null },
        wishes: [],
        came: [],
        newHere: null,
        ask: null,
        checkedIn: null,
        checkedOut: null,
        why: null,
        ...more,
    };
}

export const dorothy = (): Stop =>
    stopOf('D10', 'Dorothy', {
        fullName: 'Dorothy Hale',
        phone: '+1 312 555 0142',
        access: 'Back door, ring twice',
        remember: { words: ['The dog is called Bruno.', 'Shoes off, please.'], mark: 'm1', readAt: null },
        wishes: [
            {
                words: 'Will you be the one doing the service?',
                meaning: 'Ana Petrov',
                answer: 'promised',
                heardBy: 'Sam Whitlock',
            },
        ],
        came: [
            { technician: 'ANA', name: 'Ana Petrov', date: '2026-09-08' },
            { technician: 'CY', name: 'Cy Lindgren', date: '2026-08-11' },
        ],
    });

export function dayOf(stops: Stop[], tomorrow: Stop[] = [], more: Partial<TechnicianDay> = {}): TechnicianDay {
    return {
        technician: 'ANA',
        name: 'Ana Petrov',
        office: 'Riverside',
        zone: 'America/Chicago',
        today: '2026-10-06',
        now: '2026-10-06T13:30:00Z',
        mayWrite: true,
        days: [
            { date: '2026-10-06', away: null, stops, elsewhere: [] },
            { date: '2026-10-07', away: null, stops: tomorrow, elsewhere: [] },
        ],
        ...more,
    };
}

/** A server that keeps what was sent and answers as it is told. */
export class FakeOffice {
    day: TechnicianDay;
    online = true;
    /** Instead of the day and of what is stored. */
    status: number | null = null;
    sentence = 'Ask an administrator.';
    readonly received: Record<string, unknown>[] = [];
    answer: (entry: Record<string, unknown>) => Partial<EntryAnswer> = () => ({});
    /** The network goes before the day can be read. */
    blind = false;
    /** Answers are lost on their way back so many times. */
    lost = 0;

    constructor(day: TechnicianDay) {
        this.day = day;
    }

    get ids(): unknown[] {
        return this.received.map(({ id }) => id);
    }
}

/** The page of a phone with the element alone in it. */
export class PhonePage {
    private constructor(
        readonly page: Page,
        readonly office: FakeOffice,
        readonly errors: string[],
    ) {}

    static async open(browser: Browser, script: string, office: FakeOffice, attributes = ''): Promise<PhonePage> {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
        return PhonePage.in(context, script, office, attributes);
    }

    static async in(context: BrowserContext, script: string, office: FakeOffice, attributes = ''): Promise<PhonePage> {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.clock.install({ time: new Date('2026-10-06T13:30:00Z') });
        await page.route(`${ADDRESS}**`, async (route) => {
            const url = new URL(route.request().url());
            if (url.pathname === '/') {
                const body = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Day</title>
                    <body style="margin:0;font-family:system-ui"><technician-day user="ana" technician="ANA" ${attributes}></technician-day>
                    <script type="module" src="day.js"></script></body></html>`;
                return route.fulfill({ contentType: 'text/html', body });
            }
            if (url.pathname === '/day.js') {
                return route.fulfill({ contentType: 'text/javascript', body: script });
            }
            if (!office.online) {
                return route.abort('internetdisconnected');
            }
            if (office.status !== null) {
                return route.fulfill({ status: office.status, json: { sentence: office.sentence } });
            }
            if (url.pathname === '/api/day/entries') {
                const entry = route.request().postDataJSON() as Record<string, unknown>;
                office.received.push(entry);
                if (office.lost > 0) {
                    office.lost--;
                    return route.abort('connectionreset');
                }
                const plain = { id: entry['id'], status: 'STORED', sentence: null, caught: null };
                const answer = { ...plain, ...office.answer(entry) };
                if (answer.status === 'STORED') {
                    const at = Date.parse('2026-10-06T13:30:00Z');
                    office.day = withEntries(office.day, [{ ...entry, at } as unknown as Entry]);
                }
                return route.fulfill({ json: answer });
            }
            return office.blind ? route.abort('connectionreset') : route.fulfill({ json: office.day });
        });
        const phone = new PhonePage(page, office, errors);
        await page.goto(ADDRESS);
        return phone;
    }

    get state(): Locator {
        return this.page.locator('technician-day .state').first();
    }

    stop(name: string): Locator {
        return this.page.locator('technician-day .stop', { hasText: name });
    }

    button(name: string | RegExp): Locator {
        return this.page.getByRole('button', { name });
    }

    /** Takes the network away, or gives it back. */
    async network(there: boolean): Promise<void> {
        this.office.online = there;
        await this.page.context().setOffline(!there);
    }
}
