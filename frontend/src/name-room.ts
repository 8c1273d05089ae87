/** What a card in a cell needs beside its lights, its name and its time: edges, gaps, and a little for rounding. */
const AROUND = 2 + 9 + 8 + 6;
/** Names known at a time. */
const KNOWN = 20_000;

/**
 * Which names fit their cards as a whole. A name that may be cut off costs the browser a layer of its own, which on
 * hundreds of cards is what makes scrolling slow; so only a name that is too long is drawn as one that may be cut off.
 */
export class NameRoom {
    /** Grows when other names fit than before. */
    revision = 0;
    #room = 0;
    #font = '';
    #pen: CanvasRenderingContext2D | null = null;
    readonly #widths = new Map<string, number>();

    /** `width` is that of a card in pixels, 0 where its room is not known; `font` is the one that names are written in. */
    look(width: number, font: string): void {
        const room = width > 0 ? Math.floor(width) - AROUND : 0;
        if (room === this.#room && font === this.#font) {
            return;
        }
        this.revision++;
        this.#room = room;
        if (font !== this.#font) {
            this.#font = font;
            this.#widths.clear();
        }
    }

    /** The font that names are written in has arrived, or another one: every width is a new one. */
    forget(): void {
        this.revision++;
        this.#widths.clear();
    }

    /** Whether there is room for a name and a time beside lights of so many pixels. */
    fits(name: string, time: string, lights: number): boolean {
        return this.#room > 0 && lights + this.#width(name) + this.#width(time) <= this.#room;
    }

    #width(text: string): number {
        let width = this.#widths.get(text);
        if (width === undefined) {
            if (this.#widths.size >= KNOWN) {
                this.#widths.clear();
            }
            this.#pen ??= document.createElement('canvas').getContext('2d');
            if (this.#pen === null) {
                return Infinity;
            }
            this.#pen.font = this.#font;
            width = this.#pen.measureText(text).width;
            this.#widths.set(text, width);
        }
        return width;
    }
}
