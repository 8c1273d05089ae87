import type { DraftMove } from './board-data.js';
import type { BoardModel, Draft, Visit } from './board-model.js';
import { clockTime, shortWeekday, dayAndMonth } from './format.js';

/** A move of the draft, with what is needed to speak of it and to see that others were faster. */
export interface Drafted extends DraftMove {
    readonly name: string;
    readonly office: string;
    readonly due: string;
    /** Where the visit stood when it was drafted. */
    readonly from: Draft;
}

/** Somebody else has changed a visit of the draft. */
export interface Conflict {
    readonly move: Drafted;
    readonly sentence: string;
    /** Whether the move can still be made. */
    readonly keepable: boolean;
}

const MOST_STEPS = 50;

export type State = readonly Drafted[];

/**
 * The moves this person has put together and nobody else sees. Every step can be undone, also discarding all of it. What
 * is kept survives a reload; what is kept and cannot be read is forgotten.
 */
export class DraftBook {
    #now: State = [];
    #past: State[] = [];
    #future: State[] = [];

    get moves(): readonly Drafted[] {
        return this.#now;
    }

    get canUndo(): boolean {
        return this.#past.length > 0;
    }

    get canRedo(): boolean {
        return this.#future.length > 0;
    }

    /** Empty now, but it was not before the last step. */
    get discarded(): boolean {
        return this.#now.length === 0 && (this.#past[this.#past.length - 1]?.length ?? 0) > 0;
    }

    has(visit: string): boolean {
        return this.#now.some((move) => move.visit === visit);
    }

    of(visit: string): Drafted | undefined {
        return this.#now.find((move) => move.visit === visit);
    }

    /** One step; a visit moved again keeps where it came from, and one moved back leaves the draft. */
    put(moves: readonly Drafted[]): void {
        const next = new Map(this.#now.map((move) => [move.visit, move]));
        for (const move of moves) {
            const from = next.get(move.visit)?.from ?? move.from;
            next.delete(move.visit);
            if (!samePlace(move, from)) {
                next.set(move.visit, { ...move, from });
            }
        }
        this.#step([...next.values()]);
    }

    take(visits: readonly string[]): void {
        this.#step(this.#now.filter((move) => !visits.includes(move.visit)));
    }

    discard(): void {
        this.#step([]);
    }

    /** The move stands although the visit has changed: it now starts from how the visit is. */
    keep(visit: Visit): void {
        this.#step(
            this.#now.map((move) =>
                move.visit === visit.code ? { ...move, version: visit.version, from: placeOf(visit) } : move,
            ),
        );
    }

    undo(): void {
        const before = this.#past.pop();
        if (before) {
            this.#future.push(this.#now);
            this.#now = before;
        }
    }

    redo(): void {
        const after = this.#future.pop();
        if (after) {
            this.#past.push(this.#now);
            this.#now = after;
        }
    }

    /** The draft was saved, or its person wants no more of it: nothing is left to undo. */
    forget(): void {
        [this.#now, this.#past, this.#future] = [[], [], []];
    }

    write(): string {
        return JSON.stringify({ now: this.#now, past: this.#past, future: this.#future });
    }

    read(text: string | null): void {
        this.forget();
        try {
            const kept = JSON.parse(text ?? '') as { now: State; past: State[]; future: State[] };
            if ([kept.now, ...kept.past, ...kept.future].every(isState)) {
                [this.#now, this.#past, this.#future] = [kept.now, kept.past, kept.future];
            }
        } catch {
            // Nothing was kept, or by a version that wrote it otherwise.
        }
    }

    #step(next: State): void {
        this.#past.push(this.#now);
        this.#past.splice(0, this.#past.length - MOST_STEPS);
        this.#future = [];
        this.#now = next;
    }
}

export function isState(state: unknown): state is State {
    return (
        Array.isArray(state) &&
        state.every((move: Partial<Drafted> | null) => typeof move?.visit === 'string' && Boolean(move.from))
    );
}

export function samePlace(a: Draft, b: Draft): boolean {
    return a.route === b.route && a.date === b.date && a.start === b.start && a.technician === b.technician;
}

export function placeOf({ route, date, start, technician }: Draft): Draft {
    return { route, date, start, technician };
}

/** A visit as it shall stand. */
export function draftedOf(visit: Visit, truth: Visit, to: Draft): Drafted {
    return {
        visit: visit.code,
        version: truth.version,
        ...placeOf(to),
        name: visit.name,
        office: visit.office,
        due: visit.due,
        from: placeOf(truth),
    };
}

/** What the server is asked to save. */
export function wire({ visit, version, route, date, start, technician }: Drafted): DraftMove {
    return { visit, version, route, date, start, technician };
}

/** Shows exactly these moves on the board; a move without a technician is driven by whoever drives the run. */
export function show(model: BoardModel, shown: ReadonlyMap<string, Drafted>, moves: readonly Drafted[]): void {
    const wanted = new Set(moves.map((move) => move.visit));
    for (const visit of shown.keys()) {
        if (!wanted.has(visit)) {
            model.undraft(visit);
        }
    }
    for (const move of moves) {
        if (shown.get(move.visit) !== move || model.visit(move.visit) === model.truth(move.visit)) {
            const run = move.route !== null && move.date !== null ? model.run(move.route, move.date) : undefined;
            model.draft(move.visit, { ...placeOf(move), technician: move.technician ?? run?.technician ?? null });
        }
    }
}

/** The moves whose visits have changed since they were drafted. Visits that are not in view say nothing. */
export function conflictsOf(model: BoardModel, moves: readonly Drafted[]): Conflict[] {
    return moves.flatMap((move): Conflict[] => {
        const truth = model.truth(move.visit);
        if (!truth || truth.status === 'cancelled') {
            return truth || isInView(model, move)
                ? [
                      {
                          move,
                          sentence: `The visit of ${move.name} was cancelled or moved off this board meanwhile.`,
                          keepable: false,
                      },
                  ]
                : [];
        }
        if (truth.version === move.version) {
            return [];
        }
        if (truth.status === 'done' || truth.status === 'missed') {
            return [
                {
                    move,
                    sentence: `The visit of ${move.name} is ${truth.status} meanwhile and stays where it is.`,
                    keepable: false,
                },
            ];
        }
        return [
            { move, sentence: `Somebody else changed ${move.name} meanwhile: ${words(model, truth)}.`, keepable: true },
        ];
    });
}

function isInView(model: BoardModel, { office, due, from }: Drafted): boolean {
    const last = model.days[model.days.length - 1] ?? '';
    return model.office(office) !== undefined && (from.date === null ? due <= last : model.days.includes(from.date));
}

/** Where a visit stands, in a few words. */
export function words(model: BoardModel, { date, start, technician }: Draft): string {
    if (date === null) {
        return 'unassigned';
    }
    const name = model.technician(technician)?.name;
    return `${shortWeekday(date)} ${dayAndMonth(date)}${start ? `, ${clockTime(start)}` : ''}${name ? ` with ${name}` : ''}`;
}
