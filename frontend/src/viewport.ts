import type { Route } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import type { Field, Target } from './keyboard.js';
import { columnAt, columnsOf, layOut, metricsOf, rowAt, windowOf } from './rows.js';
import type { Columns, Density, Metrics, Row, RowTable } from './rows.js';

/** Below this width the board shows one day at a time. */
const NARROW = 600;
/** From this width of a day on, a card has room for more than a name and a time. */
const ROOMY = 160;
/** Rows drawn beyond each edge, so that a quick scroll does not show blank paper. */
const OVERSCAN = 160;

export interface Place {
    readonly route: Route;
    readonly date: string;
}

/**
 * Which part of the board is on the screen. Remembers sizes and scroll positions, because asking the browser for them in
 * the middle of an update makes it lay out everything twice.
 */
export class Viewport {
    /** Of the element. */
    width = 0;
    /** Of the scrolling part, without scroll bars. */
    innerWidth = 0;
    innerHeight = 0;
    top = 0;
    left = 0;
    dates: readonly string[] = [];
    metrics: Metrics = metricsOf('comfortable', false);
    table: RowTable = { rows: [], index: new Map(), height: 0 };

    #inputs: readonly unknown[] = [];
    #drawn: readonly [number, number] = [0, 0];

    constructor(private readonly model: BoardModel) {}

    get narrow(): boolean {
        return this.width > 0 && this.width < NARROW;
    }

    get roomy(): boolean {
        return this.narrow || this.columns.width >= ROOMY;
    }

    get columns(): Columns {
        return columnsOf(this.innerWidth || this.width, this.dates.length, this.metrics);
    }

    /**
     * Computes the rows again when something moved. Answers null when nothing did, else by how many pixels the row at the
     * top of the screen has moved.
     */
    layOut(collapsed: ReadonlySet<string>, density: Density, day: number): number | null {
        const inputs = [this.model.lastRevision, collapsed, density, this.narrow, day];
        if (inputs.every((input, i) => input === this.#inputs[i])) {
            return null;
        }
        const sameSizes = density === this.#inputs[2] && this.narrow === this.#inputs[3] && day === this.#inputs[4];
        this.#inputs = inputs;
        const { days } = this.model;
        const dates = this.narrow ? days.slice(day, day + 1) : days;
        const sameDates = dates.join() === this.dates.join();
        if (!sameDates) {
            this.dates = dates;
        }
        this.metrics = metricsOf(density, this.narrow);
        const before = this.table;
        this.table = layOut(
            this.model,
            this.dates,
            collapsed,
            this.metrics,
            sameSizes && sameDates ? before : undefined,
        );
        const anchor = before.rows[rowAt(before, this.top)];
        const now = anchor && this.row(anchor.key);
        return anchor && now ? now.top - anchor.top : 0;
    }

    row(key: string | undefined): Row | undefined {
        return key === undefined ? undefined : this.table.rows[this.table.index.get(key) ?? -1];
    }

    /** The rows in view, and always the rows of these keys, from top to bottom. */
    rows(...always: (string | undefined)[]): Row[] {
        const [from, to] = (this.#drawn = this.#range());
        const places = new Set<number>();
        for (let place = from; place < to; place++) {
            places.add(place);
        }
        for (const key of always) {
            const place = key === undefined ? undefined : this.table.index.get(key);
            if (place !== undefined) {
                places.add(place);
            }
        }
        return [...places].sort((a, b) => a - b).map((place) => this.table.rows[place] as Row);
    }

    /** Takes a scroll position over; answers whether other rows came into view. */
    scrolled(left: number, top: number): boolean {
        this.left = left;
        this.top = top;
        const [from, to] = this.#range();
        return from !== this.#drawn[0] || to !== this.#drawn[1];
    }

    /** Name of the office whose head has been scrolled out of view. */
    get officeInView(): string {
        const row = this.table.rows[rowAt(this.table, this.top)];
        return row && row.kind !== 'office' ? row.office.name : '';
    }

    /** The row and the day column at a point of the scrolling part. */
    at(x: number, y: number): { row: Row; column: number } | null {
        const { header, side } = this.metrics;
        if (x < side || x >= this.innerWidth || y < header || y >= this.innerHeight) {
            return null;
        }
        const height = y - header + this.top;
        const row = this.table.rows[rowAt(this.table, height)];
        const column = columnAt(this.columns, x + this.left);
        return row && height < row.top + row.height && column >= 0 ? { row, column: column + 1 } : null;
    }

    placeOf(target: Target | null): Place | null {
        const route = target && this.row(target.row)?.route;
        const date = target && this.dates[target.column - 1];
        return route && date ? { route, date } : null;
    }

    /** Where the keyboard starts to look for a place for a visit: its own, else the first route of its office. */
    targetOf(visit: Visit): Target | null {
        const own = this.row(this.model.rowOf(visit));
        const routes = this.table.rows.filter((row) => row.kind === 'route');
        const row = own?.kind === 'route' ? own : (routes.find((one) => one.office.code === visit.office) ?? routes[0]);
        const date = own ? visit.date : visit.due;
        return row ? { row: row.key, column: Math.max(1, this.dates.indexOf(date ?? '') + 1) } : null;
    }

    /** Scroll position that shows a cell; null when it is in view, or too high to be shown as a whole. */
    revealing({ row: key, column }: Target): { left: number; top: number } | null {
        const row = this.row(key);
        const { header, side } = this.metrics;
        const height = this.innerHeight - header;
        if (!row) {
            return null;
        }
        const { width } = this.columns;
        const from = (column - 1) * width;
        const left =
            column < 1 ? this.left : Math.max(Math.min(this.left, from), from + width - (this.innerWidth - side));
        const top =
            row.height > height ? row.top : Math.max(Math.min(this.top, row.top), row.top + row.height - height);
        return left === this.left && top === this.top ? null : { left, top };
    }

    get field(): Field {
        const average = this.table.height / Math.max(1, this.table.rows.length);
        return {
            rows: this.table.rows,
            index: this.table.index,
            columns: this.dates.length,
            page: Math.max(1, Math.floor(this.innerHeight / Math.max(1, average)) - 1),
            visits: (row, column) => this.model.cell(row, this.dates[column - 1] ?? '').map((visit) => visit.code),
        };
    }

    #range(): readonly [number, number] {
        return windowOf(this.table, this.top - OVERSCAN, this.top + this.innerHeight + OVERSCAN);
    }
}
