import type { RowsBy } from './board-model.js';
import type { Drafted } from './draft.js';

/**
 * Board, map and customer talk by events on `window`: `dorothy-hover` and `dorothy-select`, each with the visit or null.
 * This carries them to the windows that belong to the same board, and says there what the board shows.
 */

export type WindowKind = 'map' | 'person';

/** What a board looks at, for a map in another window of the same browser. */
export interface Sight {
    readonly offices: string;
    readonly from: string;
    readonly days: number;
    /** The one day it shows; null where it shows days side by side. */
    readonly day: string | null;
    readonly by: RowsBy;
    /** What its person has moved and not saved. It goes to their own windows and nowhere else. */
    readonly draft: readonly Drafted[];
}

type Message =
    | { type: 'dorothy-hover' | 'dorothy-select'; visit: string | null }
    | { type: 'dorothy-sight'; sight: Sight }
    /** The board is closed, or is loading again. */
    | { type: 'dorothy-board-gone' }
    /** A window is there, or asks who is. */
    | { type: 'dorothy-here' | 'dorothy-gone'; window: WindowKind }
    | { type: 'dorothy-who' };

type Envelope = Message & { board: string };

const TALK = ['dorothy-hover', 'dorothy-select'] as const;
export const CHANNEL = 'dorothy-board';

export interface Listener {
    sight?(sight: Sight): void;
    boardGone?(): void;
    here?(window: WindowKind): void;
    gone?(window: WindowKind): void;
    who?(): void;
}

/** One for each window; it carries until it is closed. */
export class WindowLink {
    readonly #channel = new BroadcastChannel(CHANNEL);
    /** Events that came from another window, so that they are not sent back. */
    readonly #carried = new WeakSet<Event>();

    /** @param board the number of the board this window belongs to; two boards in two tabs do not follow each other */
    constructor(
        readonly board: string,
        private readonly listener: Listener,
    ) {
        TALK.forEach((type) => window.addEventListener(type, this.#said));
        this.#channel.addEventListener('message', this.#heard);
    }

    close(): void {
        TALK.forEach((type) => window.removeEventListener(type, this.#said));
        this.#channel.close();
    }

    send(message: Message): void {
        this.#channel.postMessage({ ...message, board: this.board } satisfies Envelope);
    }

    readonly #said = (event: Event) => {
        if (!this.#carried.has(event)) {
            this.send({ type: event.type as (typeof TALK)[number], visit: visitOf(event) });
        }
    };

    readonly #heard = ({ data }: MessageEvent<Envelope>) => {
        if (data?.board !== this.board) {
            return;
        }
        switch (data.type) {
            case 'dorothy-hover':
            case 'dorothy-select': {
                const event = talk(data.type, data.visit);
                this.#carried.add(event);
                window.dispatchEvent(event);
                break;
            }
            case 'dorothy-sight':
                this.listener.sight?.(data.sight);
                break;
            case 'dorothy-board-gone':
                this.listener.boardGone?.();
                break;
            case 'dorothy-here':
                this.listener.here?.(data.window);
                break;
            case 'dorothy-gone':
                this.listener.gone?.(data.window);
                break;
            case 'dorothy-who':
                this.listener.who?.();
        }
    };
}

export function talk(type: (typeof TALK)[number], visit: string | null): CustomEvent {
    return new CustomEvent(type, { detail: { visit } });
}

/** The visit an event on `window` is about; null is nobody. */
export function visitOf(event: Event): string | null {
    const { visit } = ((event as CustomEvent).detail ?? {}) as { visit?: unknown };
    return typeof visit === 'string' ? visit : null;
}
