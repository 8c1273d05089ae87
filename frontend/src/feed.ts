import type { BoardSnapshot } from './board-data.js';

export type Answer<T = BoardSnapshot> =
    | { kind: 'fresh'; snapshot: T }
    | { kind: 'same' }
    | { kind: 'failed'; why: Failure; sentence: string }
    /** A newer question was asked meanwhile; this answer does not count. */
    | { kind: 'outdated' };

/** `silent`: no answer that came from the server. */
export type Failure = 'silent' | 'signed-out' | 'refused';

/** What stands before a server says this while the server restarts. */
const GATEWAYS = [502, 503, 504];
/** A server that has not answered by then is not going to. */
const PATIENCE_MILLIS = 30_000;

/** How an answer is written. */
export interface Form<T> {
    readonly accept: string;
    read(response: Response): Promise<T>;
}

/** Asks for the board's snapshot (or for its places) and remembers the ETag, so that what is unchanged costs one small answer. */
export class BoardFeed<T = BoardSnapshot> {
    #tag: string | null = null;
    #address = '';
    #running: AbortController | null = null;

    constructor(
        private readonly form: Form<T> = {
            accept: 'application/json',
            read: (response) => response.json() as Promise<T>,
        },
    ) {}

    async ask(address: string): Promise<Answer<T>> {
        this.#running?.abort();
        const running = new AbortController();
        this.#running = running;
        const tag = address === this.#address ? this.#tag : null;
        const impatience = setTimeout(() => running.abort(), PATIENCE_MILLIS);
        try {
            const response = await fetch(address, {
                signal: running.signal,
                cache: 'no-store',
                credentials: 'same-origin',
                headers: { Accept: this.form.accept, ...(tag === null ? {} : { 'If-None-Match': tag }) },
            });
            const answer = await this.#read(response);
            if (this.#running !== running) {
                return { kind: 'outdated' };
            }
            if (answer.kind === 'fresh') {
                this.#address = address;
                this.#tag = response.headers.get('ETag');
            }
            return answer;
        } catch {
            return this.#running === running
                ? {
                      kind: 'failed',
                      why: 'silent',
                      sentence: 'The board could not be reached. What you see may be out of date.',
                  }
                : { kind: 'outdated' };
        } finally {
            clearTimeout(impatience);
        }
    }

    /** What was read is kept no longer, so the next answer is to be a whole one. */
    forget(): void {
        this.#tag = null;
    }

    /** Stops waiting; the answer under way becomes `outdated`. */
    stop(): void {
        this.#running?.abort();
        this.#running = null;
    }

    async #read(response: Response): Promise<Answer<T>> {
        if (response.status === 304) {
            return { kind: 'same' };
        }
        // A lost session is answered by the sign-in page, with status 200 after a redirect.
        if (response.status === 401 || response.redirected) {
            return {
                kind: 'failed',
                why: 'signed-out',
                sentence: 'You are signed out. Reload the page to sign in again.',
            };
        }
        if (response.status === 403) {
            return {
                kind: 'failed',
                why: 'refused',
                sentence: 'You may not see one of these offices. Ask an administrator.',
            };
        }
        if (!response.ok) {
            const said = (await response.json().catch(() => null)) as { sentence?: string } | null;
            if (said?.sentence) {
                return { kind: 'failed', why: 'refused', sentence: said.sentence };
            }
            return {
                kind: 'failed',
                why: GATEWAYS.includes(response.status) ? 'silent' : 'refused',
                sentence: `The board could not be read (${response.status}). What you see may be out of date.`,
            };
        }
        return { kind: 'fresh', snapshot: await this.form.read(response) };
    }
}
