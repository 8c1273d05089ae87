import type { Office, Route, Run } from './board-data.js';
import { looseRow, officeRow, routeRow, type BoardModel } from './board-model.js';

/** Row heights, which rows are in view, and which cell lies under a point. All in CSS pixels, nothing of it touches the DOM. */

export type Density = 'comfortable' | 'dense';

export interface Row {
    readonly key: string;
    readonly kind: 'office' | 'route' | 'loose' | 'note';
    readonly office: Office;
    readonly route: Route | null;
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
    readonly card: number;
    readonly gap: number;
    readonly pad: number;
    readonly bar: number;
    readonly line: number;
    readonly least: number;
    /** Height of the route's name above its only day, on a narrow screen; 0 where it stands beside the days. */
    readonly head: number;
}

export function metricsOf(density: Density, narrow: boolean): Metrics {
    if (narrow) {
        return { header: 44, side: 0, office: 44, card: 34, gap: 4, pad: 6, bar: 5, line: 22, least: 74, head: 42 };
    }
    return density === 'dense'
        ? { header: 27, side: 150, office: 24, card: 18, gap: 1, pad: 2, bar: 4, line: 15, least: 32, head: 0 }
        : { header: 31, side: 150, office: 28, card: 22, gap: 2, pad: 3, bar: 5, line: 18, least: 52, head: 0 };
}

/** A cell says who drives when it is not the row's technician, and why there is nobody when the technician is away. */
export function needsLine(run: Run | undefined, route: Route | null): boolean {
    return (
        run !== undefined && (run.away !== null || (run.technician !== null && run.technician !== route?.technician))
    );
}

/** `known` is an earlier table with the same days and sizes; what has not changed since is not measured again. */
export function layOut(
    model: BoardModel,
    dates: readonly string[],
    collapsed: ReadonlySet<string>,
    metrics: Metrics,
    known?: RowTable,
): RowTable {
    const rows: Row[] = [];
    const index = new Map<string, number>();
    let top = 0;
    const add = (key: string, kind: Row['kind'], office: Office, route: Route | null, measured: () => number) => {
        const revision = model.revision(key);
        const before = known?.rows[known.index.get(key) ?? -1];
        const height = before?.revision === revision ? before.height : measured();
        index.set(key, rows.length);
        rows.push({ key, kind, office, route, top, height, revision });
        top += height;
    };
    for (const office of model.offices) {
        add(officeRow(office.code), 'office', office, null, () => metrics.office);
        if (collapsed.has(office.code)) {
            continue;
        }
        const routes = model.routesOf(office.code);
        for (const route of routes) {
            const key = routeRow(route.code);
            add(key, 'route', office, route, () => rowHeight(model, key, route, dates, metrics));
        }
        const loose = looseRow(office.code);
        if (model.hasLoose(office.code)) {
            add(loose, 'loose', office, null, () => rowHeight(model, loose, null, dates, metrics));
        } else if (routes.length === 0) {
            add(`note ${office.code}`, 'note', office, null, () => metrics.least);
        }
    }
    return { rows, index, height: top };
}

function rowHeight(
    model: BoardModel,
    key: string,
    route: Route | null,
    dates: readonly string[],
    metrics: Metrics,
): number {
    let height = metrics.least - metrics.head;
    for (const date of dates) {
        const cards = model.cell(key, date).length;
        const line = route && needsLine(model.run(route.code, date), route) ? metrics.line : 0;
        height = Math.max(height, 2 * metrics.pad + metrics.bar + line + cards * (metrics.card + metrics.gap));
    }
    return metrics.head + height + 1; // the line below the row
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

export interface Columns {
    /** Width of the column with the routes. */
    readonly side: number;
    readonly width: number;
    readonly count: number;
}

/** A day needs this much to show a name and a time; below it the board scrolls sideways. */
export const LEAST_COLUMN = 112;

export function columnsOf(width: number, days: number, metrics: Metrics): Columns {
    const free = (width - metrics.side) / Math.max(1, days);
    return { side: metrics.side, width: metrics.head > 0 ? free : Math.max(LEAST_COLUMN, free), count: days };
}

/** Day column (0-based) at a distance from the left edge of the board; -1 on the row's head or outside. */
export function columnAt(columns: Columns, x: number): number {
    const column = Math.floor((x - columns.side) / columns.width);
    return x < columns.side || column >= columns.count ? -1 : column;
}
