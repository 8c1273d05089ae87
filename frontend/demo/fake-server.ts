import type {
    BoardServer,
    BoardSnapshot,
    Card,
    DropCommand,
    DropOutcome,
    VerdictMap,
    VerdictTarget,
} from '../src/board-data.js';

/**
 * A server inside the page, for the demo and the browser tests: it keeps a snapshot, answers the board's questions, and
 * obeys. Calls are written down in `calls`; `outcome` and `delay` make it disagree or slow.
 */
export class FakeServer implements BoardServer {
    readonly calls: [string, ...unknown[]][] = [];
    delay = 30;
    outcome: ((command: DropCommand) => DropOutcome | undefined) | null = null;
    verdict: (card: Card, route: string, date: string) => Partial<Record<number, unknown>> = () => ({});
    down = false;

    constructor(public snapshot: BoardSnapshot) {}

    /** Answers the element's `fetch`, with an ETag like the real one. */
    install(): void {
        const real = globalThis.fetch.bind(globalThis);
        globalThis.fetch = async (input, init) => {
            const address = String(input instanceof Request ? input.url : input);
            if (!address.startsWith('api/board')) {
                return real(input, init);
            }
            this.calls.push(['fetch', address]);
            await this.#wait();
            if (this.down) {
                throw new TypeError('Failed to fetch');
            }
            const tag = `"${this.snapshot.offices.map((office) => office.seq).join('-')}"`;
            const asked = new Headers(init?.headers).get('If-None-Match');
            return asked === tag
                ? new Response(null, { status: 304 })
                : new Response(JSON.stringify(this.snapshot), {
                      headers: { ETag: tag, 'Content-Type': 'application/json' },
                  });
        };
    }

    async pickUp(visit: string, version: number, offices: string[], from: string, days: number): Promise<VerdictMap> {
        this.calls.push(['pickUp', visit, version, offices, from, days]);
        await this.#wait();
        const card = this.card(visit);
        const targets = this.snapshot.routes
            .filter((route) => offices.includes(route.office))
            .flatMap((route) =>
                this.snapshot.days.map((date) => {
                    const run = this.snapshot.runs.find((one) => one.route === route.code && one.date === date);
                    const target: unknown[] = [
                        route.code,
                        date,
                        0,
                        0,
                        '',
                        card?.[9] ?? '09:00',
                        run?.technician ?? null,
                        1,
                    ];
                    const changes = card ? this.verdict(card, route.code, date) : {};
                    Object.entries(changes).forEach(([place, value]) => (target[Number(place)] = value));
                    return target as unknown as VerdictTarget;
                }),
            );
        return { visit, version: card?.[1] ?? version, targets };
    }

    async drop(command: DropCommand): Promise<DropOutcome> {
        this.calls.push(['drop', command]);
        await this.#wait();
        const forced = this.outcome?.(command);
        if (forced) {
            return forced;
        }
        const card = this.card(command.visit);
        if (!card || card[1] !== command.version) {
            return { status: 'stale', sentence: 'Someone else has moved it meanwhile.', card: card ?? null };
        }
        const run = this.snapshot.runs.find((one) => one.route === command.route && one.date === command.date);
        const toTray = command.route === null;
        card[1]++;
        card[5] = command.route;
        card[6] = command.technician ?? run?.technician ?? null;
        card[7] = command.date;
        card[9] = toTray ? null : (command.start ?? card[9] ?? '09:00');
        card[11] = toTray ? 'unassigned' : card[11] === 'unassigned' ? 'planned' : card[11];
        return { status: 'accepted', sentence: '', card: [...card] };
    }

    select(visit: string): void {
        this.calls.push(['select', visit]);
    }

    moveTo(visit: string): void {
        this.calls.push(['moveTo', visit]);
    }

    card(code: string): Card | undefined {
        return this.snapshot.visits.find((card) => card[0] === code);
    }

    named(name: string): Card {
        const card = this.snapshot.visits.find((one) => one[3] === name);
        if (!card) {
            throw new Error(`There is no visit for (${name}).`);
        }
        return card;
    }

    #wait(): Promise<void> {
        return new Promise((resolve) => setTimeout(resolve, this.delay));
    }
}
