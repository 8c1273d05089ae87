import type { Card, DraftMove } from './board-data.js';
import { visitOf, type Draft } from './board-model.js';
import { count } from './format.js';

/** One visit of a saved change: where it stood before and after, and the versions it had there. */
export interface SavedMove {
    readonly visit: string;
    readonly name: string;
    readonly before: Draft;
    readonly after: Draft;
    readonly base: number;
    readonly version: number;
}

export type SavedChange = readonly SavedMove[];

const MOST = 20;

/**
 * What this person has saved in this session, newest last. Undoing is a new change that the server may refuse, so nothing
 * is taken off before it has answered.
 *
 * Undoing gives a visit a new version although it stands where it stood in an older one. The older changes must then
 * expect the new one, or every second undo would be refused for our own doing: see {@link #renumber}.
 */
export class UndoLog {
    #done: SavedChange[] = [];
    #undone: SavedChange[] = [];

    record(change: SavedChange): void {
        if (change.length > 0) {
            this.#done.push(change);
            this.#done.splice(0, this.#done.length - MOST);
            this.#undone = [];
        }
    }

    /** What to send to take the last change back; null when there is none. */
    get undo(): DraftMove[] | null {
        return this.#done[this.#done.length - 1]?.map((move) => to(move, move.version, move.before)) ?? null;
    }

    get redo(): DraftMove[] | null {
        return this.#undone[this.#undone.length - 1]?.map((move) => to(move, move.base, move.after)) ?? null;
    }

    /** Whose move would be undone: `Dorothy`, or `3 visits`. */
    get undoName(): string {
        return nameOf(this.#done[this.#done.length - 1]);
    }

    get redoName(): string {
        return nameOf(this.#undone[this.#undone.length - 1]);
    }

    undid(cards: readonly Card[]): void {
        const change = this.#done.pop();
        const undone = change?.map((move) => {
            const version = versionIn(cards, move) ?? move.version + 1;
            this.#renumber(move.visit, move.base, version);
            return { ...move, base: version };
        });
        if (undone) {
            this.#undone.push(undone);
        }
    }

    redid(cards: readonly Card[]): void {
        const change = this.#undone.pop();
        const redone = change?.map((move) => {
            const version = versionIn(cards, move) ?? move.base + 1;
            this.#renumber(move.visit, move.version, version);
            return { ...move, version };
        });
        if (redone) {
            this.#done.push(redone);
        }
    }

    /** Others have moved on: this change can never be undone any more. */
    cannotUndo(): void {
        this.#done.pop();
    }

    cannotRedo(): void {
        this.#undone.pop();
    }

    write(): string {
        return JSON.stringify({ done: this.#done, undone: this.#undone });
    }

    read(text: string | null): void {
        [this.#done, this.#undone] = [[], []];
        try {
            const kept = JSON.parse(text ?? '') as { done: SavedChange[]; undone: SavedChange[] };
            if ([...kept.done, ...kept.undone].every((change) => change.every((move) => Boolean(move.before)))) {
                [this.#done, this.#undone] = [kept.done, kept.undone];
            }
        } catch {
            // Nothing was kept.
        }
    }

    #renumber(visit: string, from: number, version: number): void {
        const renumbered = (change: SavedChange) =>
            change.map((move) =>
                move.visit !== visit
                    ? move
                    : {
                          ...move,
                          base: move.base === from ? version : move.base,
                          version: move.version === from ? version : move.version,
                      },
            );
        this.#done = this.#done.map(renumbered);
        this.#undone = this.#undone.map(renumbered);
    }
}

function versionIn(cards: readonly Card[], { visit }: SavedMove): number | undefined {
    const card = cards.find(([code]) => code === visit);
    return card && visitOf(card).version;
}

function to({ visit }: SavedMove, version: number, { route, date, start, technician }: Draft): DraftMove {
    return { visit, version, route, date, start, technician };
}

function nameOf(change: SavedChange | undefined): string {
    return !change ? '' : change.length === 1 ? (change[0] as SavedMove).name : count(change.length, 'visit');
}
