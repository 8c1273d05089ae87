import type { BoardModel, Visit } from './board-model.js';

/** Text search over the board. Case, accents and vowel signs do not matter, in any script; nothing here is ever markup. */

/** Letters that carry no separable accent but are looked for without it. */
const PLAIN_LETTERS: Record<string, string> = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    ı: 'i',
    þ: 'th',
    ـ: '', // the Arabic stroke that only stretches a word
};
const PLAIN_PATTERN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/** A text as it is compared. */
export function fold(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(PLAIN_PATTERN, (letter) => PLAIN_LETTERS[letter] ?? letter)
        .replace(/\s+/g, ' ')
        .trim();
}

/** The words looked for; each must be found somewhere. */
export function termsOf(find: string): string[] {
    return [...new Set(fold(find).split(' '))].filter((term) => term !== '');
}

/** What is known of a customer beyond the card: full name, street, what they have said; compared without accents. */
export type Index = ReadonlyMap<string, string>;

export function indexOf(customers: readonly (readonly [code: string, ...texts: string[]])[]): Index {
    return new Map(customers.map(([code, ...texts]) => [code, texts.map(fold).join('\n')]));
}

/**
 * Looks through a board. Names repeat, so each is folded once; technicians and routes are decided once for each term and
 * not for each of 16,800 visits.
 */
export class Finder {
    readonly #folded = new Map<string, string>();

    constructor(private readonly model: BoardModel) {}

    /** Whether a visit has all the terms; null when nothing is looked for. */
    matcher(find: string, index: Index | null): ((visit: Visit) => boolean) | null {
        const terms = termsOf(find);
        if (terms.length === 0) {
            return null;
        }
        const tests = terms.map((term) => this.#termMatcher(term, index));
        return (visit) => tests.every((test) => test(visit));
    }

    #termMatcher(term: string, index: Index | null): (visit: Visit) => boolean {
        const technicians = remembering((code: string) =>
            this.#fold(this.model.technician(code)?.name ?? '').includes(term),
        );
        const routes = remembering((code: string) => this.#fold(this.model.route(code)?.name ?? '').includes(term));
        return (visit) =>
            this.#fold(visit.name).includes(term) ||
            (visit.technician !== null && technicians(visit.technician)) ||
            (visit.route !== null && routes(visit.route)) ||
            (index?.get(visit.customer)?.includes(term) ?? false);
    }

    #fold(text: string): string {
        let folded = this.#folded.get(text);
        if (folded === undefined) {
            this.#folded.set(text, (folded = fold(text)));
        }
        return folded;
    }
}

function remembering(decide: (key: string) => boolean): (key: string) => boolean {
    const known = new Map<string, boolean>();
    return (key) => {
        let answer = known.get(key);
        if (answer === undefined) {
            known.set(key, (answer = decide(key)));
        }
        return answer;
    };
}
