import { indexOf, type Index } from './find.js';

interface WordsAnswer {
    /** Code, full name, street and stated words of each customer on the board. */
    customers: [string, ...string[]][];
}

/**
 * Fetches what can be looked for beyond the cards: once, when somebody searches for the first time, and again when the
 * board shows another period. Without an answer the search goes on with what the cards have.
 */
export class WordsFeed {
    index: Index | null = null;
    #address = '';
    #tag: string | null = null;

    /** @param arrived called when there is something new to look through */
    constructor(private readonly arrived: () => void) {}

    /** @param again ask even when it is the same question, because the board was read anew */
    async ask(address: string, again: boolean): Promise<void> {
        if (address === this.#address && !again) {
            return;
        }
        const tag = address === this.#address ? this.#tag : null;
        this.#address = address;
        try {
            const response = await fetch(address, {
                cache: 'no-store',
                credentials: 'same-origin',
                headers: tag === null ? {} : { 'If-None-Match': tag },
            });
            if (!response.ok || response.redirected || address !== this.#address) {
                return; // unchanged, refused, or a newer question was asked
            }
            const { customers } = (await response.json()) as WordsAnswer;
            this.index = indexOf(customers);
            this.#tag = response.headers.get('ETag');
            this.arrived();
        } catch {
            // The board itself says when the server cannot be reached.
        }
    }
}
