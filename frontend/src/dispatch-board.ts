import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { BoardDelta, BoardServer, DraftOutcome, HeldVisit } from './board-data.js';
import type { Colour } from './bar-state.js';
import { BenchHands } from './bench-hands.js';
import { BoardKeys } from './board-keys.js';
import { BoardLink } from './board-link.js';
import { BoardModel, trayRow, type RowsBy, type Visit } from './board-model.js';
import { AxisLock, keptTime, veilView } from './axis-lock.js';
import { bottomBarView, hasBar } from './bottom-bar.js';
import { allToggled, readCollapsed, toggled, writeCollapsed } from './collapsed.js';
import { styles } from './dispatch-board.styles.js';
import { wire } from './draft.js';
import { dayOfOne, technicianBeside } from './day-list.js';
import { dayListView, dayTurnView, whoseView } from './day-list-view.js';
import { DayFeed } from './day-plan.js';
import type { Point } from './drag.js';
import { minuteOfDay, spokenDate } from './format.js';
import { bannerView, emptySentence, headerView, nothingFoundView, skeletonView, toastView } from './frame-view.js';
import { Fingers } from './fingers.js';
import { foldsView, needsBar, type Fold } from './folds.js';
import { Ghost } from './ghost.js';
import type { Target } from './keyboard.js';
import { Lifting, type Lift, type LiftHost } from './lifting.js';
import { Live, type LiveHost } from './live.js';
import { Looking } from './looking.js';
import type { ReadableBoard } from './map-picture.js';
import { Moves } from './moves.js';
import { PointerDrag, type Modifiers } from './pointer.js';
import { Presence } from './presence.js';
import { Roving } from './roving.js';
import { NameRoom } from './name-room.js';
import { ghostView, rowView, type Picture } from './row-view.js';
import { runMenuView } from './run-menu.js';
import { runOf, type Run } from './run-moves.js';
import type { Density, Row } from './rows.js';
import { StopsFeed } from './stops-feed.js';
import { summarise } from './summary.js';
import { shelfOf, type Shelf } from './tray-shelf.js';
import { groupsOf, trayView } from './tray-view.js';
import { hoursHeaderView, nowLinesView } from './timeline-view.js';
import type { SavedChange } from './undo.js';
import { Viewport, type View, type Zoom } from './viewport.js';
import type { Sight } from './window-link.js';
import { Workbench } from './workbench.js';

const OPEN_OFFICE_MILLIS = 700;
const SUMMARY_MILLIS = 150;
const PAINT_MILLIS = 250;

