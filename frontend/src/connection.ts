/** Whether the server can be reached, and when to ask again. Pure; timers and the network belong to the board. */
export class Connection {
    #since: Date | null = null;
    #tries = 0;

    /** Since when nothing is heard; null while all is well. */
    get since(): Date | null {
        return this.#since;
    }

    get lost(): boolean {
        return this.#since !== null;
    }

    /** Answers whether this is news. */
    lose(at: Date): boolean {
        const news = this.#since === null;
        this.#since ??= at;
        return news;
    }

    /** Answers whether this is news. */
    find(): boolean {
        const news = this.#since !== null;
        this.#since = null;
        this.#tries = 0;
        return news;
    }

    /** Milliseconds until the next try: soon at first, then every quarter of a minute. */
    nextTry(): number {
        return WAITS[Math.min(this.#tries++, WAITS.length - 1)] as number;
    }

    /** What the banner says. */
    get sentence(): string | null {
        if (this.#since === null) {
            return null;
        }
        const time = `${this.#since.getHours()}:${String(this.#since.getMinutes()).padStart(2, '0')}`;
        return `No connection since ${time}. You can go on looking; moves wait in your draft.`;
    }
}

const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000];
