/** Several visits chosen together, beside the one that is selected to be read. Pure; the board paints what changed. */
export class Selection {
    #chosen: ReadonlySet<string> = new Set();
    #anchor: string | null = null;

    get codes(): ReadonlySet<string> {
        return this.#chosen;
    }

    get size(): number {
        return this.#chosen.size;
    }

    has(visit: string): boolean {
        return this.#chosen.has(visit);
    }

    /** Ctrl-click. */
    toggle(visit: string): void {
        const chosen = new Set(this.#chosen);
        if (!chosen.delete(visit)) {
            chosen.add(visit);
        }
        this.#chosen = chosen;
        this.#anchor = visit;
    }

    /** Shift-click: from the last one chosen to this one when both stand in this run, else this one too. */
    extend(visit: string, run: readonly string[]): void {
        const [from, to] = [run.indexOf(this.#anchor ?? visit), run.indexOf(visit)].sort((a, b) => a - b);
        const range = from === undefined || to === undefined || from < 0 ? [visit] : run.slice(from, to + 1);
        this.#chosen = new Set([...this.#chosen, ...range]);
    }

    /** All of a run, or a lasso; `more` keeps what was chosen before. */
    choose(visits: Iterable<string>, more = false): void {
        this.#chosen = new Set([...(more ? this.#chosen : []), ...visits]);
        this.#anchor = [...this.#chosen].pop() ?? null;
    }

    /** Where Shift-click starts from. */
    anchor(visit: string): void {
        this.#anchor = visit;
    }

    clear(): void {
        this.#chosen = new Set();
        this.#anchor = null;
    }

    /** Lets go of visits that are not there any more. */
    keepOnly(there: (visit: string) => boolean): void {
        if ([...this.#chosen].some((visit) => !there(visit))) {
            this.#chosen = new Set([...this.#chosen].filter(there));
        }
    }
}
