import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { BoardDelta, BoardServer, Route } from './board-data.js';
import { BoardModel, officeRow, type Draft, type Visit } from './board-model.js';
import { styles } from './dispatch-board.styles.js';
import type { Point } from './drag.js';
import { BoardFeed } from './feed.js';
import { clockTime, dayAndMonth, localNow, shortWeekday, spokenDate } from './format.js';
import { icons } from './icons.js';
import {
    firstStop,
    intentOf,
    settle,
    step,
    stepTarget,
    type Cursor,
    type Direction,
    type Field,
    type Target,
} from './keyboard.js';
import { Moves } from './moves.js';
import { PointerDrag } from './pointer.js';
import { ghostView, rowView, verdictAt, type Lift, type Picture } from './row-view.js';
import {
    columnAt,
    columnsOf,
    layOut,
    metricsOf,
    rowAt,
    windowOf,
    type Columns,
    type Density,
    type Metrics,
    type Row,
    type RowTable,
} from './rows.js';
import { summarise } from './summary.js';
import { shelfOf, trayView, type Shelf } from './tray-view.js';
import { Verdicts, spokenVerdict, type Verdict } from './verdicts.js';

/** Below this width the board shows one day at a time. */
const NARROW = 600;
/** Rows drawn beyond each edge, so that a quick scroll does not show blank paper. */
const OVERSCAN = 240;
const FLIGHT_MILLIS = 240;
const FRESH_MILLIS = 3_000;
const TICK_MILLIS = 15_000;
const OPEN_COLLAPSED_MILLIS = 700;
const SUMMARY_MILLIS = 100;

/**
 * The week of one or more offices: routes as rows, days as columns, visits as cards. It owns the picture and proposes
 * moves; the server owns the truth and decides. Snapshot by REST, commands through `$server`, changes of others through
 * {@link patch}.
 *
 * @fires board-ready - the first picture is there
 * @fires board-gap - a change was missed; the picture is being fetched again
 * @fires board-summary - figures for the exception chips
 * @fires visit-picked-up - a visit was lifted
 * @fires visit-dropped - the server decided a drop; `detail.outcome`
 */
@customElement('dispatch-board')
export class DispatchBoard extends LitElement {
    static override styles = styles;

    /** Codes of the offices, separated by commas. */
    @property() offices = '';
    /** First day, `yyyy-MM-dd`. */
    @property() from = '';
    @property({ type: Number }) days = 7;
    @property() url = 'api/board';
    /** Code of the selected visit. */
    @property({ reflect: true }) selected: string | null = null;
    @property({ reflect: true }) density: Density = 'comfortable';
    /** Set by Vaadin. */
    @property({ attribute: false }) $server?: BoardServer;

    @state() private loaded = false;
    @state() private trouble: string | null = null;
    @state() private toast: string | null = null;
    @state() private lift: Lift | null = null;
    @state() private cursor: Cursor | null = null;
    @state() private trayCursor: string | null = null;
    @state() private trayExpanded = false;
    @state() private now = new Date();
    @state() private width = 0;
    @state() private dayIndex = 0;
    @state() private ghost: Visit | null = null;
    @state() private spoken = '';

