import type { BoardDelta } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import { officesTouched } from './day-plan.js';
import { BoardFeed } from './feed.js';
import { inLines } from './snapshot-lines.js';
import type { Notice } from './connection.js';
import { localNow } from './format.js';
import { Watch, page, type Surroundings } from './watch.js';

const FRESH_MILLIS = 3_000;
const TICK_MILLIS = 15_000;

/** A change that was taken over. */
export interface News {
    readonly delta: BoardDelta;
    /** Its visits as they stood until now. */
    readonly before: readonly (Visit | undefined)[];
    /** The visits that are another version now, or gone. */
    readonly changed: readonly string[];
    /** The offices whose day it may touch. */
    readonly touched: ReadonlySet<string>;
}

/** The board around its picture. */
export interface LiveHost {
    /** Where the picture is asked for; null while there is nothing to ask. */
    address(): string | null;
    /** The news of such a visit are this person's own. */
    isSaving(visit: string): boolean;
    heard(news: News): void;
    /** So many rows are in view that their visits alone make the first picture. */
    rowsInView(): number;
    /** Draws the visits that are there; resolves when they are painted. */
    painted(): Promise<void>;
    /** The whole picture was read again. */
    renewed(): void;
    /** The first picture of what was asked for is there. */
    arrived(): void;
    /** Whether moves wait in the draft. */
    drafted(): boolean;
    /** The connection is back and the picture is the newest; `seen` when the loss was shown. */
    found(seen: boolean): void;
    /** Draws again. */
    draw(): void;
    /** Draws again and counts again. */
    changed(): void;
    say(sentence: string): void;
    fire(type: string, detail: object): void;
}

/** Keeps the picture true: the snapshot, the changes that follow it, the clock, and what is done when nothing comes. */
export class Live {
    /** Whether a picture of what was asked for is there. */
    loaded = false;
    /** Whether one is on its way. */
    loading = false;
    trouble: string | null = null;
    now: Date;
    /** The visits that somebody else has changed a moment ago. */
    fresh: ReadonlySet<string> = new Set();

    readonly #feed = new BoardFeed(inLines);
    readonly #watch: Watch;
    /** Changes that arrived while a snapshot was under way. */
    #early: BoardDelta[] = [];
    /** How often the picture was asked for. */
    #asked = 0;
    #tickTimer: ReturnType<typeof setInterval> | undefined;
    #freshTimer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly model: BoardModel,
        private readonly host: LiveHost,
        private readonly around: Surroundings = page(),
    ) {
        this.now = around.now();
        this.#watch = new Watch(
            {
                ask: () => void this.refetch(),
                shown: () => this.host.draw(),
                lost: () => this.host.say(this.notice?.sentence ?? ''),
                found: (seen) => this.host.found(seen),
            },
            around,
        );
    }

    /** Nothing that is sent would arrive. */
    get offline(): boolean {
        return this.#watch.lost;
    }

    /** What to say about the connection; null while it stands, or is away for a moment only. */
    get notice(): Notice | null {
        const { visible, connection } = this.#watch;
        return visible ? connection.notice(this.loaded, this.host.drafted(), this.now) : null;
    }

    /** Asks again, or loads the page again when only that helps. What is drafted is kept either way. */
    retry(): void {
        if (this.#watch.connection.over) {
            location.reload();
        } else {
            void this.refetch();
        }
    }

    connect(): void {
        this.#tickTimer = setInterval(() => this.tick(this.around.now()), TICK_MILLIS);
        this.#watch.connect();
    }

    disconnect(): void {
        this.#asked++;
        this.#feed.stop();
        this.loading = false;
        this.#watch.disconnect();
        clearInterval(this.#tickTimer);
        clearTimeout(this.#freshTimer);
    }

    /** Something else is to be shown: what is there does not count any more. */
    restart(): void {
        this.loaded = false;
        this.#early = [];
        void this.refetch();
    }

    /** Takes a change over. A change that does not follow the last one fetches the picture again. */
    patch(delta: BoardDelta): void {
        this.#watch.pushed();
        this.#take(delta);
    }

    #take(delta: BoardDelta): void {
        if (this.loading) {
            this.#early.push(delta);
            return;
        }
        const before = delta.cards.map(([code]) => this.model.truth(code));
        const touched = officesTouched(this.model, delta);
        const applied = this.model.apply(delta);
        if (applied.result === 'ignored') {
            return;
        }
        if (applied.result === 'gap') {
            this.host.fire('board-gap', { office: delta.office });
            void this.refetch();
            return;
        }
        const others = applied.changed.filter((code) => !this.host.isSaving(code));
        if (others.length > 0) {
            this.#markFresh(others);
        }
        this.host.heard({ delta, before, touched, changed: applied.changed });
        this.host.changed();
    }

    /** Fetches the picture again; an unchanged one costs one small answer. */
    async refetch(): Promise<void> {
        const address = this.host.address();
        if (address === null) {
            return;
        }
        this.loading = true;
        const asked = ++this.#asked;
        const answer = await this.#feed.ask(address);
        if (answer.kind === 'outdated') {
            return; // the newer question ends the loading
        }
        const first = answer.kind !== 'failed' && !this.loaded;
        if (answer.kind === 'fresh') {
            this.model.load(answer.snapshot, first ? this.host.rowsInView() : Infinity);
            if (!this.model.whole) {
                this.loaded = true;
                await this.host.painted();
                this.model.readOn();
                if (asked !== this.#asked) {
                    return; // as above
                }
            }
        }
        this.loading = false;
        const before = this.trouble;
        this.trouble = answer.kind === 'failed' && answer.why === 'refused' ? answer.sentence : null;
        if (answer.kind === 'failed' && answer.why !== 'refused') {
            this.#watch.failed(answer.why);
        } else if (answer.kind === 'failed') {
            this.host.say(answer.sentence);
        } else if (answer.kind === 'fresh') {
            this.host.renewed();
        }
        this.loaded ||= first;
        if (answer.kind === 'fresh' || first || this.trouble !== before) {
            this.host.changed();
        } else {
            this.host.draw();
        }
        this.#early.splice(0).forEach((delta) => this.#take(delta));
        if (answer.kind !== 'failed' || answer.why === 'refused') {
            this.#watch.answered();
        }
        if (first) {
            this.host.arrived();
        }
    }

    /** Time has gone on. */
    tick(now: Date): void {
        const before = this.now;
        this.now = now;
        this.host.draw();
        this.#watch.tick(now);
        if (this.model.offices.some(({ zone }) => localNow(zone, now).date !== localNow(zone, before).date)) {
            void this.refetch(); // midnight: another day is today
        }
    }

    /** Lets visits glow for a moment that somebody else has changed. */
    #markFresh(codes: readonly string[]): void {
        const before = this.fresh;
        this.fresh = new Set(codes);
        [...before, ...codes].forEach((code) => this.model.repaint(code));
        clearTimeout(this.#freshTimer);
        if (codes.length > 0) {
            this.#freshTimer = setTimeout(() => this.#markFresh([]), FRESH_MILLIS);
        }
        this.host.draw();
    }
}
