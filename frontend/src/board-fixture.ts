import type {
    BoardDelta,
    BoardSnapshot,
    Card,
    DropCommand,
    DropOutcome,
    BoardServer,
    PickUpQuestion,
    VerdictMap,
} from './board-data.js';
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
    const head = { ...all, visits: all.visits.filter(waits) };
    const offices = all.offices.map(({ code }) => all.visits.filter((card) => card[4] === code && !waits(card)));
    return [head, ...offices].map((line) => JSON.stringify(line)).join('\n');
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
