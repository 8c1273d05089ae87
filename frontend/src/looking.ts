import type { Colour } from './bar-state.js';
import type { BoardModel, Visit } from './board-model.js';
import { NO_LEGEND, legendOf, sameLegend, type Legend } from './colours.js';
import { Spotlight, type SpotlightQuestion } from './spotlight.js';
import { WordsFeed } from './words-feed.js';

/** What the bar asks of the board. */
export interface Looked extends SpotlightQuestion {
    readonly colour: Colour;
    readonly loaded: boolean;
    /** Where the words are asked for. */
    readonly wordsAddress: string;
}

/** What the board draws of it. */
export interface Looks {
    /** The visits looked for; the others are dimmed. Null when nothing is looked for. */
    readonly matches: ReadonlySet<string> | null;
    /** The one of them that was stepped to. */
    readonly spot: string | null;
    readonly colour: Colour;
    readonly legend: Legend;
}

/** Which visits are bright and what their colours mean, kept up while the question and the data change. */
export class Looking {
    legend: Legend = NO_LEGEND;

    readonly #spotlight: Spotlight;
    readonly #words: WordsFeed;
    #colour: Colour = 'light';
    #revision = -1;
    #loaded = false;
    #question = '';

    /** @param arrived called when there is more to look through */
    constructor(
        private readonly model: BoardModel,
        arrived: () => void,
    ) {
        this.#spotlight = new Spotlight(model);
        this.#words = new WordsFeed(arrived);
    }

    get looks(): Looks {
        const { matches, at } = this.#spotlight;
        return { matches, spot: at, colour: this.#colour, legend: this.legend };
    }

    /** How many visits are looked for; null when nothing is. */
    get found(): number | null {
        return this.#spotlight.matches?.size ?? null;
    }

    /** Looks again where something moved; says what was found when that has changed, else null. */
    look(looked: Looked): string | null {
        const { find, filter, exception, loaded } = looked;
        if (loaded && find.trim() !== '') {
            void this.#words.ask(looked.wordsAddress, !this.#loaded);
        }
        const question = JSON.stringify([find, filter, exception]);
        const asked = question !== this.#question;
        if (asked) {
            this.#question = question;
            this.#spotlight.at = null;
        }
        this.#loaded = loaded;
        this.#colourBy(looked.colour);
        const changed = this.#spotlight.look(looked, this.#words.index);
        return loaded && (changed || asked) ? this.#spotlight.found : null;
    }

    /** The next visit that is looked for or the one before, and what to say about it. */
    step(direction: 1 | -1): { visit: Visit | undefined; sentence: string } {
        const visit = this.#spotlight.step(direction);
        if (visit) {
            return { visit, sentence: this.#spotlight.sentence(visit) };
        }
        const sentence = this.#spotlight.matches === null ? 'Choose what to look for first.' : 'Nothing was found.';
        return { visit, sentence };
    }

    #colourBy(colour: Colour): void {
        if (colour === this.#colour && this.#revision === this.model.lastRevision) {
            return;
        }
        this.#colour = colour;
        this.#revision = this.model.lastRevision;
        const legend = legendOf(colour, this.model);
        if (!sameLegend(legend, this.legend)) {
            this.legend = legend;
        }
    }
}
