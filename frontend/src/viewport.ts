import type { Zoom } from './bar-state.js';
import type { BoardModel, RowsBy, Visit } from './board-model.js';
import { Columns, LEAST_COLUMN, LEAST_COLUMN_OF_MONTH, type Across } from './columns.js';
import { DayPlan } from './day-plan.js';
import { minuteOfDay } from './format.js';
import { hasCells, hasWork, takesVisits, workdayOf, type RowSubject } from './row-kinds.js';
import { step, stepTarget, type Cursor, type Direction, type Field, type Target } from './keyboard.js';
import { cardsMeasure, layOut, metricsOf, rowAt, windowOf } from './rows.js';
import type { Density, Measure, Metrics, Row, RowTable } from './rows.js';
import { stepOnHours, stepTargetOnHours } from './timeline-keyboard.js';
import { tilesAcross } from './tiles.js';
import { Axis, hoursOf, lanesMeasure, snapped, timeOf, type Hours } from './timeline.js';

/** Below this width the board shows one day at a time. */
const NARROW = 600;
/** Below this height what lies under the rows is folded to a line. */
const LOW = 480;
/** From this width of a day on, a card has room for more than a name and a time. */
const ROOMY = 160;
/** Rows drawn beyond each edge, so that a quick scroll does not show blank paper. */
const OVERSCAN = 160;

/** The day above its hours takes two lines. */
const HOURS_HEADER = 48;

export type { Zoom } from './bar-state.js';

/** How the person wants to see the board. */
export interface View {
    readonly zoom: Zoom;
    readonly by: RowsBy;
    readonly density: Density;
    /** The day of the day zoom and of a narrow screen, `yyyy-MM-dd`. */
    readonly day: string;
    readonly collapsed: ReadonlySet<string>;
    /** Rows in which nobody works and nothing stands are left out. */
    readonly working: boolean;
}

export interface Place {
    readonly row: Row;
    readonly date: string;
    /** Null where the days lie across and the server chooses. */
    readonly start: string | null;
}

/**
 * Which part of the board is on the screen. Remembers sizes and scroll positions, because asking the browser for them in
 * the middle of an update makes it lay out everything twice.
 */
export class Viewport {
    /** Of the element. */
    width = 0;
    height = 0;
    /** Of the scrolling part, without scroll bars. */
    innerWidth = 0;
    innerHeight = 0;
    top = 0;
    left = 0;
    /** The hours and drives of the day that is shown. */
    plan = new DayPlan('');
    dates: readonly string[] = [];
    metrics: Metrics = metricsOf('comfortable', false);
    /** How many cards may stand side by side in a cell. */
    tiles = 1;
    table: RowTable = { rows: [], index: new Map(), height: 0 };
    /** What the day zoom shows; null in the week. The same object for as long as it is the same stretch. */
    hours: Hours | null = null;

    /** Rows are drawn this far beyond each edge: none until the first picture is there, which is to come soon. */
    #overscan = 0;
    #view: View = { zoom: 'week', by: 'routes', density: 'comfortable', day: '', collapsed: new Set(), working: false };
    #inputs: readonly unknown[] = [];
    #drawn: readonly [number, number] = [0, 0];

    constructor(private readonly model: BoardModel) {}

    get narrow(): boolean {
        return this.width > 0 && this.width < NARROW;
    }

    /** Whether what lies under the rows takes one line until it is opened. */
    get folding(): boolean {
        return this.narrow || (this.height > 0 && this.height < LOW);
    }

    get roomy(): boolean {
        return this.narrow || this.hours !== null || this.across.width >= ROOMY;
    }

    get across(): Across {
        const width = this.innerWidth || this.width;
        return this.hours
            ? new Axis(width, this.hours, this.metrics.side)
            : new Columns(width, this.dates.length, this.metrics, this.#least);
    }

    /** Of a card in the cell of a day; 0 where cards are of other widths. */
    get cardWidth(): number {
        return this.narrow || this.hours || this.tiles > 1 ? 0 : this.across.width - 2 * this.metrics.pad - 1;
    }

    /** Whether the minutes of one day lie across; a narrow screen lists the day's visits instead. */
    get timeline(): boolean {
        return this.#view.zoom === 'day' && !this.narrow;
    }

    /** Whether the days of a month lie across. */
    get month(): boolean {
        return this.#view.zoom === 'month' && !this.narrow;
    }

    get #least(): number {
        return this.month ? LEAST_COLUMN_OF_MONTH : LEAST_COLUMN;
    }

