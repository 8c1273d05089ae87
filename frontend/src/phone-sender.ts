import type { Entry, EntryAnswer, TechnicianDay } from './phone-data.js';
import type { Reach } from './phone-entries.js';
import type { PhoneStore } from './phone-store.js';

/** Milliseconds between tries: soon at first, then every quarter of a minute. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** How often the day is read while somebody looks at it. */
const FRESH_MILLIS = 60_000;
/** A server that has not answered by then is not going to. */
const PATIENCE_MILLIS = 30_000;

/** An answer that is one of ours: a hotel's sign-in page is none. */
type Heard<T> = { kind: 'heard'; body: T } | { kind: 'lost' | 'signed-out' } | { kind: 'refused'; sentence: string };

/**
 * Brings the day to the phone and what was entered to the server: one entry after the other, in their order, each until
 * it is answered.
 */
export class PhoneSender {
    #running = false;
    #again = false;
    #tries = 0;
    #settled = 0;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #stopped = true;

    reach: Reach = 'fine';
    /** Whether something was sent from this page. */
    sent = false;
    /** Why the day may not be seen; what was entered is kept all the same. */
    refusal: string | null = null;

    constructor(
        private readonly store: PhoneStore,
        private readonly dayAddress: string,
        private readonly entriesAddress: string,
        private readonly changed: () => void,
    ) {}

    start(): void {
        this.#stopped = false;
        window.addEventListener('online', this.#soon);
        window.addEventListener('offline', this.#offline);
        document.addEventListener('visibilitychange', this.#seen);
        void this.run();
    }

    stop(): void {
        this.#stopped = true;
        clearTimeout(this.#timer);
        window.removeEventListener('online', this.#soon);
        window.removeEventListener('offline', this.#offline);
        document.removeEventListener('visibilitychange', this.#seen);
    }

    /** Sends what waits, then reads the day. Called while it runs, it runs once more. */
    async run(): Promise<void> {
        if (this.#running) {
            this.#again = true;
            return;
        }
        this.#running = true;
        clearTimeout(this.#timer);
        try {
            do {
                this.#again = false;
                if (await this.#sendAll()) {
                    await this.#read();
                }
            } while (this.#again && this.reach === 'fine');
        } finally {
            this.#running = false;
            if (!this.#stopped) {
                this.#timer = setTimeout(this.#soon, this.#pause());
            }
        }
        this.changed();
    }

    readonly #soon = () => void this.run();

    readonly #seen = () => {
        if (!document.hidden) {
            void this.run();
        }
    };

    readonly #offline = () => {
        this.reach = 'lost';
        this.changed();
    };

    #pause(): number {
        if (this.reach === 'fine') {
            this.#tries = 0;
            return FRESH_MILLIS;
        }
        return WAITS[Math.min(this.#tries++, WAITS.length - 1)] as number;
    }

    /** Whether all of it was answered. */
    async #sendAll(): Promise<boolean> {
        for (let entry = this.store.entries[0]; entry; entry = this.store.entries[0]) {
            const heard = await ask<EntryAnswer>(this.entriesAddress, bodyOf(entry));
            if (heard.kind === 'heard' && heard.body.id === entry.id) {
                this.#settle(entry, heard.body);
            } else if (heard.kind === 'refused') {
                this.#settle(entry, { id: entry.id, status: 'REFUSED', sentence: heard.sentence, caught: null });
            } else {
                this.reach = heard.kind === 'signed-out' ? 'signed-out' : 'lost';
                this.changed();
                return false;
            }
        }
        return true;
    }

    #settle(entry: Entry, answer: EntryAnswer): void {
        this.store.settle(entry, answer);
        this.#settled++;
        if (answer.status === 'STORED') {
            this.sent = true;
            this.stored(entry);
        }
        this.reach = 'fine';
        this.changed();
    }

    async #read(): Promise<void> {
        const settled = this.#settled;
        const heard = await ask<TechnicianDay>(this.dayAddress, null);
        switch (heard.kind) {
            case 'heard':
                this.reach = 'fine';
                this.refusal = null;
                // An answer from before an entry was stored would take it back for a moment.
                if (settled === this.#settled) {
                    this.store.keepDay(heard.body);
                    this.fresh(heard.body);
                }
                break;
            case 'refused':
                this.reach = 'fine';
                this.refusal = heard.sentence;
                this.store.keepDay(null);
                break;
            default:
                this.reach = heard.kind;
        }
        this.changed();
    }

    /** Told each entry that the server has, before the day is read again: the network may go between the two. */
    stored: (entry: Entry) => void = () => {};

    /** Told each day that was read. */
    fresh: (day: TechnicianDay) => void = () => {};
}

function bodyOf({ at, name: _, ...entry }: Entry): object {
    return { ...entry, agoMillis: Math.max(0, Date.now() - at) };
}

async function ask<T>(address: string, body: object | null): Promise<Heard<T>> {
    const patience = new AbortController();
    const impatience = setTimeout(() => patience.abort(), PATIENCE_MILLIS);
    try {
        const response = await fetch(address, {
            signal: patience.signal,
            cache: 'no-store',
            credentials: 'same-origin',
            headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
            ...(body && { method: 'POST', body: JSON.stringify(body) }),
        });
        if (response.status === 401 || response.redirected) {
            return { kind: 'signed-out' };
        }
        const said = (await response.json().catch(() => null)) as (T & { sentence?: string }) | null;
        if (said === null || response.status >= 500) {
            return { kind: 'lost' };
        }
        return response.ok
            ? { kind: 'heard', body: said }
            : { kind: 'refused', sentence: said.sentence ?? 'This was not taken. Call the desk.' };
    } catch {
        return { kind: 'lost' };
    } finally {
        clearTimeout(impatience);
    }
}
