import type { Metrics } from './rows.js';

/** A place across a row: a column from 1, and the minute of the day where minutes lie across. */
export interface Spot {
    readonly column: number;
    readonly minute?: number;
}

/** What lies across the rows, days side by side or the minutes of one. In pixels from the left edge of the board, heads included. */
export interface Across {
    /** How many columns the keyboard finds beside a row's head. */
    readonly count: number;
    /** Below this the board scrolls sideways. */
    readonly leastWidth: number;
    /** Width of one column. */
    readonly width: number;
    /** What lies at a distance; null on the row's head or beyond the last column. */
    at(x: number): Spot | null;
    /** From where to where a place reaches. */
    extent(spot: Spot): readonly [number, number];
}

/** A day needs this much to show a name and a time; below it the board scrolls sideways. */
export const LEAST_COLUMN = 112;
/** Two lights and the first letters of a name. */
export const LEAST_COLUMN_OF_MONTH = 40;

/** Days side by side. */
export class Columns implements Across {
    readonly leastWidth: number;
    readonly width: number;
    readonly #side: number;

    /** `width` is the room for the row's head and all columns. */
    constructor(
        width: number,
        readonly count: number,
        metrics: Metrics,
        leastColumn = LEAST_COLUMN,
    ) {
        const least = metrics.head > 0 ? 0 : leastColumn;
        this.#side = metrics.side;
        this.leastWidth = metrics.side + count * least;
        this.width = Math.max(least, (width - metrics.side) / Math.max(1, count));
    }

    at(x: number): Spot | null {
        const column = Math.floor((x - this.#side) / this.width);
        return x < this.#side || column >= this.count ? null : { column: column + 1 };
    }

    extent({ column }: Spot): readonly [number, number] {
        const from = this.#side + (column - 1) * this.width;
        return [from, from + this.width];
    }
}