/** After what is to be painted now; not every browser knows when it is idle. */
const whenIdle = (then: (value?: unknown) => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(() => then()) : setTimeout(then);

/**
 * The week of one or more offices: routes as rows, days as columns, visits as cards. It owns the picture and proposes
 * moves; the server owns the truth and decides. Snapshot by REST, commands through `$server`, changes of others through
 * {@link patch}.
 *
 * @fires board-drawn - what is in view is drawn; of a big board the rest is read now
 * @fires board-ready - the first picture is there
 * @fires board-gap - a change was missed; the picture is being fetched again
 * @fires board-changed - something on the picture or the {@link sight} changed; what reads them reads them again
 * @fires board-summary - figures for the exception chips
 * @fires board-view - the person has folded offices or turned to another day or technician here; `detail` is what the bar is to keep
 * @fires board-turn - a day back or on is wanted, `detail.by`; who can go beyond this board's days prevents the default
 * @fires board-select - another visit is selected, or none; `detail.visit`
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
    /** Whether a row is a route or a technician. */
    @property() rows: RowsBy = 'routes';
    /** Days side by side, or the hours of one. */
    @property() zoom: Zoom = 'week';
    /** Whether rows without work are left out. */
    @property({ type: Boolean }) working = false;
    /** The day of the day zoom and of a narrow screen, `yyyy-MM-dd`; today when it is not on this board. */
    @property() day = '';
    /** Codes of the offices that are folded to one row, separated by commas. */
    @property() collapsed = '';
    /** On a narrow screen: the technician whose day is listed; blank for everybody's. */
    @property() person = '';
    /** What is looked for: the visits that do not have it are dimmed. */
    @property() find = '';
    /** Facts of the visits that are meant, see `filter.ts`. */
    @property() filter = '';
    /** One of the exception chips, see `exceptions.ts`. */
    @property() exception: string | null = null;
    /** What cards are coloured by; `light` is the quiet picture. */
    @property() colour: Colour = 'light';
    /** For people who may look but not move: nothing can be lifted. */
    @property({ type: Boolean, attribute: 'readonly', reflect: true }) readOnly = false;
    /** Who looks: their draft is theirs alone. */
    @property() user = '';
    /** The visits that are in the air on other boards. */
    @property({ attribute: false }) held: readonly HeldVisit[] = [];
    /** Set by Vaadin. */
    @property({ attribute: false }) $server?: BoardServer;

    @state() private toast: string | null = null;
    @state() private spoken = '';
    @state() private trayExpanded = false;
    @state() private fold: Fold | null = null;

    readonly #model = new BoardModel();
    readonly #moves = new Moves(this.#model);
    readonly #viewport = new Viewport(this.#model);
    readonly #live = new Live(this.#model, this.#liveHost());
    readonly #looking = new Looking(this.#model, () => this.requestUpdate());
    readonly #dayFeed = new DayFeed(() => this.requestUpdate());
    readonly #ghost = new Ghost(this);
    readonly #roving = new Roving(this.#model, this.#viewport, {
        root: () => this.renderRoot as ShadowRoot,
        scroller: () => this.#scroller,
        draw: () => this.requestUpdate(),
        shelf: () => this.#shelf,
        showDay: (day) => this.#turnTo({ day }),
        isCollapsed: (office) => this.#collapsed.has(office),
        toggle: (office) => this.#toggle(office),
    });
    readonly #lifting = new Lifting(this.#model, this.#moves, this.#viewport, this.#liftHost());
    readonly #drag = new PointerDrag(this, {
        lift: (visit, at) => this.#liftByPointer(visit, at),
        drag: (at) => this.#dragTo(at),
        drop: (at) => {
            this.#dragTo(at);
            this.#ghost.drop();
            this.#dropThere();
        },
        cancel: () => this.#lifting.end(),
        click: (visit, event) => this.#clickCard(visit, event),
        shift: (held) => (this.#shift = held),
        menu: (visit) => this.#moveTo(visit),
        scroller: () => this.#scroller,
    });
    readonly #bench = new Workbench(this.#model, {
        server: () => this.$server,
        offline: () => this.#live.offline,
        changed: () => this.#changed(),
        say: (sentence) => this.#say(sentence),
        tell: (sentence) => this.#tell(sentence),
        refetch: () => void this.refetch(),
        unassign: (visit) => this.#lifting.unassign(visit),
    });
    readonly #hands = new BenchHands(this.#bench, {
        root: () => this.renderRoot,
        box: () => this.getBoundingClientRect(),
        drawn: () => this.updateComplete,
        draw: () => this.requestUpdate(),
        refocus: () => {
            this.#roving.refocus = true;
            this.requestUpdate();
        },
        runOf: (element) => this.#runOf(element),
        together: (element) => this.#together(element),
        moveTo: (visit) => this.#moveTo(visit),
        mayMove: () => !this.readOnly,
    });
    readonly #keys = new BoardKeys(this.#lifting, this.#roving, this.#viewport, {
        mayMove: () => !this.readOnly,
        revealTarget: () => (this.#revealTarget = true),
        select: (visit) => this.#select(visit),
        moveTo: (visit) => this.#moveTo(visit),
        toggle: (element) => this.#toggle(this.#rowOf(element)?.office.code ?? ''),
        takes: (event, on) => this.#hands.key(event, on),
        say: (sentence) => this.#say(sentence),
    });
    readonly #names = new NameRoom();
    readonly #presence = new Presence();
    readonly #stops = new StopsFeed(() => this.requestUpdate());
    readonly #fingers = new Fingers({
        swipe: (by) => this.#showPerson(by),
        rest: (visit) => this.$server?.moveTo(visit),
    });
    readonly #lock = new AxisLock();
    readonly #link = new BoardLink({
        element: this,
        knows: (visit) => this.#model.visit(visit) !== undefined,
        choose: (visit) => this.#choose(visit),
    });
    readonly #resize = new ResizeObserver(() => this.#measure());

    #collapsed: ReadonlySet<string> = new Set();
    /** A visit to show as soon as it is there. */
    #wanted: string | null = null;
    #revealTarget = false;
    /** Of the names on the cards. */
    #font = '';
    /** Whether a visit was in the air when the board was drawn last. */
    #holding = false;
    #heldOver: string | null = null;
    #shift = false;
    #seen: Pick<Sight, 'day' | 'by'> = { day: null, by: 'routes' };
    #liftedAt: Point = { x: 0, y: 0 };
    #summaryTimer = 0;
    #heldTimer = 0;

    // --- what the server calls ---

    /** Takes a change over. A change that does not follow the last one fetches the picture again. */
    patch(delta: BoardDelta): void {
        this.#live.patch(delta);
    }

    /** Fetches the picture again; an unchanged one costs one small answer. */
    refetch(): Promise<void> {
        return this.#live.refetch();
    }

    /** What time it is; told by the board's own clock. */
    tick(now: Date): void {
        this.#live.tick(now);
    }

    /** Whether the picture of what was asked for is there. */
    get loaded(): boolean {
        return this.#live.loaded;
    }

    /** The question about a visit was given up: it is no longer marked as waiting. */
    cancelPending(visit: string): void {
        this.#moves.settle(visit);
        this.#changed();
    }

    /** A preview of the draft, or the questions of an undo, have ended. */
    reviewed(outcome: DraftOutcome): void {
        outcome.visits.forEach((visit) => this.#moves.settle(visit));
        this.#bench.reviewed(outcome);
    }

    /** A dialog beside the board saved a change of this person, who may want to undo it. */
    ownChange(visit: string, version: number): void {
        this.#bench.ownChange(visit, version);
    }

    /** A dialog beside the board saved several visits as one change of this person, of other weeks too. */
    ownSaved(change: SavedChange): void {
        this.#bench.ownSaved(change);
    }

    /** Brings a visit into view and gives it the focus, as soon as the board has it. */
    focusVisit(code: string): void {
        const visit = this.#model.visit(code);
        this.#wanted = this.loaded ? null : code;
        if (!visit) {
            return;
        }
        this.#roving.find(visit);
        this.#roving.refocus = true;
        this.requestUpdate();
    }

    /** What is on this board, for the menus of the bar. */
    get model(): BoardModel {
        return this.#model;
    }

    /** What is looked for, and what the colours mean. */
    get looking(): Looking {
        return this.#looking;
    }

    /** Whether a visit is in the air: then keys and changes of the picture wait. */
    get lifted(): boolean {
        return this.#lifting.current !== null;
    }

    /** Whether one day is shown at a time. */
    get single(): boolean {
        return this.#viewport.single;
    }

    /** The office one looks at. */
    get officeShown(): string {
        return this.#viewport.officeAtTop;
    }

    /** Collapses all offices, or opens them all when none is open. */
    toggleAll(): void {
        const offices = this.#model.offices.map(({ code }) => code);
        this.#collapse(allToggled(this.#collapsed, offices));
        this.#say(this.#collapsed.size > 0 ? 'All offices are collapsed.' : 'All offices are open.');
    }

    /** Goes to the next or the previous visit that is looked for, and takes the focus along unless it is to stay. */
    step(direction: 1 | -1, takeFocus = true): void {
        const { visit, sentence } = this.#looking.step(direction);
        if (visit) {
            this.focusVisit(visit.code);
            this.#roving.refocus = takeFocus;
            this.#roving.revealing = !takeFocus;
        }
        this.#say(sentence);
    }

    /** Brings a visit into view, selects it and opens its customer. */
    selectVisit(code: string): void {
        this.focusVisit(code);
        this.#select(code);
    }

    /** What the board shows, to be read by what stands beside it. */
    get picture(): ReadableBoard {
        return this.#model;
    }

    /** Where the board looks, for the map beside it and in this person's other windows. */
    get sight(): Sight {
        const { offices, from, days } = this;
        const day = this.#viewport.single ? this.#viewport.day : null;
        return { offices, from, days, day, by: this.#model.by, draft: this.#bench.draft.moves };
    }

    // --- life cycle ---

    override connectedCallback(): void {
        super.connectedCallback();
        this.#link.connect();
        this.#live.connect();
        document.fonts.addEventListener('loadingdone', this.#onFonts);
        if (this.hasUpdated) {
            this.#observe();
            void this.refetch(); // changes were missed while the board was away
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.#link.disconnect();
        document.fonts.removeEventListener('loadingdone', this.#onFonts);
        this.#forgetLift();
        this.#live.disconnect();
        this.#dayFeed.stop();
        this.#resize.disconnect();
        clearTimeout(this.#summaryTimer);
        clearTimeout(this.#heldTimer);
    }

    override firstUpdated(): void {
        this.#observe();
        this.#measure();
    }

    override willUpdate(changed: PropertyValues): void {
        if (changed.has('offices') || changed.has('from') || changed.has('days') || changed.has('url')) {
            this.#forgetLift();
            this.#viewport.lookAhead(false);
            this.#live.restart();
        }
        if (changed.has('user') || changed.has('url')) {
            this.#bench.open(this.user, this.url);
        }
        if (changed.has('selected')) {
            [changed.get('selected') as string | null, this.selected].forEach(
                (code) => code && this.#model.repaint(code),
            );
        }
        if (changed.has('rows') || changed.has('zoom')) {
            this.#forgetLift();
            this.#model.arrange(this.rows);
        }
        if (changed.has('held')) {
            this.#takeHeld();
        }
        if (this.collapsed !== writeCollapsed(this.#collapsed)) {
            this.#collapsed = readCollapsed(this.collapsed);
        }
        this.#layOut();
        this.#names.look(this.#viewport.cardWidth, this.#font);
        this.#followDay();
        this.#followStops();
        const found = this.#looking.look(this);
        if (found !== null) {
            this.#say(found);
            this.#count();
        }
        this.#roving.look();
    }

    override updated(changed: PropertyValues): void {
        if (changed.get('selected') !== undefined) {
            this.#fire('board-select', { visit: this.selected });
        }
        if (changed.has('selected')) {
            this.#link.selected(this.selected);
        }
        const { day, by } = this.sight;
        if (day !== this.#seen.day || by !== this.#seen.by) {
            this.#seen = { day, by };
            this.#fire('board-changed', {});
        }
        this.#roving.drawn();
        this.#letGo();
        if (this.#revealTarget) {
            this.#revealTarget = false;
            this.#roving.reveal(this.#lifting.current?.target);
        }
    }

    // --- rendering ---

    override render(): TemplateResult {
        const picture = this.#picture();
        const { metrics, narrow, roomy, table, dates, across, hours, tiles, month } = this.#viewport;
        const sizes = Object.fromEntries(Object.entries(metrics).map(([name, size]) => [`--${name}`, `${size}px`]));
        const empty = this.loaded ? emptySentence(this.#model) : null;
        return html`<div
            class="frame ${narrow ? 'narrow' : ''} ${tiles > 1 || month ? 'tiled' : ''} ${month ? 'month' : ''} ${roomy ? 'roomy' : ''} ${picture.lift ? 'lifting' : ''} ${hours ? 'by-hours' : ''}"
            style=${styleMap({ ...sizes, '--days': String(dates.length), '--least-width': `${across.leastWidth}px`, '--hours': hours ? String((hours.to - hours.from) / 60) : null })}
            @pointerdown=${this.#onPointerDown}
            @touchmove=${this.#drag.holdScroll}
            @click=${this.#onClick}
            @contextmenu=${this.#onContextMenu}
            @keydown=${(event: KeyboardEvent) => this.#keys.down(event)}
            @focusin=${(event: FocusEvent) => this.#roving.onFocusIn(event.target as HTMLElement)}
            @submit=${this.#onSubmit}
        >
            ${this.loaded && this.#looking.found === 0 ? nothingFoundView(this) : nothing}
            ${narrow && this.loaded ? this.#whoseView() : nothing}
            <div
                ?hidden=${this.#listed}
                class="scroller"
                role="grid"
                aria-label=${hours ? 'Day board' : month ? 'Month board' : 'Week board'}
                aria-describedby="help"
                aria-rowcount=${table.rows.length + 1}
                aria-colcount=${dates.length + 1}
                aria-busy=${this.#live.loading}
                @scroll=${this.#onScroll}
            >
                ${hours ? hoursHeaderView(this.#model, this.#viewport, hours, this.#collapsed) : headerView(this.#model, this.#viewport, this.#collapsed)}
                <div role="rowgroup" class="rows" style=${styleMap({ height: `${table.height}px` })}>
                    ${repeat(
                        this.#listed ? [] : this.#drawnRows(),
                        (row) => row.key,
                        (row) => this.#rowView(picture, row),
                    )}
                    ${hours ? nowLinesView(this.#viewport, hours, this.#live.now) : nothing} ${this.#veilView()}
                </div>
            </div>
            ${this.offices === '' ? html`<p class="empty">Choose an office, and its week appears here.</p>` : nothing}
            ${empty ? html`<p class="empty">${empty}</p>` : nothing}
            ${this.offices !== '' && !this.loaded && this.#live.trouble === null && !this.#live.notice ? skeletonView() : nothing}
            ${bannerView(this.#live.notice, this.#live.trouble ?? this.#dayFeed.trouble)}
            ${this.loaded ? this.#belowView(picture) : nothing} ${this.#hands.lassoView()}
            ${runMenuView(this.#model, this.#hands.menu, this.#viewport.width, this.#bench.canPin)}
            ${this.#ghost.visit ? ghostView(picture, this.#ghost.visit, this.#lifting.aimed) : nothing}
            ${toastView(this.toast)}
            <p id="help" class="hidden">
                Arrow keys move between days and visits. Enter opens a visit, Space lifts it, M moves it by a dialog,
                Delete unassigns it. Control and Space chooses several, R opens what can be done with a run. Control and
                Z undoes.
            </p>
            <div class="hidden" role="status" aria-live="assertive">${this.spoken}</div>
        </div>`;
    }

    #rowView(picture: Picture, row: Row): TemplateResult {
        const { lift, cursor } = picture;
        const folded = row.kind === 'office' && this.#collapsed.has(row.office.code);
        const inputs = [
            row.revision,
            picture.dates,
            picture.narrow,
            picture.tiles,
            picture.names.revision,
            cursor?.row === row.key ? cursor : null,
            lift?.visit,
            lift?.verdicts,
            picture.matches,
            picture.spot,
            picture.legend,
            lift?.target?.row === row.key ? lift.target.column : null,
            lift?.target?.row === row.key ? lift.target.minute : null,
            picture.hours,
            picture.plan,
            row.kind === 'office' ? this.#live.now : null,
            row.kind === 'office' ? this.#collapsed : null,
            folded ? this.#model.lastRevision : null,
        ];
        return html`<div
            role="row"
            class="row ${row.kind} ${folded ? 'folded' : ''} ${row.height > this.#viewport.innerHeight / 3 ? 'tall' : ''}"
            data-row=${row.key}
            aria-rowindex=${(this.#viewport.table.index.get(row.key) ?? 0) + 2}
            style=${styleMap({ top: `${row.top}px`, height: `${row.height}px` })}
        >
            ${guard(inputs, () => rowView(picture, row))}
        </div>`;
    }

    /** On a narrow screen above the rows: whose day, and the list when it is one technician's. */
    #whoseView(): TemplateResult {
        const choose = (person: string) => this.#turnTo({ person });
        return html`${whoseView(this.#model, this.#listed ? this.person : '', choose)}
        ${
            this.#listed
                ? html`${dayTurnView(this.#model, this.#viewport.day)}
                  ${dayListView({
                      model: this.#model,
                      plan: this.#viewport.plan,
                      details: this.#stops,
                      technician: this.person,
                      date: this.#viewport.day,
                      selected: this.selected,
                      mayMove: !this.readOnly,
                      matches: this.#looking.looks.matches,
                  })}`
                : nothing
        }`;
    }

    /** Whether one technician's day is listed instead of the rows. */
    get #listed(): boolean {
        return this.loaded && this.#viewport.narrow && this.#model.technician(this.person) !== undefined;
    }

    /** Tray and draft; on a small screen a line, with what was opened above it. */
    #belowView(picture: Picture): TemplateResult {
        const bar = !this.readOnly && hasBar(this.#bench);
        const folding = this.#viewport.folding;
        const tray = !folding || this.fold === 'tray';
        const draft = bar && (!folding || this.fold === 'draft' || needsBar(this.#bench));
        const { lift } = picture;
        const taking =
            lift === null || this.#model.isInTray(lift.visit) ? '' : lift.target?.row === trayRow ? 'aimed' : 'taking';
        return html`${tray ? this.#trayView(picture) : nothing}
        ${draft ? bottomBarView(this.#bench, this.#model) : nothing}
        ${folding ? foldsView(this.fold, this.#model.tray().length, bar ? this.#bench : null, tray ? '' : taking) : nothing}`;
    }

    #trayView(picture: Picture): TemplateResult {
        const scrolled = { handleEvent: () => this.requestUpdate(), capture: true };
        return html`<div class="tray-holder" @scroll=${scrolled}>
            ${trayView(picture, this.#shelf, this.renderRoot.querySelector('.shelf')?.scrollTop ?? 0, this.#roving.trayCursor, this.trayExpanded)}
        </div>`;
    }

    #picture(): Picture {
        return {
            model: this.#model,
            moves: this.#moves,
            dates: this.#viewport.dates,
            narrow: this.#viewport.narrow,
            tiles: this.#viewport.tiles,
            names: this.#names,
            selected: this.selected,
            cursor: this.#roving.cursor,
            lift: this.#lifting.current,
            chosen: this.#bench.selection.codes,
            isDrafted: (visit) => this.#bench.draft.has(visit),
            aimed: this.#lifting.aimed,
            hours: this.#viewport.hours,
            plan: this.#viewport.plan,
            presence: this.#presence,
            fresh: this.#live.fresh,
            collapsed: this.#collapsed,
            now: this.#live.now,
            ...this.#looking.looks,
        };
    }

    get wordsAddress(): string {
        return `${this.url}/words?${this.#question()}`;
    }

    #question(): URLSearchParams {
        return new URLSearchParams({ offices: this.offices, from: this.from, days: String(this.days) });
    }

    /** The rows in view, the row with the focus, and both ends of a lift. */
    #drawnRows(): Row[] {
        const lift = this.#lifting.current;
        return this.#viewport.rows(
            this.#roving.cursor?.row,
            lift?.target?.row,
            lift ? this.#model.rowOf(lift.visit) : undefined,
        );
    }

    get #shelf(): Shelf {
        const { width, metrics, narrow, tiles } = this.#viewport;
        const named = this.#model.offices.length > 1;
        const room = width - metrics.side - 24;
        return shelfOf(groupsOf(this.#model), named, room, metrics.slot, narrow, this.trayExpanded, tiles > 1);
    }

    // --- sizes and scrolling ---

    get #scroller(): HTMLElement | null {
        return this.renderRoot.querySelector('.scroller');
    }

    #observe(): void {
        this.#resize.observe(this);
        if (this.#scroller) {
            this.#resize.observe(this.#scroller);
        }
    }

    #measure(): void {
        this.#viewport.width = this.clientWidth;
        this.#viewport.height = this.clientHeight;
        this.#viewport.innerWidth = this.#scroller?.clientWidth ?? 0;
        this.#viewport.innerHeight = this.#scroller?.clientHeight ?? 0;
        this.#font = `12px ${getComputedStyle(this).fontFamily}`;
        this.requestUpdate();
    }

    /** Draws what is just out of view, once what is in view has been painted. */
    #lookAhead(): void {
        this.#viewport.lookAhead(this.loaded);
        this.requestUpdate();
    }

    readonly #onFonts = () => {
        this.#names.forget();
        this.requestUpdate();
    };

    readonly #onScroll = () => {
        const scroller = this.#scroller;
        if (scroller && this.#viewport.scrolled(scroller.scrollLeft, scroller.scrollTop)) {
            this.requestUpdate();
        }
    };

    get #view(): View {
        const { zoom, rows: by, density, day, working } = this;
        return { zoom, by, density, day, working, collapsed: this.#collapsed };
    }

    /** Where one day is shown, its hours and drives are fetched too. */
    #followDay(): void {
        if (!this.loaded || !this.#viewport.single) {
            this.#dayFeed.stop();
            return;
        }
        const offices = this.#model.offices.map((office) => office.code);
        this.#dayFeed.show(this.url, offices, this.#viewport.day);
        if (this.#viewport.plan !== this.#dayFeed.plan) {
            this.#viewport.plan = this.#dayFeed.plan;
            this.#layOut();
        }
    }

    /** Where one technician's day is listed, streets and words are fetched too. */
    #followStops(): void {
        if (!this.#listed) {
            this.#stops.stop();
            return;
        }
        const { day, plan } = this.#viewport;
        const visits = dayOfOne(this.#model, this.person, day, plan).stops.map(({ visit }) => visit.code);
        const offices = this.#model.offices.map(({ code }) => code);
        this.#stops.show(this.url, offices, day, this.person, visits);
    }

    #layOut(): void {
        const shift = this.#viewport.layOut(this.#view);
        if (shift === null) {
            return;
        }
        this.#roving.settle();
        if (shift !== 0) {
            // What is at the top of the screen stays there; the new height must be drawn before we may scroll to it.
            void this.updateComplete.then(() => this.#scroller?.scrollBy(0, shift));
        }
    }

    #rowOf(element: Element): Row | undefined {
        return this.#viewport.row(element.closest<HTMLElement>('[data-row]')?.dataset.row);
    }

    #cardOf(code: string): HTMLElement | null {
        return this.renderRoot.querySelector(`[data-visit="${CSS.escape(code)}"]`);
    }

    // --- pointer and clicks ---

    #onPointerDown(event: PointerEvent): void {
        const list = (event.target as Element).closest('.day-list');
        if (list) {
            const open = (event.target as Element).closest<HTMLElement>('[data-open]');
            this.#fingers.press(event, this.readOnly ? null : (open?.dataset.open ?? null));
            return;
        }
        const code = visitOf(event);
        if (!code) {
            this.#hands.press(event);
        } else if (!this.#moves.isSaving(code) && !this.#lifting.current && !this.#bench.picking) {
            this.#drag.start(event, code);
        }
    }

    readonly #onSubmit = (event: SubmitEvent) => this.#hands.submit(event);

    #clickCard(code: string, event: Modifiers): void {
        if (this.readOnly || !this.#hands.clickCard(code, this.#cardOf(code), event)) {
            this.#select(code);
        }
    }

    #runOf(element: Element): Run | null {
        const cell = element.closest<HTMLElement>('[data-column]');
        const row = cell && this.#rowOf(cell);
        const date = this.#viewport.dates[Number(cell?.dataset.column) - 1];
        return row && date ? runOf(row, date) : null;
    }

    #together(element: Element): readonly string[] {
        const visit = this.#model.visit((element as HTMLElement).dataset.visit ?? '');
        if (visit && this.#model.isInTray(visit)) {
            return this.#model.trayOf(visit.office).map(({ code }) => code);
        }
        const cell = element.closest<HTMLElement>('[data-column]');
        const row = cell && this.#rowOf(cell);
        return row ? this.#viewport.field.visits(row.key, Number(cell.dataset.column)) : [];
    }

    #onClick(event: Event): void {
        const button = (event.target as Element).closest('button');
        if (this.#hands.click(event.target as Element)) {
            return;
        }
        if (button?.matches('.toggle')) {
            this.#toggle(this.#rowOf(button)?.office.code ?? '');
        } else if (button?.matches('.show-all')) {
            this.#turnTo({ find: '', filter: '', exception: null });
        } else if (button?.matches('.fold-all')) {
            this.toggleAll();
        } else if (button?.matches('.retry')) {
            this.#live.retry();
            this.#dayFeed.renewAll();
        } else if (button?.matches('.dismiss')) {
            this.toast = null;
        } else if (button?.matches('.more')) {
            this.trayExpanded = !this.trayExpanded;
        } else if (button?.matches('.previous, .next')) {
            this.#showDay(button.matches('.next') ? 1 : -1);
        } else if (button?.matches('.person-before, .person-after')) {
            this.#showPerson(button.matches('.person-after') ? 1 : -1);
        } else if (button?.matches('.move-to')) {
            this.$server?.moveTo(button.dataset.of ?? '');
        } else if (button?.dataset.open && !this.#fingers.rested) {
            this.#select(button.dataset.open);
        } else if (button?.dataset.fold) {
            const fold = button.dataset.fold as Fold;
            this.fold = this.fold === fold ? null : fold;
        }
    }

    /** Another day, where one is shown at a time. Who knows other weeks than this one goes there. */
    #showDay(by: 1 | -1): void {
        this.#roving.forget();
        const turn = new CustomEvent('board-turn', { detail: { by }, bubbles: true, composed: true, cancelable: true });
        const { days } = this.#model;
        const day = days[days.indexOf(this.#viewport.day) + by];
        if (this.dispatchEvent(turn) && day !== undefined) {
            this.#turnTo({ day });
        }
        if (day !== undefined) {
            this.#say(spokenDate(day));
        }
    }

    #showPerson(by: 1 | -1): void {
        const person = technicianBeside(this.#model, this.person, by);
        if (person !== null) {
            this.#turnTo({ person });
            this.#say(`The day of ${this.#model.technician(person)?.name ?? ''}`);
        }
    }

    /** Shows something else and tells who keeps it. */
    #turnTo(to: Partial<Pick<this, 'day' | 'person' | 'find' | 'filter' | 'exception'>>): void {
        Object.assign(this, to);
        this.#fire('board-view', to);
    }

    #onContextMenu(event: MouseEvent): void {
        if ((event.target as Element).closest('[data-open]')) {
            event.preventDefault(); // a long press is ours
            return;
        }
        const code = visitOf(event);
        if (!code) {
            if (this.#hands.contextMenu(event)) {
                event.preventDefault();
            }
            return;
        }
        event.preventDefault();
        if (!this.#drag.isLongPress(event) && !this.#lifting.current) {
            this.#moveTo(code);
        }
    }

    #liftByPointer(code: string, at: Point): void {
        const card = this.#cardOf(code)?.getBoundingClientRect();
        const visit = this.readOnly ? null : this.#lifting.begin(code, 'pointer');
        if (visit && card) {
            this.#lock.release();
            this.#liftedAt = at;
            this.#ghost.pick(visit, card, at, this.#viewport.widthOf(visit));
        } else {
            this.#drag.stop();
        }
    }

    #dragTo(at: Point): void {
        const box = this.#scroller?.getBoundingClientRect();
        if (!box || !this.#lifting.current) {
            return;
        }
        this.#ghost.follow(at);
        if (this.#isOverTray(at)) {
            this.#hold(undefined);
            this.#lifting.aim({ row: trayRow, column: 0 });
            return;
        }
        const [x, y] = [at.x - box.left, at.y - box.top];
        this.#hold(this.#viewport.rowUnder(x, y));
        this.#lockAxis(at);
        const aimed = this.#viewport.targetAt(x, y, this.#ghost.grip, this.#lifting.current.visit);
        this.#lifting.aim(this.#lock.hold(this.#home, aimed));
    }

    #isOverTray({ x, y }: Point): boolean {
        const tray = this.renderRoot.querySelector('.tray')?.getBoundingClientRect();
        return tray !== undefined && x >= tray.left && x < tray.right && y >= tray.top && y < tray.bottom;
    }

    /** The cell a lifted visit comes from; none in the tray. */
    get #home(): Target | null {
        const visit = this.#lifting.current?.visit;
        const row = visit && this.#model.rowOf(visit);
        const column = this.#viewport.dates.indexOf(visit?.date ?? '') + 1;
        const minute = this.#viewport.timeline && visit?.start ? { minute: minuteOfDay(visit.start) } : {};
        return row === undefined || column === 0 ? null : { row, column, ...minute };
    }

    #lockAxis(at: Point): void {
        const home = this.#home;
        if (!home || !this.#lock.follow(this.#shift, this.#liftedAt, at)) {
            return;
        }
        this.#lifting.keepTime(this.#lock.axis === 'column');
        const kept =
            this.#lock.axis === 'row'
                ? (this.#viewport.row(home.row)?.route?.name ??
                  this.#viewport.row(home.row)?.technician?.name ??
                  'this row')
                : keptTime(this.#viewport.dates[home.column - 1] ?? '', this.#lifting.current?.visit.start ?? null);
        this.#say(this.#lock.axis === null ? 'Free to go anywhere again.' : `Only ${kept}, while Shift is held.`);
        this.requestUpdate();
    }

    #veilView(): TemplateResult | typeof nothing {
        const home = this.#lock.axis && this.#lifting.current?.by === 'pointer' ? this.#home : null;
        const row = home && this.#viewport.row(home.row);
        if (!home || !row) {
            return nothing;
        }
        const [from, to] = this.#viewport.across.extent(home);
        const strip = this.#lock.axis === 'row' ? { from: row.top, to: row.top + row.height } : { from, to };
        return veilView(this.#lock.axis, strip);
    }

    /** Over an office that is folded away there is no day to stand on, so it is said how to get there. */
    #dropThere(): void {
        const folded = this.#model.office(this.#heldOver ?? '');
        this.#hold(undefined);
        if (folded) {
            this.#lifting.end(
                `stays where it was: ${folded.name} is folded away. Hold it there for a moment and it opens.`,
                true,
            );
        } else {
            this.#lifting.drop();
        }
    }

    /** Holding a visit over a closed office opens it, and asks for its targets too. */
    #hold(row: Row | undefined): void {
        const office = row?.kind === 'office' && this.#collapsed.has(row.office.code) ? row.office.code : null;
        if (office === this.#heldOver) {
            return;
        }
        clearTimeout(this.#heldTimer);
        this.#heldOver = office;
        if (office) {
            this.#heldTimer = window.setTimeout(() => {
                this.#heldOver = null;
                if (this.#lifting.current) {
                    this.#toggle(office);
                    void this.#lifting.ask([office]);
                }
            }, OPEN_OFFICE_MILLIS);
        }
    }

    // --- what others have in the air ---

    #takeHeld(): void {
        for (const code of this.#presence.take(this.held)) {
            this.#model.repaint(code);
            const sentence = this.#presence.sentence(code);
            if (sentence !== null && this.#focused === code) {
                this.#say(`${sentence}.`);
            }
        }
    }

    get #focused(): string | undefined {
        return ((this.renderRoot as ShadowRoot | undefined)?.activeElement as HTMLElement | null)?.dataset.visit;
    }

    /** However a lift has ended, the others hear of it. */
    #letGo(): void {
        if (this.#holding && !this.lifted && !this.#live.offline) {
            this.$server?.letGo?.();
        }
        this.#holding = this.lifted;
    }

    // --- live ---

    #liveHost(): LiveHost {
        return {
            address: () => (this.offices === '' || this.from === '' ? null : `${this.url}?${this.#question()}`),
            isSaving: (visit) => this.#moves.isSaving(visit),
            heard: ({ delta, before, changed, touched }) => {
                this.#dayFeed.renew(touched);
                changed.forEach((code) => this.#moves.settle(code));
                this.#bench.hear(before);
                this.#bench.sync();
                this.#lifting.check(delta.by);
            },
            rowsInView: () => (this.#isPlain ? this.#viewport.mostRows : Infinity),
            painted: () => this.#painted(),
            renewed: () => {
                this.#bench.sync();
                this.#bench.recover();
                this.#dayFeed.renewAll();
                this.#lifting.check(null);
            },
            arrived: () => void this.#arrived(),
            drafted: () => this.#bench.draft.moves.length > 0,
            found: (seen) => {
                if (this.selected) {
                    this.$server?.select(this.selected);
                }
                if (seen) {
                    this.#say('Connected again. The board is up to date.');
                }
            },
            draw: () => this.requestUpdate(),
            changed: () => this.#changed(),
            say: (sentence) => this.#say(sentence),
            fire: (type, detail) => this.#fire(type, detail),
        };
    }

    /** Whether the visits in view are all one needs to know for the first picture. */
    get #isPlain(): boolean {
        const asked = [
            this.find,
            this.filter,
            this.exception,
            this.selected,
            this.#wanted,
            this.collapsed,
            this.person,
        ];
        return (
            asked.every((one) => !one) &&
            this.zoom === 'week' &&
            this.rows === 'routes' &&
            !this.working &&
            this.colour === 'light'
        );
    }

    async #painted(): Promise<void> {
        this.requestUpdate();
        await this.updateComplete;
        this.#fire('board-drawn', {});
        await Promise.race([
            new Promise((resolve) => requestAnimationFrame(() => whenIdle(resolve))),
            // A page that is not looked at is not painted.
            new Promise((resolve) => setTimeout(resolve, PAINT_MILLIS)),
        ]);
    }

    async #arrived(): Promise<void> {
        if (this.#wanted) {
            this.focusVisit(this.#wanted);
        }
        await this.updateComplete;
        this.#fire('board-ready', {});
        requestAnimationFrame(() => setTimeout(() => this.#lookAhead()));
    }

    // --- lifting ---

    #liftHost(): LiftHost {
        return {
            server: () => this.$server,
            openOffices: () =>
                this.#model.offices.map((office) => office.code).filter((office) => !this.#collapsed.has(office)),
            company: ({ code }) =>
                this.#bench.selection.has(code) ? this.#bench.movable.filter((other) => other.code !== code) : [],
            offline: () => this.#live.offline,
            sending: (visit, to) => this.#bench.sending(visit, to),
            answered: (visit) => this.#bench.answered(visit),
            warning: (visit) => this.#presence.warning(visit),
            drafted: () => this.#bench.draft.moves.map(wire),
            stage: (moves) => this.#bench.stage(moves),
            saved: (visit, card) => this.#bench.saved(visit, card),
            changed: () => this.requestUpdate(),
            say: (sentence) => this.#say(sentence),
            tell: (sentence) => this.#tell(sentence),
            fire: (type, detail) => this.#fire(type, detail),
            refetch: () => void this.refetch(),
            cardBox: (visit) => this.#cardOf(visit)?.getBoundingClientRect(),
            moved: (visit, from) => this.#moved(visit, from),
            landed: (lift) => this.#landed(lift),
        };
    }

    /** The focus stays on a card wherever it goes, unless the person has gone elsewhere meanwhile. */
    #moved({ code }: Visit, from: DOMRect | undefined): void {
        const visit = this.#model.visit(code);
        if (visit && this.matches(':focus-within')) {
            this.#roving.pointAt(visit);
            this.#roving.refocus = true;
        }
        this.#changed();
        if (from) {
            void this.#flyBack(code, from);
        }
    }

    #landed(lift: Lift): void {
        this.#drag.stop();
        const from = this.#ghost.box;
        this.#ghost.drop();
        this.#roving.refocus = lift.by === 'keyboard';
        this.requestUpdate();
        if (lift.by === 'pointer' && from) {
            void this.#flyBack(lift.visit.code, from);
        }
    }

    async #flyBack(code: string, from: DOMRect): Promise<void> {
        await this.updateComplete;
        const visit = this.#model.visit(code);
        const to = this.#cardOf(code)?.getBoundingClientRect();
        if (visit && to && !this.#lifting.current) {
            await this.#ghost.fly(visit, from, to);
        }
    }

    #forgetLift(): void {
        this.#drag.stop();
        this.#hands.stop();
        this.#lifting.current = null;
        this.#ghost.visit = null;
    }

    // --- small things ---

    #toggle(office: string): void {
        this.#collapse(toggled(this.#collapsed, office));
        this.#roving.folded(office);
        this.requestUpdate();
    }

    #collapse(offices: ReadonlySet<string>): void {
        this.#collapsed = offices;
        this.collapsed = writeCollapsed(offices);
        this.#fire('board-view', { collapsed: [...offices] });
    }

    #moveTo(visit: string): void {
        if (this.#live.offline) {
            this.#tell('There is no connection. Drag the visit instead: the move waits in your draft.');
        } else {
            this.$server?.moveTo(visit);
        }
    }

    #select(code: string): void {
        this.selected = code;
        if (!this.#live.offline) {
            this.$server?.select(code);
        }
    }

    /** Selects a visit that was chosen elsewhere and brings it into view; the focus stays where the person is. */
    #choose(code: string): void {
        this.#select(code);
        const visit = this.#model.visit(code);
        if (visit) {
            this.#roving.find(visit);
            void this.updateComplete.then(() => this.#roving.reveal(this.#roving.cursor));
        }
    }

    /** The data changed: draw it now, count again when the board has come to rest. */
    #changed(): void {
        this.requestUpdate();
        this.#fire('board-changed', {});
        this.#count();
    }

    #count(): void {
        clearTimeout(this.#summaryTimer);
        this.#summaryTimer = window.setTimeout(
            () => this.#model.whole && this.#fire('board-summary', summarise(this.#model, this.#moves.waiting)),
            SUMMARY_MILLIS,
        );
    }

    /** Shows a sentence until it is closed or the next visit is lifted, and says it. */
    #tell(sentence: string): void {
        this.toast = sentence;
        this.#say(sentence);
    }

    /** The same sentence twice must be heard twice. */
    #say(sentence: string): void {
        this.spoken = sentence === this.spoken ? `${sentence}\u00a0` : sentence;
    }

    #fire(type: string, detail: object): void {
        if (type === 'visit-picked-up') {
            this.toast = null;
        }
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
}

function visitOf(event: Event): string | undefined {
    return (event.target as Element).closest<HTMLElement>('[data-visit]')?.dataset.visit;
}
