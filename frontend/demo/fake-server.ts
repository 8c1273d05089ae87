import type { Views, ViewsServer } from '../src/bar-data.js';
import { linesOf } from '../src/board-fixture.js';
import type { FoundCustomer } from '../src/palette-items.js';
import type {
    BoardDay,
    BoardServer,
    BoardSnapshot,
    BoardStops,
    Card,
    Drive,
    DropCommand,
    DraftMove,
    DraftOutcome,
    DropOutcome,
    PickUpQuestion,
    VerdictMap,
    VerdictTarget,
} from '../src/board-data.js';
import type { BoardPlaces } from '../src/map-data.js';

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
    /** Code, full name, street and stated words of customers. */
    words: [string, ...string[]][] = [];
    /** What a search for customers answers. */
    customers: FoundCustomer[] = [];
    /** How a preview ends, or the questions of a save; without a word of ours everything is saved. */
    ending: ((moves: DraftMove[]) => Partial<DraftOutcome>) | null = null;
    /** The element, to be told how a preview ended. */
    told: (outcome: DraftOutcome) => void = () => undefined;
    places: BoardPlaces = { offices: [], visits: [] };

    constructor(public snapshot: BoardSnapshot) {}

    /** Answers the element's `fetch`, with an ETag like the real one. */
    install(): void {
        const real = globalThis.fetch.bind(globalThis);
        globalThis.fetch = async (input, init) => {
            const address = String(input instanceof Request ? input.url : input);
            if (!address.startsWith('api/board')) {
                return real(input, init);
            }
            const question = new URL(address, location.href);
            const isDay = question.pathname.endsWith('/day');
            this.calls.push([isDay ? 'fetchDay' : 'fetch', address]);
            await this.#wait();
            if (this.down) {
                throw new TypeError('Failed to fetch');
            }
            if (address.startsWith('api/board/find')) {
                return Response.json(this.customers);
            }
            if (address.startsWith('api/board/words')) {
                return Response.json({ customers: this.words });
            }
            if (isDay) {
                const { searchParams } = question;
                return Response.json(
                    this.day((searchParams.get('offices') ?? '').split(','), searchParams.get('date') ?? ''),
                );
            }
            if (address.startsWith('api/board/stops')) {
                const { searchParams } = question;
                return Response.json(this.stops(searchParams.get('technician'), searchParams.get('date')));
            }
            if (address.startsWith('api/board/places')) {
                return new Response(JSON.stringify(this.places), {
                    headers: { ETag: `"${this.places.visits.length}"` },
                });
            }
            const tag = `"${this.snapshot.offices.map((office) => office.seq).join('-')}"`;
            const asked = new Headers(init?.headers);
            if (asked.get('If-None-Match') === tag) {
                return new Response(null, { status: 304 });
            }
            return asked.get('Accept')?.includes('application/x-ndjson')
                ? new Response(linesOf(this.snapshot), {
                      headers: { ETag: tag, 'Content-Type': 'application/x-ndjson' },
                  })
                : Response.json(this.snapshot, { headers: { ETag: tag } });
        };
    }

    async pickUp(question: PickUpQuestion): Promise<VerdictMap> {
        const { visits, offices, by, day } = question;
        this.calls.push(['pickUp', question]);
        await this.#wait();
        const cards = visits.map((visit) => this.card(visit));
        const days = day === null ? this.snapshot.days : [day];
        const rows: readonly { code: string; office: string }[] =
            by === 'routes' ? this.snapshot.routes : this.snapshot.technicians;
        return {
            visits,
            versions: cards.map((card, i) => card?.[1] ?? (question.versions[i] as number)),
            targets: rows
                .filter((row) => offices.includes(row.office))
                .flatMap((row) => days.map((date) => this.#target(question, cards[0], row.code, date))),
        };
    }

    #target({ by, day, keepTime }: PickUpQuestion, card: Card | undefined, row: string, date: string): VerdictTarget {
        const run = this.snapshot.runs.find((one) =>
            by === 'routes' ? one.route === row && one.date === date : one.technician === row && one.date === date,
        );
        const route = by === 'routes' ? row : (run?.route ?? card?.[5] ?? null);
        const technician = by === 'routes' ? (run?.technician ?? null) : row;
        const target: unknown[] = [row, date, 0, 0, '', card?.[9] ?? '09:00', technician, 1, route, null];
        const changes = card && route !== null ? this.verdict(card, route, date) : {};
        Object.entries(changes).forEach(([place, value]) => (target[Number(place)] = value));
        if (keepTime) {
            target[5] = card?.[9] ?? null;
        }
        if (day !== null) {
            const [, , customer, company, , , , allowed] = target as unknown as VerdictTarget;
            const light = String.fromCharCode('a'.charCodeAt(0) + 3 * customer + company);
            const sign = allowed === 0 ? '.' : allowed === 2 ? light.toUpperCase() : light;
            target[9] = '.'.repeat(32) + sign.repeat(36) + '.'.repeat(28); // people work from 8 to 17
        }
        return target as unknown as VerdictTarget;
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
        this.#place(card, command.route, command.date, command.start, command.technician ?? null);
        return { status: 'accepted', sentence: '', card: [...card] };
    }

    /** Stands for the preview dialog and its "Save". */
    async review(moves: DraftMove[]): Promise<void> {
        this.calls.push(['review', moves]);
        await this.#wait();
        this.told(this.#saved('review', moves));
    }

    async save(kind: 'move' | 'undo' | 'redo', opId: string, moves: DraftMove[]): Promise<DraftOutcome> {
        this.calls.push(['save', kind, moves]);
        await this.#wait();
        return this.#saved(opId, moves);
    }

    async pin(visit: string, version: number, pinned: boolean): Promise<DropOutcome> {
        this.calls.push(['pin', visit, version, pinned]);
        await this.#wait();
        const card = this.card(visit);
        if (!card || card[1] !== version) {
            return { status: 'stale', sentence: 'Someone else has changed it meanwhile.', card: card ?? null };
        }
        card[1]++;
        card[12] = pinned ? 1 : 0;
        return { status: 'accepted', sentence: '', card: [...card] };
    }

    #saved(opId: string, moves: DraftMove[]): DraftOutcome {
        const visits = moves.map((move) => move.visit);
        const answer = { opId, status: 'accepted' as const, sentence: `${moves.length} saved.`, cards: [], visits };
        const forced = this.ending?.(moves);
        if (forced) {
            return { ...answer, ...forced };
        }
        const stale = moves.filter((move) => this.card(move.visit)?.[1] !== move.version);
        if (stale.length > 0) {
            const sentence = 'Someone else has moved one of them meanwhile.';
            return { ...answer, status: 'stale', sentence, visits: stale.map((move) => move.visit) };
        }
        const cards = moves.map((move) => {
            const card = this.card(move.visit)!;
            this.#place(card, move.route, move.date, move.start, move.technician);
            return [...card] as typeof card;
        });
        return { ...answer, cards };
    }

    #place(
        card: Card,
        route: string | null,
        date: string | null,
        start: string | null,
        technician: string | null,
    ): void {
        const run = this.snapshot.runs.find((one) => one.route === route && one.date === date);
        const toTray = date === null;
        card[1]++;
        card[5] = route;
        card[6] = technician ?? run?.technician ?? null;
        card[7] = date;
        card[9] = toTray ? null : (start ?? card[9] ?? '09:00');
        card[11] = toTray ? 'unassigned' : card[11] === 'unassigned' ? 'planned' : card[11];
    }

    letGo(): void {
        this.calls.push(['letGo']);
    }

    select(visit: string): void {
        this.calls.push(['select', visit]);
    }

    moveTo(visit: string): void {
        this.calls.push(['moveTo', visit]);
    }

    /** Shifts from eight to four, and drives that follow the letters of the names, so that they differ. */
    day(offices: string[], date: string): BoardDay {
        const { technicians, absences, visits } = this.snapshot;
        const stops = visits
            .filter((card) => card[7] === date && card[9] !== null && card[6] !== null)
            .sort((a, b) => String(a[9]).localeCompare(String(b[9])) || a[0].localeCompare(b[0]));
        const drives = (office: string): Drive[] =>
            stops.flatMap((to, place) => {
                const from = stops.slice(0, place).findLast((stop) => stop[6] === to[6]);
                return from && to[4] === office ? [[from[0], to[0], 8 + ((from[3].length * to[3].length) % 29)]] : [];
            });
        return {
            date,
            offices: offices.map((code) => ({
                code,
                seq: this.snapshot.offices.find((office) => office.code === code)?.seq ?? 0,
                shifts: technicians
                    .filter((technician) => technician.office === code)
                    .map(({ code: technician }, i) => ({
                        technician,
                        from: i % 3 === 2 ? '09:30' : '08:00',
                        to: i % 3 === 2 ? '18:00' : '16:30',
                        away: absences.find((one) => one.technician === technician && one.date === date)?.away ?? null,
                    })),
                drives: drives(code),
            })),
        };
    }

    /** Streets by the letters of the names, and words for those to whom something matters. */
    stops(technician: string | null, date: string | null): BoardStops {
        return {
            stops: this.snapshot.visits
                .filter((card) => card[6] === technician && card[7] === date)
                .map((card) => ({
                    visit: card[0],
                    street: `${card[3].length} Main Street`,
                    remember: card[15].includes('r') ? ['The dog is called Bruno.'] : [],
                    words: card[15].includes('p') ? ['Will you be the one doing the service?'] : [],
                })),
        };
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

/** Keeps views in the page, and refuses a name that is taken. */
export function savedViews(kept: Views): ViewsServer {
    let last = 0;
    const answer = (problem: string | null = null) =>
        Promise.resolve({ views: kept.views.map((view) => ({ ...view })), problem });
    const find = (id: number) => kept.views.find((view) => view.id === id)!;
    return {
        views: () => answer(),
        saveView: (name, query, office) => {
            if (kept.views.some((view) => view.name === name)) {
                return answer(`You have a view called “${name}” already.`);
            }
            kept.views.push({ id: ++last, name, query, office, own: true, owner: 'Ivy Vance' });
            return answer();
        },
        changeView: (id, name, office) => {
            Object.assign(find(id), { name, office });
            return answer();
        },
        replaceView: (id, query) => {
            Object.assign(find(id), { query });
            return answer();
        },
        deleteView: (id) => {
            kept.views = kept.views.filter((view) => view.id !== id);
            return answer();
        },
    };
}
