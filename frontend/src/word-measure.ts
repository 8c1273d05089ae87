/** How wide words are, without laying anything out. */
export class WordMeasure {
    #context: CanvasRenderingContext2D | null = null;
    readonly #widths = new Map<string, number>();

    /** In the look of a chip on this element. */
    width(words: string, on: Element): number {
        if (this.#context === null) {
            this.#context = document.createElement('canvas').getContext('2d');
            if (this.#context) {
                this.#context.font = `600 12px ${getComputedStyle(on).fontFamily}`;
            }
        }
        const known = this.#widths.get(words);
        const width = known ?? Math.ceil(this.#context?.measureText(words).width ?? 8 * words.length);
        this.#widths.set(words, width);
        return width;
    }
}
