/** Where a spacing puts a run's visits side by side: how many stand in a line, and how many lines that makes. */

/** A card shows two lights and the beginning of a name in this width. */
const LEAST_TILE = 33;
const MOST = 5;
/** A row is as high as two lines anyway. */
const LINES = 2;

/** How many cards may stand side by side in a cell of this inner width. */
export function tilesAcross(width: number): number {
    return Math.max(1, Math.min(MOST, Math.floor(width / LEAST_TILE)));
}

/** Side by side in a cell with so many: few have more room each. */
export function tileColumns(count: number, across: number): number {
    return Math.max(1, Math.min(across, Math.ceil(count / LINES)));
}

export function tileLines(count: number, across: number): number {
    return Math.ceil(count / tileColumns(count, across));
}