    /** Whether one day is shown at a time. */
    get single(): boolean {
        return this.narrow || this.#view.zoom === 'day';
    }

    /** The day shown when only one is: the one asked for, else today, else the first there is. */
    get day(): string {
        const { days, offices } = this.model;
        const wanted = [this.#view.day, ...offices.map((office) => office.today)];
        return wanted.find((day) => days.includes(day)) ?? days[0] ?? '';
    }

    /**
     * Computes the rows again when something moved. Answers null when nothing did, else by how many pixels the row at the
     * top of the screen has moved.
     */
    layOut(view: View): number | null {
        this.#view = view;
        const { single } = this;
        const metrics = metricsOf(view.density, this.narrow);
        const tiles = this.#tilesIn(metrics);
        const day = single ? this.day : '';
        const shape = [view.zoom, view.by, view.density, this.narrow, tiles, day, this.plan, view.working];
        const inputs = [this.model.lastRevision, view.collapsed, this.model.days, ...shape];
        if (same(inputs, this.#inputs)) {
            return null;
        }
        const sameShape = same(shape, this.#inputs.slice(-shape.length));
        this.#inputs = inputs;
        const dates = single ? [this.day].filter(Boolean) : this.model.days;
        const sameDates = dates.join() === this.dates.join();
        if (!sameDates) {
            this.dates = dates;
        }
        this.tiles = tiles;
        this.metrics = this.timeline ? { ...metrics, header: HOURS_HEADER, folded: metrics.office } : metrics;
        const before = this.table;
        const known = sameShape && sameDates ? before : undefined;
        const isShown = (row: RowSubject) => !view.working || hasWork(this.model, row, this.dates);
        this.table = layOut(this.model, view.collapsed, this.metrics, this.#measure(), known, isShown);
        this.hours = this.timeline ? this.#hours() : null;
        const anchor = before.rows[rowAt(before, this.top)];
        const now = anchor && this.row(anchor.key);
        return anchor && now ? now.top - anchor.top : 0;
    }

    /** More rows than these are never in view; without end while the size is not known, or where rows lie otherwise. */
    get mostRows(): number {
        return this.narrow || this.innerHeight === 0 ? Infinity : Math.ceil(this.innerHeight / this.metrics.least);
    }

    /** Whether rows just out of view are drawn too. */
    lookAhead(ahead: boolean): void {
        this.#overscan = ahead ? OVERSCAN : 0;
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

    /** Code of the office at the top of the screen. */
    get officeAtTop(): string {
        return this.table.rows[rowAt(this.table, this.top)]?.office.code ?? '';
    }

    /** The row and what lies across it at a point of the scrolling part. */
    at(x: number, y: number): (Target & { row: string }) | null {
        const row = x < this.metrics.side ? undefined : this.rowUnder(x, y);
        const spot = row && this.across.at(x + this.left);
        return spot ? { row: row.key, ...spot } : null;
    }

    /** The row under a point, its head included. */
    rowUnder(x: number, y: number): Row | undefined {
        const { header } = this.metrics;
        if (x < 0 || x >= this.innerWidth || y < header || y >= this.innerHeight) {
            return undefined;
        }
        const height = y - header + this.top;
        const row = this.table.rows[rowAt(this.table, height)];
        return row && height < row.top + row.height ? row : undefined;
    }

    /** Where a visit held at a point would be let go; `grip` is how far from its left edge it is held. */
    targetAt(x: number, y: number, grip: number, visit: Visit): Target | null {
        const under = this.at(x, y);
        if (!under || !takesVisits(this.row(under.row)?.kind ?? '')) {
            return null;
        }
        const { across } = this;
        return across instanceof Axis
            ? { ...under, minute: snapped(across.minuteAt(x - grip + this.left), visit.minutes) }
            : under;
    }

    placeOf(target: Target | null): Place | null {
        const row = target ? this.row(target.row) : undefined;
        const date = target && this.dates[target.column - 1];
        return row && date && takesVisits(row.kind)
            ? { row, date, start: target.minute === undefined ? null : timeOf(target.minute) }
            : null;
    }

    /** Where the keyboard starts to look for a place for a visit: its own, else the first row of its office. */
    targetOf(visit: Visit): Target | null {
        const own = this.row(this.model.rowOf(visit));
        const rows = this.table.rows.filter((row) => takesVisits(row.kind));
        const row =
            own && takesVisits(own.kind) ? own : (rows.find((one) => one.office.code === visit.office) ?? rows[0]);
        const date = own ? visit.date : visit.due;
        const column = Math.max(1, this.dates.indexOf(date ?? '') + 1);
        if (!row || !this.hours) {
            return row ? { row: row.key, column } : null;
        }
        const shift = this.plan.shift(workdayOf(this.model, row, this.day)?.technician ?? null);
        const minute = minuteOfDay(visit.start ?? shift?.from ?? '08:00');
        return { row: row.key, column, minute };
    }

    /** Where a key takes the focus. */
    step(cursor: Cursor, direction: Direction): Cursor {
        const { field } = this;
        const minuteOf = (code: string) => minuteOfDay(this.model.visit(code)?.start ?? '00:00');
        return this.hours ? stepOnHours({ ...field, minuteOf }, cursor, direction) : step(field, cursor, direction);
    }

    /** Where a key takes a lifted visit; `fine` makes a small step where minutes lie across. */
    stepTarget(target: Target, direction: Direction, fine: boolean, { minutes }: Visit): Target {
        const { field, hours } = this;
        return hours
            ? stepTargetOnHours(field, target, direction, { fine, minutes, hours })
            : stepTarget(field, target, direction);
    }

    /** The width of a visit as long as it takes; undefined where minutes do not lie across. */
    widthOf({ minutes }: Visit): number | undefined {
        const { across } = this;
        return across instanceof Axis ? minutes * across.scale : undefined;
    }

    /** Scroll position that shows a place; null when it is in view, or too high to be shown as a whole. */
    revealing({ row: key, ...spot }: Target): { left: number; top: number } | null {
        const row = this.row(key);
        const { header, side } = this.metrics;
        const height = this.innerHeight - header;
        if (!row) {
            return null;
        }
        const [from, to] = this.across.extent(spot);
        const left = spot.column < 1 ? this.left : Math.max(Math.min(this.left, from - side), to - this.innerWidth);
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
            across: this.tiles,
            page: Math.max(1, Math.floor(this.innerHeight / Math.max(1, average)) - 1),
            visits: (row, column) => this.model.cell(row, this.dates[column - 1] ?? '').map((visit) => visit.code),
        };
    }

    #tilesIn(metrics: Metrics): number {
        if (this.#view.density !== 'overview' || this.single) {
            return 1;
        }
        const { width } = new Columns(this.innerWidth || this.width, this.model.days.length, metrics, this.#least);
        return tilesAcross(width - 2 * metrics.pad - 1);
    }

    #measure(): Measure {
        return this.timeline
            ? lanesMeasure(this.model, this.day, this.metrics, this.plan)
            : cardsMeasure(this.model, this.dates, this.metrics, this.tiles);
    }

    #hours(): Hours {
        const rows = this.table.rows.filter((row) => hasCells(row.kind)).map((row) => row.key);
        return hoursOf(this.model, this.day, rows, this.plan, this.hours ?? undefined);
    }

    #range(): readonly [number, number] {
        return windowOf(this.table, this.top - this.#overscan, this.top + this.innerHeight + this.#overscan);
    }
}

function same(some: readonly unknown[], others: readonly unknown[]): boolean {
    return some.length === others.length && some.every((one, i) => one === others[i]);
}
