import { clockTime, dayAndMonth, shortWeekday } from './format.js';

/**
 * Why nothing comes through: the network of this machine, a server that does not answer, an ended session, or a page that
 * does not find back to its server although others do.
 */
export type Loss = 'offline' | 'silent' | 'signed-out' | 'stuck';

/** Milliseconds between tries: soon at first, then every quarter of a minute. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000];

/** What the banner says. */
export interface Notice {
    readonly sentence: string;
    readonly progress: string | null;
    readonly button: string;
}

/** Whether the server can be reached, how old the picture is, and when to ask again. Pure: timers belong to `Watch`. */
export class Connection {
    #loss: Loss | null = null;
    #asOf: Date;
    #tries = 0;

    constructor(now: Date) {
        this.#asOf = now;
    }

    get lost(): boolean {
        return this.#loss !== null;
    }

    get loss(): Loss | null {
        return this.#loss;
    }

    /** When the picture was last known to be true. */
    get asOf(): Date {
        return this.#asOf;
    }

    /** Something was heard from the server, so the picture is true now. */
    hear(now: Date): void {
        this.#asOf = now;
    }

    /** Whether only loading the page again helps. */
    get over(): boolean {
        return this.#loss === 'signed-out' || this.#loss === 'stuck';
    }

    /** Answers whether this is news. An ended session stays ended, whatever the network does. */
    lose(why: Loss): boolean {
        const before = this.#loss;
        this.#loss = before === 'signed-out' ? before : why;
        return this.#loss !== before;
    }

    /** Answers whether this is news. */
    find(): boolean {
        const news = this.#loss !== null;
        this.#loss = null;
        this.#tries = 0;
        return news;
    }

    /** Milliseconds until the next try. */
    nextTry(): number {
        return WAITS[Math.min(this.#tries++, WAITS.length - 1)] as number;
    }

    /** @param loaded whether there is a picture, @param drafted whether moves wait in the draft */
    notice(loaded: boolean, drafted: boolean, now: Date): Notice | null {
        if (this.#loss === null) {
            return null;
        }
        const what = this.#loss === 'signed-out' ? 'You are signed out.' : 'No connection.';
        const seen = loaded
            ? `You see the board as of ${moment(this.#asOf, now)}.`
            : 'The board appears when it is back.';
        const draft = drafted ? 'Your draft is kept.' : 'What you move now waits in your draft.';
        const sentence = [what, ...(loaded || drafted ? [seen, draft] : [seen])].join(' ');
        if (this.over) {
            return { sentence, progress: null, button: this.#loss === 'stuck' ? 'Load the page again' : 'Sign in' };
        }
        const tries = this.#tries <= 1 ? '' : `, ${this.#tries} times so far`;
        return {
            sentence,
            progress: this.#loss === 'offline' ? 'Waiting for the network' : `Trying to reconnect${tries}`,
            button: 'Try again',
        };
    }
}

/** `14:02` on the clock of whoever looks, with the day when that was another one. */
function moment(at: Date, now: Date): string {
    const two = (number: number) => String(number).padStart(2, '0');
    const time = clockTime(`${two(at.getHours())}:${two(at.getMinutes())}`);
    const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    return at.toDateString() === now.toDateString() ? time : `${shortWeekday(date)} ${dayAndMonth(date)}, ${time}`;
}
