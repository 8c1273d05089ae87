import type { BoardDay, BoardDelta, Shift } from './board-data.js';
import type { BoardModel } from './board-model.js';
import { BoardFeed } from './feed.js';

/** Changes that come close together are asked about once. */
const COALESCE_MILLIS = 150;

/** What is known of one day's hours. Never changed in place: news is a new object. */
export class DayPlan {
    readonly #shifts = new Map<string, Shift>();
    readonly #drives = new Map<string, number>();

    constructor(
        readonly date: string,
        readonly offices: ReadonlyMap<string, BoardDay['offices'][number]> = new Map(),
    ) {
        for (const { shifts, drives } of offices.values()) {
            shifts.forEach((shift) => this.#shifts.set(shift.technician, shift));
            drives.forEach(([from, to, minutes]) => this.#drives.set(`${from}|${to}`, minutes));
        }
    }

    /** With what was heard of some of the offices. */
    with({ date, offices }: BoardDay): DayPlan {
        const news = offices.map((office) => [office.code, office] as const);
        return new DayPlan(date, new Map([...(date === this.date ? this.offices : []), ...news]));
    }

    /** With nothing known of some of the offices. */
    without(offices: readonly string[]): DayPlan {
        return new DayPlan(this.date, new Map([...this.offices].filter(([code]) => !offices.includes(code))));
    }

    shift(technician: string | null): Shift | undefined {
        return technician === null ? undefined : this.#shifts.get(technician);
    }

    shifts(): IterableIterator<Shift> {
        return this.#shifts.values();
    }

    /** Minutes from one stop to the next; undefined when the server has not said. */
    drive(from: string, to: string): number | undefined {
        return this.#drives.get(`${from}|${to}`);
    }
}

/** Keeps the plan of the shown day: asks when another day or other offices are shown, and again for offices that changed. */
export class DayFeed {
    plan = new DayPlan('');
    /** Why hours and drives are missing. */
    trouble: string | null = null;
    readonly #feed = new BoardFeed<BoardDay>();
    #url = '';
    #offices = '';
    #stale = new Set<string>();
    #asking = false;
    #timer: ReturnType<typeof setTimeout> | undefined;

    /** `changed` is called when there is another plan. */
    constructor(private readonly changed: () => void) {}

    /** Shows a day of these offices; costs nothing when it is the one already shown. */
    show(url: string, offices: readonly string[], date: string): void {
        const shown = offices.join();
        if (url === this.#url && shown === this.#offices && date === this.plan.date) {
            return;
        }
        this.stop();
        this.#url = url;
        this.#offices = shown;
        this.plan = new DayPlan(date);
        this.#stale = new Set(offices);
        void this.#ask();
    }

    /** The day of these offices is to be read again, soon and together with what else changes meanwhile. */
    renew(offices: Iterable<string>): void {
        const shown = this.#offices.split(',');
        for (const office of offices) {
            if (shown.includes(office)) {
                this.#stale.add(office);
            }
        }
        this.#later();
    }

    /** Asks again for everything. */
    renewAll(): void {
        this.renew(this.#offices.split(','));
    }

    /** Shows no day any more. */
    stop(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#feed.stop();
        this.#feed.forget();
        this.trouble = null;
        this.#asking = false;
        this.#stale.clear();
        this.#offices = '';
    }

    #later(): void {
        if (this.#stale.size > 0 && this.#timer === undefined && !this.#asking) {
            this.#timer = setTimeout(() => {
                this.#timer = undefined;
                void this.#ask();
            }, COALESCE_MILLIS);
        }
    }

    async #ask(): Promise<void> {
        const asked = [...this.#stale];
        this.#stale.clear();
        this.#asking = true;
        const question = new URLSearchParams({ offices: asked.join(), date: this.plan.date });
        const answer = await this.#feed.ask(`${this.#url}/day?${question}`);
        if (answer.kind === 'outdated') {
            return; // another day is shown
        }
        this.#asking = false;
        if (answer.kind === 'fresh') {
            this.plan = this.plan.with(answer.snapshot);
            this.trouble = null;
            this.changed();
        } else if (answer.kind === 'failed') {
            // Drives between stops that have moved meanwhile would be believed.
            this.plan = this.plan.without(asked);
            this.trouble = 'The hours and drives of this day could not be read. The visits are up to date.';
            this.#feed.forget();
            this.changed();
        }
        this.#later();
    }
}

/**
 * The offices whose day a change may touch: its own, and the homes of the technicians who drive a visit before or after
 * it, because what follows in their day may be a visit of their own office. Asked before the change is applied.
 */
export function officesTouched(model: BoardModel, { office, cards, gone }: BoardDelta): Set<string> {
    const technicians = [
        ...cards.flatMap((card) => [card[6], model.truth(card[0])?.technician]),
        ...gone.map((code) => model.truth(code)?.technician),
    ];
    const homes = technicians.map((technician) => model.technician(technician ?? null)?.office ?? office);
    return new Set([office, ...homes]);
}
