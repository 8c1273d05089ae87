import type {
    BoardDelta,
    BoardSnapshot,
    Card,
    DropCommand,
    DropOutcome,
    BoardServer,
    PickUpQuestion,
    Run,
    VerdictMap,
} from './board-data.js';
import { SHARED, type Line } from './snapshot-lines.js';
import { BoardModel } from './board-model.js';

/** A small week for tests: one office, two routes with a technician each, Monday to Wednesday. */

export const MON = '2026-10-05';
export const TUE = '2026-10-06';
export const WED = '2026-10-07';

/** A planned visit on the north route on Monday at nine; `changes` are by place in the array. */
export function card(code: string, changes: Partial<Record<number, unknown>> = {}): Card {
    const made: unknown[] = [
        code,
        1,
        `c-${code}`,
        code,
        'riverside',
        'north',
        'cy',
        MON,
        MON,
        '09:00',
        60,
        'planned',
        0,
        0,
        0,
        '',
        null,
        0,
        0,
        0,
        null,
    ];
    Object.entries(changes).forEach(([place, value]) => (made[Number(place)] = value));
    return made as unknown as Card;
}

export function snapshot(visits: Card[], changes: Partial<BoardSnapshot> = {}): BoardSnapshot {
    const days = [MON, TUE, WED];
    return {
        from: MON,
        days,
        offices: [{ code: 'riverside', name: 'Riverside', zone: 'America/Chicago', seq: 10, today: MON }],
        technicians: [
            { code: 'cy', name: 'Cy Lindgren', office: 'riverside', shift: 480 },
            { code: 'ana', name: 'Ana Petrov', office: 'riverside', shift: 480 },
        ],
        routes: [
            { code: 'north', name: 'North side', office: 'riverside', technician: 'cy' },
            { code: 'south', name: 'South side', office: 'riverside', technician: 'ana' },
        ],
        runs: days.flatMap((date) => [
            { route: 'north', date, technician: 'cy', away: null, shift: 480 },
            {
                route: 'south',
                date,
                technician: date === TUE ? null : 'ana',
                away: date === TUE ? ('vacation' as const) : null,
                shift: 480,
            },
        ]),
        absences: [{ technician: 'ana', date: TUE, away: 'vacation' }],
        visits,
        services: [],
        bands: [600, 1500],
        ...changes,
    };
}

/** The snapshot as the server sends it in lines, see `snapshot-lines.ts`. */
export function linesOf(all: BoardSnapshot): string {
    const waits = (card: Card) => card[7] === null || card[11] === 'unassigned';
    const office = new Map(all.routes.map((route) => [route.code, route.office]));
    const line = (visits: Card[], runs: Run[]): Line => {
        const texts: string[] = [];
        const places = new Map<string, number>();
        const place = (text: string) => places.get(text) ?? (places.set(text, texts.length), texts.push(text) - 1);
        const maybe = (text: string | null) => (text === null ? null : place(text));
        return {
            texts,
            visits: visits.map((card) =>
                card.map((value, at) => (SHARED.includes(at) && value !== null ? place(String(value)) : value)),
            ),
            runs: runs.map(({ route, date, technician, away, shift }) => [
                place(route),
                place(date),
                maybe(technician),
                maybe(away),
                shift,
            ]),
        };
    };
    const planned = all.visits.filter((card) => !waits(card));
    const known = all.offices.map(({ code }) => code);
    return [
        { ...all, visits: [], runs: [] },
        line(
            all.visits.filter((card) => waits(card) || !known.includes(card[4])),
            [],
        ),
        ...known.map((code) =>
            line(
                planned.filter((card) => card[4] === code),
                all.runs.filter((run) => office.get(run.route) === code),
            ),
        ),
    ]
        .map((part) => JSON.stringify(part))
        .join('\n');
}

export function board(...visits: Card[]): BoardModel {
    const model = new BoardModel();
    model.load(snapshot(visits));
    return model;
}

export function delta(seq: number, changes: Partial<BoardDelta> = {}): BoardDelta {
    return { office: 'riverside', prev: seq - 1, seq, cards: [], gone: [], runs: [], by: 'Ivy Vance', ...changes };
}

/** A server that answers every drop with the given outcome and remembers what it was asked. */
export class AnsweringServer implements BoardServer {
    readonly commands: DropCommand[] = [];

    constructor(private readonly answer: () => Promise<DropOutcome>) {}

    drop(command: DropCommand): Promise<DropOutcome> {
        this.commands.push(command);
        return this.answer();
    }

    pickUp({ visits, versions }: PickUpQuestion): Promise<VerdictMap> {
        return Promise.resolve({ visits, versions, targets: [] });
    }

    select(): void {}

    moveTo(): void {}
}
