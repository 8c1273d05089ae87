import type { BoardStops } from './board-data.js';
import { BoardFeed } from './feed.js';

type Details = BoardStops['stops'][number];

/** What the list of a technician's day says beyond the cards: street and words. Asked for when such a list is shown. */
export class StopsFeed {
    readonly #feed = new BoardFeed<BoardStops>();
    #question = '';
    #details: ReadonlyMap<string, Details> = new Map();

    /** @param arrived called when there is more to show */
    constructor(private readonly arrived: () => void) {}

    of(visit: string): Details | undefined {
        return this.#details.get(visit);
    }

    /** Costs nothing while the same stops are shown. */
    show(url: string, offices: readonly string[], date: string, technician: string, visits: readonly string[]): void {
        const question = JSON.stringify([url, offices, date, technician, visits]);
        if (question !== this.#question && visits.length > 0) {
            this.#question = question;
            void this.#ask(`${url}/stops?${new URLSearchParams({ offices: offices.join(), date, technician })}`);
        }
    }

    stop(): void {
        this.#feed.stop();
        this.#question = '';
    }

    /** Without an answer the list goes on with what the cards have. */
    async #ask(address: string): Promise<void> {
        const answer = await this.#feed.ask(address);
        if (answer.kind === 'fresh') {
            this.#details = new Map(answer.snapshot.stops.map((stop) => [stop.visit, stop]));
            this.arrived();
        }
    }
}
