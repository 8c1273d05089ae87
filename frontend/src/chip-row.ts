import { html, nothing, type TemplateResult } from 'lit';
import type { BoardSummary } from './board-data.js';
import { EXCEPTIONS, type Exception } from './exceptions.js';

/** The chips in one line: where room is short their words are, and what still does not fit is behind "+3". */

export interface Chip {
    readonly code: Exception | 'waiting';
    readonly look: string;
    readonly words: string;
    readonly brief: string;
    /** Whether it is the one that is stepped through. */
    readonly chosen: boolean;
}

export interface ChipRow {
    readonly shown: readonly Chip[];
    /** Behind the last button. */
    readonly more: readonly Chip[];
    readonly brief: boolean;
}

const GAP = 5;
/** Of a chip around its words. */
const AROUND = 20;
const MORE = '+9';

export function chipsOf(summary: BoardSummary | null, chosen: string | null): Chip[] {
    if (summary === null) {
        return [];
    }
    const chips: Chip[] = EXCEPTIONS.filter(({ code }) => summary.counts[code] > 0 || code === chosen).map(
        ({ code, one, many, brief, look }) => {
            const number = summary.counts[code];
            const words = `${number} ${number === 1 ? one : many}`;
            return {
                code,
                look,
                words,
                brief: brief ? `${number} ${number === 1 ? brief[0] : brief[1]}` : words,
                chosen: code === chosen,
            };
        },
    );
    if (summary.waiting > 0) {
        const words = `${summary.waiting} waiting for an answer`;
        chips.push({ code: 'waiting', look: 'still', words, brief: `${summary.waiting} waiting`, chosen: false });
    }
    return chips;
}

/** `room` null puts all of them in, over as many lines as they need; `width` measures words in pixels. */
export function chipRow(chips: readonly Chip[], room: number | null, width: (words: string) => number): ChipRow {
    const needed = (words: readonly string[]) => words.reduce((sum, text) => sum + width(text) + AROUND + GAP, 0) - GAP;
    if (room === null || needed(chips.map(({ words }) => words)) <= room) {
        return { shown: chips, more: [], brief: false };
    }
    if (needed(chips.map(({ brief }) => brief)) <= room) {
        return { shown: chips, more: [], brief: true };
    }
    // What is stepped through stays in view.
    const first = chips.filter(({ chosen }) => chosen);
    const others = chips.filter(({ chosen }) => !chosen);
    const fitting = (count: number) => [...first, ...others.slice(0, count)];
    let count = others.length;
    while (count > 0 && needed([...fitting(count).map(({ brief }) => brief), MORE]) > room) {
        count--;
    }
    const shown = chips.filter((chip) => fitting(count).includes(chip));
    return { shown, more: chips.filter((chip) => !shown.includes(chip)), brief: true };
}

export function chipsView(
    { shown, more, brief }: ChipRow,
    visits: number | null,
    choose: (exception: Exception) => void,
    place: (event: ToggleEvent) => void,
): TemplateResult | typeof nothing {
    return visits === null
        ? nothing
        : html`<div class="chips" role="group" aria-label="What needs an eye">
              ${shown.map((chip) => chipView(chip, brief, choose))}
              ${
                  more.length > 0
                      ? html`<button
                                type="button"
                                class="chip"
                                popovertarget="more-chips"
                                aria-label=${`+${more.length} more: ${more.map(({ words }) => words).join(', ')}`}
                                title=${more.map(({ words }) => words).join('\n')}
                            >
                                +${more.length}
                            </button>
                            <div
                                id="more-chips"
                                @toggle=${place}
                                class="chips"
                                popover
                                role="dialog"
                                aria-label="More that needs an eye"
                            >
                                ${more.map((chip) => chipView(chip, false, choose))}
                            </div>`
                      : nothing
              }
              ${shown.length + more.length === 0 && visits > 0 ? html`<span class="chip ok">Nothing needs an eye</span>` : nothing}
          </div>`;
}

function chipView({ code, look, words, brief, chosen }: Chip, short: boolean, choose: (exception: Exception) => void) {
    const said = short && brief !== words;
    if (code === 'waiting') {
        return html`<span class="chip" title=${said ? words : nothing}>${short ? brief : words}</span>`;
    }
    return html`<button
        type="button"
        class="chip ${look}"
        data-exception=${code}
        aria-pressed=${chosen}
        aria-label=${said ? words : nothing}
        title=${said ? words : nothing}
        @click=${() => choose(code)}
    >
        ${short ? brief : words}
    </button>`;
}