    readonly #model = new BoardModel();
    readonly #moves = new Moves(this.#model);
    readonly #feed = new BoardFeed();
    readonly #drag = new PointerDrag(this, {
        lift: (visit, at) => this.#liftByPointer(visit, at),
        drag: (at) => this.#dragTo(at),
        drop: (at) => this.#dropAt(at),
        cancel: () => this.#endLift('stays where it was.'),
        click: (visit) => this.#select(visit),
        scroller: () => this.#scroller,
    });
    readonly #resize = new ResizeObserver(() => this.#measure());

    #collapsed: ReadonlySet<string> = new Set();
    #fresh: ReadonlySet<string> = new Set();
    #table: RowTable = { rows: [], index: new Map(), height: 0 };
    /** What the row table was computed from. */
    #tableInputs: readonly unknown[] = [];
    #viewport = 0;
    #drawn: readonly [number, number] = [0, 0];
    #loading = false;
    /** Changes that arrived while a snapshot was under way. */
    #early: BoardDelta[] = [];
    #refocus = false;
    #focusInTray = false;
    #focused = false;
    #revealTarget = false;
    #grip = { x: 0, y: 0, width: 0 };
    #dates: readonly string[] = [];
    #tick = 0;
    #summaryTimer = 0;
    #freshTimer = 0;
    #openTimer = 0;
    #openCandidate: string | null = null;

    // --- what the server calls ---

    /** Takes a change over. A change that does not follow the last one fetches the picture again. */
    patch(delta: BoardDelta): void {
        if (this.#loading) {
            this.#early.push(delta);
            return;
        }
        const applied = this.#model.apply(delta);
        if (applied.result === 'ignored') {
            return;
        }
        if (applied.result === 'gap') {
            this.#fire('board-gap', { office: delta.office });
            void this.refetch();
            return;
        }
        for (const code of applied.changed) {
            this.#moves.settle(code);
        }
        this.#checkLift(delta.by);
        const others = applied.changed.filter((code) => !this.#moves.isSaving(code));
        if (others.length > 0) {
            this.#markFresh(others);
        }
        this.#changed();
    }

    /** Fetches the picture again; an unchanged one costs one small answer. */
    async refetch(): Promise<void> {
        if (this.offices === '' || this.from === '') {
            return;
        }
        this.#loading = true;
        const question = new URLSearchParams({ offices: this.offices, from: this.from, days: String(this.days) });
        const answer = await this.#feed.ask(`${this.url}?${question}`);
        if (answer.kind === 'outdated') {
            return; // the newer question ends the loading
        }
        this.#loading = false;
        this.trouble = answer.kind === 'failed' ? answer.sentence : null;
        if (answer.kind === 'failed') {
            this.#say(answer.sentence);
        } else if (answer.kind === 'fresh') {
            this.#model.load(answer.snapshot);
            this.#checkLift(null);
        }
        if (answer.kind !== 'failed' && !this.loaded) {
            this.loaded = true;
            await this.updateComplete;
            this.#fire('board-ready', {});
        }
        this.#changed();
        const early = this.#early;
        this.#early = [];
        early.forEach((delta) => this.patch(delta));
    }

    /** The question about a visit was given up: it is no longer marked as waiting. */
    cancelPending(visit: string): void {
        this.#moves.settle(visit);
        this.#changed();
    }

    /** Brings a visit into view and gives it the focus. */
    focusVisit(code: string): void {
        const visit = this.#model.visit(code);
        if (!visit) {
            return;
        }
        if (this.#collapsed.has(visit.office) && !this.#model.isInTray(visit)) {
            this.#toggle(visit.office);
        }
        this.#pointCursorAt(visit);
        this.#refocus = true;
        this.requestUpdate();
    }

    // --- life cycle ---

    override connectedCallback(): void {
        super.connectedCallback();
        this.#tick = window.setInterval(() => this.#onTick(), TICK_MILLIS);
        if (this.hasUpdated) {
            this.#observe();
            void this.refetch(); // changes were missed while the board was away
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.#drag.stop();
        this.lift = null;
        this.ghost = null;
        this.#feed.stop();
        this.#loading = false;
        this.#resize.disconnect();
        clearInterval(this.#tick);
        clearTimeout(this.#summaryTimer);
        clearTimeout(this.#freshTimer);
        clearTimeout(this.#openTimer);
    }

    override firstUpdated(): void {
        this.#observe();
        this.#measure();
    }

    override willUpdate(changed: PropertyValues): void {
        if (changed.has('offices') || changed.has('from') || changed.has('days') || changed.has('url')) {
            this.loaded = false;
            this.#drag.stop();
            this.lift = null;
            this.#early = [];
            void this.refetch();
        }
        if (changed.has('selected')) {
            [changed.get('selected') as string | null, this.selected].forEach(
                (code) => code && this.#model.repaint(code),
            );
        }
        this.#layOut();
        const active = (this.renderRoot as ShadowRoot | undefined)?.activeElement;
        this.#focused = active?.matches('[data-stop], [data-column]') ?? false;
    }

    override updated(): void {
        const lost = this.#focused && (this.renderRoot as ShadowRoot).activeElement === null;
        if (this.#refocus || lost) {
            this.#refocus = false;
            const stop = this.#stopElement();
            stop?.focus({ preventScroll: true });
            stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
        if (this.#revealTarget) {
            this.#revealTarget = false;
            this.renderRoot
                .querySelector('.aimed')
                ?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    }

    // --- rendering ---

    override render(): TemplateResult {
        const picture = this.#picture();
        const metrics = this.#metrics;
        return html`<div
            class="frame ${this.#narrow ? 'narrow' : ''} ${this.#roomy ? 'roomy' : ''} ${this.lift ? 'lifting' : ''}"
            style=${styleMap({
                '--header': `${metrics.header}px`,
                '--side': `${metrics.side}px`,
                '--card': `${metrics.card}px`,
                '--gap': `${metrics.gap}px`,
                '--pad': `${metrics.pad}px`,
                '--bar': `${metrics.bar}px`,
                '--line': `${metrics.line}px`,
                '--head': `${metrics.head}px`,
                '--days': String(this.#dates.length),
            })}
            @pointerdown=${this.#onPointerDown}
            @touchmove=${this.#drag.holdScroll}
            @click=${this.#onClick}
            @contextmenu=${this.#onContextMenu}
            @keydown=${this.#onKeyDown}
            @focusin=${this.#onFocusIn}
        >
            ${this.#bannerView()}
            <div
                class="scroller"
                role="grid"
                aria-label="Week board"
                aria-describedby="help"
                aria-rowcount=${this.#table.rows.length + 1}
                aria-colcount=${this.#dates.length + 1}
                aria-busy=${this.#loading}
                @scroll=${this.#onScroll}
            >
                ${this.#headerView()}
                <div role="rowgroup" class="rows" style=${styleMap({ height: `${this.#table.height}px` })}>
                    ${repeat(
                        this.#drawnRows(),
                        (row) => row.key,
                        (row) => this.#rowView(picture, row),
                    )}
                </div>
                ${this.#placeholderView()}
            </div>
            ${this.loaded ? this.#trayView(picture) : nothing}
            ${this.ghost ? ghostView(picture, this.ghost, this.#aimedVerdict(picture)) : nothing}
            ${
                this.toast
                    ? html`<div class="toast">
                          <span>${this.toast}</span>
                          <button type="button" class="dismiss" aria-label="Close this message">${icons.close}</button>
                      </div>`
                    : nothing
            }
            <p id="help" class="hidden">
                Arrow keys move between days and visits. Enter opens a visit, Space lifts it, M moves it to another
                place by a dialog.
            </p>
            <div class="hidden" role="status" aria-live="assertive">${this.spoken}</div>
        </div>`;
    }

    #rowView(picture: Picture, row: Row): TemplateResult {
        const { lift, cursor } = this;
        const aimed = lift?.target?.row === row.key ? lift.target.column : 0;
        const inputs = [
            this.#model.revision(row.key),
            row.kind === 'office' ? this.now : null,
            row.kind === 'office' ? this.#collapsed : null,
            this.#dates,
            this.#narrow,
            cursor?.row === row.key ? cursor : null,
            lift?.visit,
            lift?.verdicts,
            aimed,
        ];
        return html`<div
            role="row"
            class="row ${row.kind}"
            data-row=${row.key}
            aria-rowindex=${(this.#table.index.get(row.key) ?? 0) + 2}
            style=${styleMap({ top: `${row.top}px`, height: `${row.height}px` })}
        >
            ${guard(inputs, () => rowView(picture, row))}
        </div>`;
    }

    #headerView(): TemplateResult {
        const todays = new Set(this.#model.offices.map((office) => office.today));
        const first = this.#dates[0];
        if (this.#narrow) {
            return html`<div role="row" class="header" aria-rowindex="1">
                <div role="columnheader" class="day ${todays.has(first ?? '') ? 'today' : ''}">
                    <button type="button" class="previous" aria-label="Previous day" ?disabled=${this.dayIndex === 0}>
                        ${icons.previous}
                    </button>
                    <span>${first ? html`<b>${shortWeekday(first)}</b> ${dayAndMonth(first)}` : nothing}</span>
                    <button
                        type="button"
                        class="next"
                        aria-label="Next day"
                        ?disabled=${this.dayIndex >= this.#model.days.length - 1}
                    >
                        ${icons.next}
                    </button>
                </div>
            </div>`;
        }
        return html`<div role="row" class="header" aria-rowindex="1">
            <div role="columnheader" class="corner">
                <span class="hidden">Route</span><bdi aria-hidden="true">${this.#officeInView()}</bdi>
            </div>
            ${this.#dates.map(
                (date) =>
                    html`<div
                        role="columnheader"
                        class="day ${todays.has(date) ? 'today' : ''}"
                        aria-label=${spokenDate(date)}
                    >
                        <b>${shortWeekday(date)}</b> ${dayAndMonth(date)}
                    </div>`,
            )}
        </div>`;
    }

    #bannerView(): TemplateResult | typeof nothing {
        return this.trouble === null
            ? nothing
            : html`<div class="banner">
                  <span>${this.trouble}</span><button type="button" class="retry">Try again</button>
              </div>`;
    }

    /** What stands in place of rows: nothing chosen, nothing there yet, or a quiet week. */
    #placeholderView(): TemplateResult | typeof nothing {
        if (this.offices === '') {
            return html`<p class="empty">Choose an office, and its week appears here.</p>`;
        }
        if (!this.loaded) {
            return this.trouble === null
                ? html`<div class="skeleton" role="status" aria-label="Loading the board">
                      ${Array.from({ length: 8 }, () => html`<i></i>`)}
                  </div>`
                : nothing;
        }
        if (this.#model.offices.length === 0) {
            return html`<p class="empty">No office to show. Ask an administrator to give you one.</p>`;
        }
        const first = this.#model.days[0];
        const last = this.#model.days[this.#model.days.length - 1];
        return first && last && this.#model.visits().next().done
            ? html`<p class="empty">
                  No visits from ${dayAndMonth(first)} to ${dayAndMonth(last)}. Go to another week, or import the
                  branch's files.
              </p>`
            : nothing;
    }

    #trayView(picture: Picture): TemplateResult {
        return html`<div class="tray-holder" @scroll=${{ handleEvent: () => this.requestUpdate(), capture: true }}>
            ${trayView(picture, this.#shelf, this.#shelfElement?.scrollTop ?? 0, this.trayCursor, this.trayExpanded)}
        </div>`;
    }

    #picture(): Picture {
        return {
            model: this.#model,
            dates: this.#dates,
            narrow: this.#narrow,
            selected: this.selected,
            cursor: this.cursor,
            lift: this.lift,
            moves: this.#moves,
            fresh: this.#fresh,
            collapsed: this.#collapsed,
            now: this.now,
        };
    }

    // --- geometry ---

    get #narrow(): boolean {
        return this.width > 0 && this.width < NARROW;
    }

    get #roomy(): boolean {
        return this.#narrow || this.#columns.width >= 160;
    }

    get #metrics(): Metrics {
        return metricsOf(this.density, this.#narrow);
    }

    get #columns(): Columns {
        return columnsOf(this.#scroller?.clientWidth ?? this.width, this.#dates.length, this.#metrics);
    }

    get #scroller(): HTMLElement | null {
        return this.renderRoot.querySelector('.scroller');
    }

    get #shelfElement(): HTMLElement | null {
        return this.renderRoot.querySelector('.shelf');
    }

    #observe(): void {
        this.#resize.observe(this);
        if (this.#scroller) {
            this.#resize.observe(this.#scroller);
        }
    }

    #measure(): void {
        this.width = this.clientWidth;
        this.#viewport = this.#scroller?.clientHeight ?? 0;
        this.requestUpdate();
    }

    /** Recomputes the rows when something moved, and keeps what is at the top of the screen where it is. */
    #layOut(): void {
        const inputs = [this.#model.lastRevision, this.#collapsed, this.density, this.#narrow, this.dayIndex];
        if (inputs.every((input, i) => input === this.#tableInputs[i])) {
            return;
        }
        this.#tableInputs = inputs;
        const { days } = this.#model;
        const dates = this.#narrow ? days.slice(this.dayIndex, this.dayIndex + 1) : days;
        if (dates.join() !== this.#dates.join()) {
            this.#dates = dates;
        }
        const before = this.#table;
        this.#table = layOut(this.#model, this.#dates, this.#collapsed, this.#metrics);
        this.#settleCursor();
        const scroller = this.#scroller;
        const anchor = scroller ? before.rows[rowAt(before, scroller.scrollTop)] : undefined;
        const place = anchor && this.#table.index.get(anchor.key);
        if (scroller && anchor && place !== undefined) {
            const shift = (this.#table.rows[place] as Row).top - anchor.top;
            if (shift !== 0) {
                // The new height must be there before the browser lets us scroll to it.
                void this.updateComplete.then(() => (scroller.scrollTop += shift));
            }
        }
    }

    #visibleRange(): readonly [number, number] {
        const top = this.#scroller?.scrollTop ?? 0;
        return windowOf(this.#table, top - OVERSCAN, top + this.#viewport + OVERSCAN);
    }

    /** The rows in view, and always the row with the focus and the row of the lifted visit. */
    #drawnRows(): Row[] {
        const [from, to] = (this.#drawn = this.#visibleRange());
        const places = new Set<number>();
        for (const key of [this.cursor?.row, this.lift?.target?.row, this.lift && this.#model.rowOf(this.lift.visit)]) {
            const place = key ? this.#table.index.get(key) : undefined;
            if (place !== undefined) {
                places.add(place);
            }
        }
        for (let place = from; place < to; place++) {
            places.add(place);
        }
        return [...places].sort((a, b) => a - b).map((place) => this.#table.rows[place] as Row);
    }

    #officeInView(): string {
        const top = this.#scroller?.scrollTop ?? 0;
        const row = this.#table.rows[rowAt(this.#table, top)];
        return row && row.kind !== 'office' ? row.office.name : '';
    }

    #targetAt(point: Point): Target | null {
        const scroller = this.#scroller;
        if (!scroller) {
            return null;
        }
        const box = scroller.getBoundingClientRect();
        const header = this.#metrics.header;
        if (point.x < box.left || point.x >= box.right || point.y < box.top + header || point.y >= box.bottom) {
            return null;
        }
        const y = point.y - box.top - header + scroller.scrollTop;
        const row = this.#table.rows[rowAt(this.#table, y)];
        const column = columnAt(this.#columns, point.x - box.left + scroller.scrollLeft);
        if (!row || y >= row.top + row.height || point.x - box.left < this.#metrics.side) {
            return null;
        }
        this.#openWhenHeld(row);
        return row.kind === 'route' && column >= 0 ? { row: row.key, column: column + 1 } : null;
    }

    // --- pointer, clicks, focus ---

    readonly #onScroll = () => {
        const [from, to] = this.#visibleRange();
        if (from !== this.#drawn[0] || to !== this.#drawn[1]) {
            this.requestUpdate();
        }
    };

    #onPointerDown(event: PointerEvent): void {
        const code = cardOf(event);
        if (code && !this.#moves.isSaving(code) && this.lift === null) {
            this.#drag.start(event, code);
        }
    }

    #onClick(event: Event): void {
        const target = event.target as Element;
        const button = target.closest('button');
        if (!button) {
            return;
        }
        if (button.matches('.toggle')) {
            this.#toggle(this.#rowOfElement(button)?.office.code ?? '');
        } else if (button.matches('.retry')) {
            void this.refetch();
        } else if (button.matches('.dismiss')) {
            this.toast = null;
        } else if (button.matches('.more')) {
            this.trayExpanded = !this.trayExpanded;
        } else if (button.matches('.previous, .next')) {
            this.dayIndex += button.matches('.next') ? 1 : -1;
            this.cursor = null;
            this.#say(spokenDate(this.#model.days[this.dayIndex] ?? ''));
        }
    }

    #onContextMenu(event: MouseEvent): void {
        const code = cardOf(event);
        if (!code) {
            return;
        }
        event.preventDefault();
        if (!this.#drag.isLongPress(event) && !this.lift) {
            this.#moveTo(code);
        }
    }

    #onFocusIn(event: FocusEvent): void {
        const element = event.target as HTMLElement;
        const code = element.dataset.visit ?? null;
        this.#focusInTray = element.closest('.tray') !== null;
        if (this.#focusInTray) {
            this.trayCursor = code ?? this.trayCursor;
            return;
        }
        const row = this.#rowOfElement(element);
        if (row && (element.hasAttribute('data-stop') || element.hasAttribute('data-column'))) {
            const cell = element.closest<HTMLElement>('[data-column]');
            const column = cell ? Number(cell.dataset.column) : row.kind === 'office' ? (this.cursor?.column ?? 0) : 0;
            this.cursor = { row: row.key, column, visit: code };
        }
    }

    #rowOfElement(element: Element): Row | undefined {
        const key = element.closest<HTMLElement>('[data-row]')?.dataset.row;
        const place = key === undefined ? undefined : this.#table.index.get(key);
        return place === undefined ? undefined : this.#table.rows[place];
    }

    // --- keyboard ---

    #onKeyDown(event: KeyboardEvent): void {
        const element = event.target as HTMLElement;
        if (element.closest('button:not(.toggle)')) {
            return;
        }
        const code = element.dataset.visit;
        const on = code
            ? 'card'
            : element.matches('.toggle')
              ? 'office'
              : element.hasAttribute('data-column')
                ? 'cell'
                : 'other';
        const intent = intentOf(event, on, this.lift !== null);
        if (!intent) {
            return;
        }
        event.preventDefault();
        switch (intent.type) {
            case 'go':
                if (this.lift?.by === 'keyboard') {
                    this.#aim(
                        stepTarget(
                            this.#field,
                            this.lift.target ?? this.#firstTarget(this.lift.visit),
                            intent.direction,
                        ),
                    );
                } else if (!this.lift) {
                    this.#go(element, intent.direction);
                }
                break;
            case 'lift':
                this.#liftByKeyboard(code as string);
                break;
            case 'drop':
                if (this.lift?.by === 'keyboard') {
                    this.#dropOn(this.lift.target);
                }
                break;
            case 'cancel':
                this.#endLift('stays where it was.');
                break;
            case 'select':
                this.#select(code as string);
                break;
            case 'move-to':
                this.#moveTo(code as string);
                break;
            case 'toggle':
                this.#toggle(this.#rowOfElement(element)?.office.code ?? '');
                break;
        }
    }

    /** Moves the focus, in the tray along its cards, in the grid from stop to stop. */
    #go(element: HTMLElement, direction: Direction): void {
        if (element.closest('.tray')) {
            this.#goInTray(direction);
            return;
        }
        const cursor = this.cursor ?? firstStop(this.#field);
        if (!cursor) {
            return;
        }
        const row = this.#rowOfElement(element);
        const collapsed = row && this.#collapsed.has(row.office.code);
        if (row?.kind === 'office' && (direction === 'left' || direction === 'right')) {
            if (collapsed === (direction === 'right')) {
                this.#toggle(row.office.code);
            }
            return;
        }
        this.cursor = step(this.#field, cursor, direction);
        this.#refocus = true;
    }

    #goInTray(direction: Direction): void {
        const visits = this.#model.tray();
        const { perLine } = this.#shelf;
        const place = visits.findIndex((visit) => visit.code === this.trayCursor);
        const by = { left: -1, right: 1, up: -perLine, down: perLine, home: -Infinity, end: Infinity } as Record<
            string,
            number
        >;
        const next = visits[Math.max(0, Math.min(visits.length - 1, place + (by[direction] ?? 0)))];
        if (next) {
            this.trayCursor = next.code;
            this.#refocus = true;
        }
    }

    get #field(): Field {
        const rows = Math.max(1, this.#table.rows.length);
        return {
            ...this.#table,
            columns: this.#dates.length,
            page: Math.max(1, Math.floor((this.#viewport * rows) / Math.max(1, this.#table.height)) - 1),
            visits: (row, column) => this.#model.cell(row, this.#dates[column - 1] ?? '').map((visit) => visit.code),
        };
    }

    /** The element that has, or should have, the focus. */
    #stopElement(): HTMLElement | null {
        const tray = this.renderRoot.querySelector<HTMLElement>('.tray [tabindex="0"]');
        if (this.#focusInTray && tray) {
            return tray;
        }
        return this.renderRoot.querySelector<HTMLElement>('.rows [tabindex="0"]');
    }

    /** Keeps the cursor on something that is there: the visit where it stands now, else its cell, else the first row. */
    #settleCursor(): void {
        const { cursor } = this;
        const visit = cursor?.visit ? this.#model.visit(cursor.visit) : undefined;
        if (visit && this.#model.rowOf(visit)) {
            this.#pointCursorAt(visit);
        }
        const settled = settle(this.#field, this.cursor);
        if (JSON.stringify(settled) !== JSON.stringify(this.cursor)) {
            this.cursor = settled;
        }
    }

    #pointCursorAt(visit: Visit): void {
        const row = this.#model.rowOf(visit);
        this.#focusInTray = row === undefined;
        if (row === undefined) {
            this.trayCursor = visit.code;
            return;
        }
        const { days } = this.#model;
        if (this.#narrow) {
            this.dayIndex = Math.max(0, days.indexOf(visit.date ?? ''));
        }
        const column = this.#narrow ? 1 : days.indexOf(visit.date ?? '') + 1;
        const { cursor } = this;
        if (cursor?.row !== row || cursor.column !== column || cursor.visit !== visit.code) {
            this.cursor = { row, column, visit: visit.code };
        }
    }

    // --- lifting, aiming, dropping ---

    #liftByPointer(code: string, at: Point): void {
        const card = this.#cardElement(code);
        const visit = this.#beginLift(code, 'pointer');
        if (!visit || !card) {
            this.#drag.stop();
            return;
        }
        const box = card.getBoundingClientRect();
        this.#grip = { x: at.x - box.left, y: at.y - box.top, width: box.width };
        this.ghost = visit;
        void this.updateComplete.then(() => this.#dragTo(at));
    }

    #liftByKeyboard(code: string): void {
        const visit = this.#beginLift(code, 'keyboard');
        if (visit) {
            this.#aim(this.#firstTarget(visit));
            this.#say(`${visit.name} lifted. Arrow keys choose where, Enter drops, Escape puts it back.`);
        }
    }

    #beginLift(code: string, by: Lift['by']): Visit | null {
        const visit = this.#model.visit(code);
        if (!visit || this.#moves.isSaving(code)) {
            return null;
        }
        if (visit.status === 'done' || visit.status === 'missed') {
            this.#tell(`The visit of ${visit.name} is ${visit.status} and stays where it is.`);
            return null;
        }
        this.toast = null;
        this.lift = { visit, by, verdicts: null, target: null };
        this.#fire('visit-picked-up', { visit: code });
        void this.#askVerdicts(
            this.#model.offices.filter((office) => !this.#collapsed.has(office.code)).map((office) => office.code),
        );
        return visit;
    }

    /** Asks once for every target in these offices; until the answer is there the board shows what it knows itself. */
    async #askVerdicts(offices: string[]): Promise<void> {
        const { lift, $server } = this;
        const [from] = this.#model.days;
        if (!lift || !$server || !from) {
            return;
        }
        const { code, version, name } = lift.visit;
        try {
            const map = await $server.pickUp(code, version, offices, from, this.#model.days.length);
            if (this.lift?.visit !== lift.visit) {
                return;
            }
            if (map.version !== version) {
                this.#endLift('was changed by someone else meanwhile. Look again before moving it.', true);
                void this.refetch();
                return;
            }
            const verdicts = new Verdicts(map, this.lift.verdicts);
            this.lift = { ...this.lift, verdicts };
            this.#sayTarget();
        } catch {
            if (this.lift?.visit === lift.visit) {
                this.#tell(`The lights for ${name} could not be fetched. A drop is still checked by the server.`);
            }
        }
    }

    #firstTarget(visit: Visit): Target {
        const row = this.#model.rowOf(visit);
        const first = this.#table.rows.find((other) => other.kind === 'route' && other.office.code === visit.office);
        const any = first ?? this.#table.rows.find((other) => other.kind === 'route');
        const date = row ? visit.date : visit.due;
        return {
            row: row?.startsWith('route') ? row : (any?.key ?? ''),
            column: Math.max(1, this.#dates.indexOf(date ?? '') + 1),
        };
    }

    #aim(target: Target | null): void {
        const { lift } = this;
        if (!lift || (lift.target?.row === target?.row && lift.target?.column === target?.column)) {
            return;
        }
        this.lift = { ...lift, target };
        if (lift.by === 'keyboard') {
            this.#revealTarget = true;
            this.#sayTarget();
        }
    }

    #sayTarget(): void {
        const place = this.lift?.by === 'keyboard' && this.lift.target && this.#placeOf(this.lift.target);
        if (!this.lift || !place) {
            return;
        }
        const verdict = verdictAt(this.#picture(), this.lift, place.route.code, place.date);
        const technician = verdict === 'here' ? null : verdict.technician;
        const name = this.#model.technician(
            technician ?? this.#model.run(place.route.code, place.date)?.technician ?? null,
        )?.name;
        this.#say(
            `${spokenDate(place.date)}, ${place.route.name}${name ? ` with ${name}` : ''}. ${verdict === 'here' ? 'It stands here now.' : spokenVerdict(verdict)}`,
        );
    }

    #aimedVerdict(picture: Picture): Verdict | 'here' | null {
        const place = this.lift?.target && this.#placeOf(this.lift.target);
        return this.lift && place ? verdictAt(picture, this.lift, place.route.code, place.date) : null;
    }

    #placeOf(target: Target): { route: Route; date: string } | null {
        const row = this.#table.rows[this.#table.index.get(target.row) ?? -1];
        const date = this.#dates[target.column - 1];
        return row?.route && date ? { route: row.route, date } : null;
    }

    #dragTo(at: Point): void {
        if (!this.lift) {
            return;
        }
        const box = this.getBoundingClientRect();
        const ghost = this.#ghostElement;
        if (ghost) {
            ghost.style.width = `${this.#grip.width}px`;
            ghost.style.transform = `translate(${at.x - this.#grip.x - box.left}px, ${at.y - this.#grip.y - box.top}px)`;
        }
        this.#aim(this.#targetAt(at));
    }

    #dropAt(at: Point): void {
        this.#dragTo(at);
        this.#dropOn(this.lift?.target ?? null);
    }

    #dropOn(target: Target | null): void {
        const { lift, $server } = this;
        const place = target && this.#placeOf(target);
        if (!lift) {
            return;
        }
        const verdict = place && verdictAt(this.#picture(), lift, place.route.code, place.date);
        if (!place || !verdict || verdict === 'here' || !$server) {
            this.#endLift('stays where it was.');
            return;
        }
        if (verdict.allowed === 0) {
            const sentence = `${lift.visit.name} cannot go there${verdict.text ? `: ${verdict.text}` : ''}.`;
            if (lift.by === 'keyboard') {
                this.#say(sentence);
            } else {
                this.#endLift('stays where it was.');
                this.#tell(sentence);
            }
            return;
        }
        const technician = verdict.technician ?? this.#model.run(place.route.code, place.date)?.technician ?? null;
        const draft = {
            route: place.route.code,
            date: place.date,
            start: verdict.start ?? lift.visit.start,
            technician,
        };
        this.lift = null;
        this.ghost = null;
        void this.#drop($server, lift.visit, draft, verdict.start);
    }

    async #drop(server: BoardServer, visit: Visit, draft: Draft, start: string | null): Promise<void> {
        const dropping = this.#moves.drop(server, visit, draft, start);
        this.#follow(visit.code);
        this.#changed();
        const ended = await dropping;
        const from = this.#cardElement(visit.code)?.getBoundingClientRect();
        this.#follow(visit.code);
        this.#changed();
        if (ended.status === 'accepted') {
            this.#say(ended.sentence || this.#standsAt(visit.code));
        } else {
            this.#tell(ended.sentence);
            await this.updateComplete;
            this.#fly(visit.code, from);
        }
        this.#fire('visit-dropped', { visit: visit.code, outcome: ended.status });
        if (ended.status === 'stale' || ended.status === 'failed') {
            void this.refetch();
        }
    }

    /** The focus stays on a card wherever it goes. */
    #follow(code: string): void {
        const visit = this.#model.visit(code);
        if (visit && (this.#focused || this.matches(':focus-within'))) {
            this.#pointCursorAt(visit);
            this.#refocus = true;
        }
    }

    #standsAt(code: string): string {
        const visit = this.#model.visit(code);
        if (!visit?.date) {
            return 'Saved.';
        }
        const name = this.#model.technician(visit.technician)?.name;
        return `Saved. ${visit.name}: ${spokenDate(visit.date)}, ${clockTime(visit.start)}${name ? ` with ${name}` : ''}.`;
    }

    /** Ends a lift without a move. `what` follows the visit's name; `loud` also shows it. */
    #endLift(what: string, loud = false): void {
        const { lift } = this;
        if (!lift) {
            return;
        }
        const from = this.#ghostElement?.getBoundingClientRect();
        this.#drag.stop();
        this.lift = null;
        this.ghost = null;
        clearTimeout(this.#openTimer);
        this.#refocus = lift.by === 'keyboard';
        if (loud) {
            this.#tell(`${lift.visit.name} ${what}`);
        } else {
            this.#say(`${lift.visit.name} ${what}`);
        }
        if (lift.by === 'pointer') {
            this.#fly(lift.visit.code, from);
        }
    }

    /** Somebody else changed the visit in the air: dropping it now would overwrite what they did. */
    #checkLift(by: string | null): void {
        const { lift } = this;
        if (!lift) {
            return;
        }
        const now = this.#model.truth(lift.visit.code);
        if (now?.version !== lift.visit.version) {
            const what = now ? 'was changed' : 'was taken away';
            this.#endLift(`${what} by ${by || 'someone else'} while you held it. Look again before moving it.`, true);
        }
    }

    /** Lets a card travel back, so that the eye finds where it went. */
    #fly(code: string, from: DOMRect | undefined): void {
        const to = this.#cardElement(code)?.getBoundingClientRect();
        const visit = this.#model.visit(code);
        if (!from || !to || !visit || matchMedia('(prefers-reduced-motion: reduce)').matches) {
            return;
        }
        const box = this.getBoundingClientRect();
        const at = (rect: DOMRect) => `translate(${rect.left - box.left}px, ${rect.top - box.top}px)`;
        this.ghost = visit;
        void this.updateComplete.then(async () => {
            const ghost = this.#ghostElement;
            if (ghost) {
                ghost.style.width = `${to.width}px`;
                const flight = ghost.animate([{ transform: at(from) }, { transform: at(to) }], {
                    duration: FLIGHT_MILLIS,
                    easing: 'ease-out',
                    fill: 'forwards',
                });
                await flight.finished.catch(() => undefined);
            }
            if (!this.lift) {
                this.ghost = null;
            }
        });
    }

    /** Holding a visit over a closed office opens it, and asks for its targets too. */
    #openWhenHeld(row: Row): void {
        const office = row.kind === 'office' && this.#collapsed.has(row.office.code) ? row.office.code : null;
        if (office === this.#openCandidate) {
            return;
        }
        clearTimeout(this.#openTimer);
        this.#openCandidate = office;
        if (office) {
            this.#openTimer = window.setTimeout(() => {
                this.#openCandidate = null;
                if (this.lift) {
                    this.#toggle(office);
                    void this.#askVerdicts([office]);
                }
            }, OPEN_COLLAPSED_MILLIS);
        }
    }

    // --- small things ---

    get #shelf(): Shelf {
        const metrics = this.#metrics;
        return shelfOf(this.#model.tray().length, this.width - metrics.side - 24, metrics.card, this.trayExpanded);
    }

    get #ghostElement(): HTMLElement | null {
        return this.renderRoot.querySelector('.ghost');
    }

    #cardElement(code: string): HTMLElement | null {
        return this.renderRoot.querySelector(
            `.scroller [data-visit="${CSS.escape(code)}"], .tray [data-visit="${CSS.escape(code)}"]`,
        );
    }

    #toggle(office: string): void {
        const collapsed = new Set(this.#collapsed);
        if (!collapsed.delete(office)) {
            collapsed.add(office);
        }
        this.#collapsed = collapsed;
        if (this.cursor && this.#table.rows[this.#table.index.get(this.cursor.row) ?? -1]?.office.code === office) {
            this.cursor = { row: officeRow(office), column: this.cursor.column, visit: null };
        }
        this.requestUpdate();
    }

    #select(code: string): void {
        this.selected = code;
        this.$server?.select(code);
    }

    #moveTo(code: string): void {
        this.$server?.moveTo(code);
    }

    #markFresh(codes: string[]): void {
        const before = this.#fresh;
        this.#fresh = new Set(codes);
        [...before, ...codes].forEach((code) => this.#model.repaint(code));
        clearTimeout(this.#freshTimer);
        if (codes.length > 0) {
            this.#freshTimer = window.setTimeout(() => this.#markFresh([]), FRESH_MILLIS);
        }
        this.requestUpdate();
    }

    /** The data changed: draw it, and count again when there is time. */
    #changed(): void {
        this.requestUpdate();
        clearTimeout(this.#summaryTimer);
        this.#summaryTimer = window.setTimeout(
            () => this.#fire('board-summary', summarise(this.#model, this.#moves.waiting)),
            SUMMARY_MILLIS,
        );
    }

    #onTick(): void {
        const now = new Date();
        const midnight = this.#model.offices.some(
            ({ zone }) => localNow(zone, now).date !== localNow(zone, this.now).date,
        );
        this.now = now;
        if (midnight) {
            void this.refetch();
        }
    }

    /** Says and shows a sentence; it stays until the next action or until it is closed. */
    #tell(sentence: string): void {
        this.toast = sentence;
        this.#say(sentence);
    }

    /** The same sentence twice must be heard twice. */
    #say(sentence: string): void {
        this.spoken = sentence === this.spoken ? `${sentence}\u00a0` : sentence;
    }

    #fire(type: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
}

function cardOf(event: Event): string | undefined {
    return (event.target as Element).closest<HTMLElement>('[data-visit]')?.dataset.visit;
}
