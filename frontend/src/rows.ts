import type { BoardModel, Workday } from './board-model.js';
import { officeRow } from './board-model.js';
import { subjectsOf, workdayOf, type RowSubject } from './row-kinds.js';
import { tileLines } from './tiles.js';

/** Row heights and which rows are in view. All in CSS pixels, nothing of it touches the DOM. */

/** `overview` puts the visits of a run side by side, so that twenty rows stand on one screen. */
export type Density = 'comfortable' | 'dense' | 'overview';

export interface Row extends RowSubject {
    readonly top: number;
    readonly height: number;
    /** Of the model's row; the same revision has the same height. */
    readonly revision: number;
}

export interface RowTable {
    readonly rows: readonly Row[];
    readonly index: ReadonlyMap<string, number>;
    readonly height: number;
}

/** The sizes the style sheet draws with; both sides must agree, so the element hands these to it as custom properties. */
export interface Metrics {
    /** The line with the days. */
    readonly header: number;
    /** The column with the routes; 0 on a narrow screen. */
    readonly side: number;
    readonly office: number;
    /** An office whose rows are folded away, with what is inside. */
    readonly folded: number;
    readonly card: number;
    /** A card in the tray. */
    readonly slot: number;
    readonly gap: number;
    readonly pad: number;
    readonly bar: number;
    readonly line: number;
    readonly least: number;
    /** Height of the route's name above its only day, on a narrow screen; 0 where it stands beside the days. */
    readonly head: number;
    /** Height of a block in the day's hours. */
    readonly lane: number;
    /** Height of the strip under the blocks with the drives between them. */
    readonly road: number;
}

const NARROW = {
    header: 48,
    side: 0,
    office: 48,
    folded: 62,
    card: 44,
    slot: 44,
    gap: 4,
    pad: 6,
    bar: 5,
    line: 22,
    least: 84,
    head: 46,
    lane: 44,
    road: 12,
};
const WIDE = { side: 150, head: 0, road: 13 };
const COMFORTABLE = { header: 31, office: 28, folded: 44, card: 22, slot: 22, gap: 2, pad: 3, bar: 5, line: 18 };
const DENSE = { header: 27, office: 24, folded: 40, card: 18, slot: 18, gap: 1, pad: 2, bar: 4, line: 15 };
/** Two lines of tiles: twenty routes stand on a screen of 1440 × 900 with everything around them. */
const OVERVIEW = { header: 25, office: 20, folded: 38, card: 13, slot: 18, gap: 1, pad: 1, bar: 2, line: 14 };

export function metricsOf(density: Density, narrow: boolean): Metrics {
    if (narrow) {
        return NARROW;
    }
    switch (density) {
        case 'comfortable':
            return { ...WIDE, ...COMFORTABLE, least: 52, lane: 34 };
        case 'dense':
            return { ...WIDE, ...DENSE, least: 32, lane: 20 };
        case 'overview':
            return { ...WIDE, ...OVERVIEW, least: 32, lane: 20 };
    }
}

/** A cell says who drives when it is not the row's technician, and why there is nobody when the technician is away. */
export function needsLine(day: Workday | undefined, row: RowSubject): boolean {
    return day !== undefined && (day.away !== null || (day.technician !== null && day.technician !== usual(row)));
}

function usual({ technician }: RowSubject): string | undefined {
    return technician?.code;
}

/** Height of a row with visits. */
export type Measure = (row: RowSubject) => number;

/** `known` is an earlier table of the same measure; what has not changed since is not measured again. Not every row need be shown. */
export function layOut(
    model: BoardModel,
    collapsed: ReadonlySet<string>,
    metrics: Metrics,
    measure: Measure,
    known?: RowTable,
    isShown: (row: RowSubject) => boolean = () => true,
): RowTable {
    const rows: Row[] = [];
    const index = new Map<string, number>();
    let top = 0;
    const add = (subject: RowSubject, measured: () => number) => {
        const revision = model.revision(subject.key);
        const before = known?.rows[known.index.get(subject.key) ?? -1];
        const height = before?.revision === revision && subject.kind !== 'office' ? before.height : measured();
        index.set(subject.key, rows.length);
        rows.push({ ...subject, top, height, revision });
        top += height;
    };
    for (const office of model.offices) {
        const head = { key: officeRow(office.code), office, route: null, technician: null };
        const folded = collapsed.has(office.code);
        add({ ...head, kind: 'office' }, () => (folded ? metrics.folded : metrics.office));
        if (!folded) {
            for (const subject of subjectsOf(model, office).filter(isShown)) {
                add(subject, () => (subject.kind === 'note' ? metrics.least : measure(subject)));
            }
        }
    }
    return { rows, index, height: top };
}

/** Room for the cards of the fullest day; `across` is how many may stand side by side. */
export function cardsMeasure(model: BoardModel, dates: readonly string[], metrics: Metrics, across = 1): Measure {
    return (row) => {
        let height = metrics.least - metrics.head;
        for (const date of dates) {
            const cards = model.cell(row.key, date).length;
            const line = needsLine(workdayOf(model, row, date), row);
            const inside =
                across === 1
                    ? (line ? metrics.line : 0) + cards * (metrics.card + metrics.gap)
                    : tileLines(cards + (line ? 1 : 0), across) * (metrics.card + metrics.gap);
            height = Math.max(height, 2 * metrics.pad + metrics.bar + inside);
        }
        return metrics.head + height + 1; // the line below the row
    };
}

/** Index of the row at a height, clamped to the rows there are; -1 when there is none. */
export function rowAt(table: RowTable, y: number): number {
    let low = 0;
    let high = table.rows.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((table.rows[middle] as Row).top <= y) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return high < 0 ? -1 : low;
}

/** Indexes [from, to) of the rows that touch a stretch of the board. */
export function windowOf(table: RowTable, top: number, bottom: number): [number, number] {
    return table.rows.length === 0 ? [0, 0] : [rowAt(table, top), rowAt(table, bottom) + 1];
}
