import type { BoardModel, Visit } from './board-model.js';
import { exceptionOf, isUnassigned } from './exceptions.js';
import { filterMatcher, readFilter } from './filter.js';
import { Finder, type Index } from './find.js';
import { count, shortWeekday, spokenDate, weekday } from './format.js';

export interface SpotlightQuestion {
    readonly find: string;
    readonly filter: string;
    readonly exception: string | null;
}

/** Which visits are looked for; the others are dimmed. Computed again only when the question or the data changed. */
export class Spotlight {
    /** Codes of the visits looked for; null when nothing is looked for and all are as bright. */
    matches: ReadonlySet<string> | null = null;
    /** The match that was stepped to last. */
    at: string | null = null;

    readonly #finder: Finder;
    #inputs: readonly unknown[] = [];
    #order: readonly Visit[] | null = null;

    constructor(private readonly model: BoardModel) {
        this.#finder = new Finder(model);
    }

    /** Looks again if something moved; says whether what is bright has changed. */
    look({ find, filter, exception }: SpotlightQuestion, index: Index | null): boolean {
        const inputs = [find, filter, exception, index, this.model.lastRevision];
        if (inputs.every((input, i) => input === this.#inputs[i])) {
            return false;
        }
        this.#inputs = inputs;
        this.#order = null;
        const before = this.matches;
        const after = this.#search(find, filter, exception, index);
        if (same(before, after)) {
            return false;
        }
        this.matches = after;
        if (this.at !== null && !after?.has(this.at)) {
            this.at = null;
        }
        return true;
    }

    /** The matches office by office, each in the order of time, the unassigned at the end. */
    get order(): readonly Visit[] {
        this.#order ??= this.#sorted();
        return this.#order;
    }

    /** Goes to the next match or the one before, and round; undefined when there is none. */
    step(direction: 1 | -1): Visit | undefined {
        const { order } = this;
        const here = order.findIndex((visit) => visit.code === this.at);
        const next =
            here < 0 ? (direction > 0 ? 0 : order.length - 1) : (here + direction + order.length) % order.length;
        const visit = order[next];
        this.at = visit?.code ?? null;
        return visit;
    }

    /** `2 of 9: Dorothy, Tuesday, promised Ana`. The date comes along where the board has two such weekdays. */
    sentence(visit: Visit): string {
        const place = this.order.findIndex((other) => other.code === visit.code) + 1;
        return [`${place} of ${this.order.length}: ${visit.name}`, this.#day(visit), visit.reason]
            .filter(Boolean)
            .join(', ');
    }

    /** What a search found, for people who do not see the dimming. */
    get found(): string {
        return this.matches === null ? 'All visits are shown.' : `${count(this.matches.size, 'visit')} found.`;
    }

    #day(visit: Visit): string {
        if (isUnassigned(visit) || visit.date === null) {
            return 'unassigned';
        }
        const { date } = visit;
        const twice = this.model.days.some((day) => day !== date && shortWeekday(day) === shortWeekday(date));
        return twice ? spokenDate(date) : weekday(date);
    }

    #search(find: string, filter: string, exception: string | null, index: Index | null): ReadonlySet<string> | null {
        const tests = [
            this.#finder.matcher(find, index),
            filterMatcher(readFilter(filter)),
            exceptionOf(exception)?.holds ?? null,
        ].filter((test) => test !== null);
        if (tests.length === 0) {
            return null;
        }
        const matches = new Set<string>();
        for (const visit of this.model.visits()) {
            if (tests.every((test) => test(visit))) {
                matches.add(visit.code);
            }
        }
        return matches;
    }

    #sorted(): readonly Visit[] {
        const offices = new Map(this.model.offices.map(({ code }, place) => [code, place]));
        const key = (visit: Visit) => (isUnassigned(visit) ? `~${visit.due}` : `${visit.date}${visit.start ?? '~'}`);
        return [...(this.matches ?? [])]
            .flatMap((code) => this.model.visit(code) ?? [])
            .map((visit) => ({ visit, office: offices.get(visit.office) ?? 0, key: key(visit) }))
            .sort(
                (a, b) =>
                    a.office - b.office ||
                    compare(a.key, b.key) ||
                    compare(a.visit.name, b.visit.name) ||
                    compare(a.visit.code, b.visit.code),
            )
            .map(({ visit }) => visit);
    }
}

function same(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
    return a === b || (a !== null && b !== null && a.size === b.size && [...a].every((code) => b.has(code)));
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
