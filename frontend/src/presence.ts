import type { HeldVisit } from './board-data.js';
import type { Visit } from './board-model.js';

/** Which visits others have in the air now, and how that is said. */
export class Presence {
    #held: ReadonlyMap<string, HeldVisit> = new Map();

    /** Takes over what the server knows; answers the visits about which that is news. */
    take(held: readonly HeldVisit[]): string[] {
        const before = this.#held;
        this.#held = new Map(held.map((one) => [one.visit, one]));
        const changed = (one: HeldVisit | undefined, other: HeldVisit | undefined) =>
            one?.by !== other?.by || one?.own !== other?.own;
        return [...new Set([...before.keys(), ...this.#held.keys()])].filter((visit) =>
            changed(before.get(visit), this.#held.get(visit)),
        );
    }

    /** `Ben is moving this`, short enough for a card; null when nobody holds it. */
    brief(visit: string): string | null {
        const held = this.#held.get(visit);
        return held === undefined
            ? null
            : held.own
              ? 'You are moving this'
              : `${held.by.split(/\s/)[0] ?? held.by} is moving this`;
    }

    /** `Ben Okafor is moving this`; null when nobody holds it. */
    sentence(visit: string): string | null {
        const held = this.#held.get(visit);
        if (held === undefined) {
            return null;
        }
        return held.own ? 'You are moving this in another window' : `${held.by} is moving this`;
    }

    /** For whoever lifts it all the same. */
    warning({ code, name }: Visit): string | null {
        const held = this.#held.get(code);
        if (held === undefined) {
            return null;
        }
        const who = held.own ? 'You are moving' : `${held.by} is moving`;
        return `${who} ${name} ${held.own ? 'in another window' : 'too'}. Whoever lets go first is saved; the other is told.`;
    }
}
