import { Connection, type Loss } from './connection.js';

/** A loss this short is not worth a banner: a server that changes its push connection is silent for a moment. */
const GRACE_MILLIS = 1_500;
/** A step of the clock that no tick explains: the machine slept. */
const SLEPT_MILLIS = 120_000;
/** So long nothing may be heard before the server is asked whether it is still there. */
const QUIET_MILLIS = 60_000;

/** Answers that may come before Vaadin is back; more mean that it has given up. */
const MOST_ANSWERS_ALONE = 5;

/** Vaadin's own view of the connection, which every one of its screens has at `window.Vaadin`. */
export interface VaadinConnection {
    readonly online: boolean;
    addStateChangeListener(listener: () => void): void;
    removeStateChangeListener(listener: () => void): void;
}

/** The page around, replaced in tests. */
export interface Surroundings {
    readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
    readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
    readonly network: { readonly onLine: boolean };
    vaadin(): VaadinConnection | undefined;
    now(): Date;
}

export const page: () => Surroundings = () => ({
    window,
    document,
    network: navigator,
    vaadin: () => (window as { Vaadin?: { connectionState?: VaadinConnection } }).Vaadin?.connectionState,
    now: () => new Date(),
});

export interface WatchHost {
    /** Asks the server for the picture, and tells the watch what became of it. */
    ask(): void;
    /** The banner comes, goes or says something else. */
    shown(): void;
    lost(): void;
    /** Everything comes through again and the picture is the newest; `seen` when the loss was shown. */
    found(seen: boolean): void;
}

/** Notices when the server cannot be reached, asks again until it can, and knows whether to say so. */
export class Watch {
    readonly connection: Connection;
    /** Whether the loss has lasted long enough to be shown. */
    visible = false;
    #ticked: Date;
    #answersAlone = 0;
    #graceTimer: ReturnType<typeof setTimeout> | undefined;
    #tryTimer: ReturnType<typeof setTimeout> | undefined;
    #vaadin: VaadinConnection | undefined;

    constructor(
        private readonly host: WatchHost,
        private readonly around: Surroundings,
    ) {
        this.#ticked = around.now();
        this.connection = new Connection(this.#ticked);
    }

    get lost(): boolean {
        return this.connection.lost;
    }

    connect(): void {
        this.#ticked = this.around.now();
        this.around.window.addEventListener('offline', this.#onOffline);
        this.around.window.addEventListener('online', this.#onOnline);
        this.around.document.addEventListener('visibilitychange', this.#onVisible);
        this.#vaadin = this.around.vaadin();
        this.#vaadin?.addStateChangeListener(this.#onVaadin);
        if (!this.around.network.onLine) {
            this.#onOffline();
        }
    }

    disconnect(): void {
        this.around.window.removeEventListener('offline', this.#onOffline);
        this.around.window.removeEventListener('online', this.#onOnline);
        this.around.document.removeEventListener('visibilitychange', this.#onVisible);
        this.#vaadin?.removeStateChangeListener(this.#onVaadin);
        this.#vaadin = undefined;
        clearTimeout(this.#graceTimer);
        clearTimeout(this.#tryTimer);
        this.connection.find();
        this.visible = false;
    }

    /** A change was pushed: the picture is true, and whoever thought the server away asks again. */
    pushed(): void {
        this.connection.hear(this.around.now());
        if (this.lost) {
            this.host.ask();
        }
    }

    /** The server has answered with the newest picture. Vaadin may still be on its way back: without it no move arrives. */
    answered(): void {
        this.connection.hear(this.around.now());
        if (this.#vaadin?.online === false) {
            if (++this.#answersAlone > MOST_ANSWERS_ALONE) {
                this.connection.lose('stuck');
            }
            this.#again();
            return;
        }
        this.#answersAlone = 0;
        clearTimeout(this.#graceTimer);
        clearTimeout(this.#tryTimer);
        const seen = this.visible;
        this.visible = false;
        if (this.connection.find()) {
            this.host.found(seen);
        }
    }

    /** The server did not answer, or only that nobody is signed in. */
    failed(why: 'silent' | 'signed-out'): void {
        this.#lose(why === 'silent' && !this.around.network.onLine ? 'offline' : why);
        this.#again();
    }

    /** Time has gone on. A machine that slept has missed things; a server that was quiet for long may be gone. */
    tick(now: Date): void {
        const step = now.getTime() - this.#ticked.getTime();
        this.#ticked = now;
        if (step > SLEPT_MILLIS) {
            this.#lose('silent');
            this.host.ask();
        } else if (!this.lost && now.getTime() - this.connection.asOf.getTime() >= QUIET_MILLIS) {
            this.host.ask();
        }
    }

    #lose(why: Loss): void {
        const first = !this.lost;
        if (this.connection.lose(why)) {
            if (first) {
                this.#graceTimer = setTimeout(() => this.#show(), GRACE_MILLIS);
            } else if (this.visible) {
                this.host.shown();
            }
        }
    }

    #show(): void {
        if (!this.visible) {
            this.visible = true;
            this.host.lost();
            this.host.shown();
        }
    }

    #again(): void {
        clearTimeout(this.#tryTimer);
        if (!this.connection.over) {
            this.#tryTimer = setTimeout(() => this.host.ask(), this.connection.nextTry());
        }
        if (this.visible) {
            this.host.shown();
        }
    }

    readonly #onOffline = () => {
        this.#lose('offline');
        clearTimeout(this.#graceTimer);
        this.#show();
        this.#again(); // some browsers forget to say that the network is back
    };

    readonly #onOnline = () => {
        this.#lose('silent');
        this.host.ask();
    };

    readonly #onVaadin = () => {
        if (this.#vaadin?.online === false) {
            this.failed('silent');
        } else if (this.lost) {
            this.host.ask();
        }
    };

    /** A browser lets a page in the background sleep. */
    readonly #onVisible = () => {
        if (this.around.document.visibilityState === 'visible') {
            this.host.ask();
        }
    };
}
