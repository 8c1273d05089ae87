import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BarServer, Entry, OwnOffice, SavedView } from './bar-data.js';
import { barKeyOf, takesText, type BarKey } from './bar-keys.js';
import {
    DAYS,
    PLAIN,
    printAddress,
    readState,
    savedQuery,
    writeState,
    type BarState,
    type Colour,
    type Zoom,
} from './bar-state.js';
import {
    filterMenu,
    legendView,
    lookMenu,
    officeNames,
    officesMenu,
    searchField,
    stepperView,
    switchView,
} from './bar-views.js';
import type { BoardSummary } from './board-data.js';
import { chipRow, chipsOf, chipsView, type ChipRow } from './chip-row.js';
import { styles } from './board-bar.styles.js';
import './board-palette.js';
import type { BoardPalette } from './board-palette.js';
import './board-views.js';
import type { BoardViews } from './board-views.js';
import type { DispatchBoard } from './dispatch-board.js';
import { EXCEPTIONS } from './exceptions.js';
import { filterSize, readFilter, toggled, writeFilter } from './filter.js';
import { addDays, localNow, shortWeekday, spokenRange } from './format.js';
import { icons } from './icons.js';
import { keysDialog, singleKeys } from './keys-dialog.js';
import type { Density } from './rows.js';
import type { Action, FoundCustomer, PaletteItem } from './palette-items.js';

import { WordMeasure } from './word-measure.js';

/** Below this width the bar is one line, and a sheet has the rest. */
const NARROW = 900;
const PHONE = 600;
/** From this width on everything stands in one line, and the chips have what room is left. */
const WIDE = 1240;
/** Browsers slow down an address that changes with every key. */
const REMEMBER_MILLIS = 200;

/**
 * The header of the board's screen. It holds the state of the picture, keeps it in the page's address, and sets it on the
 * `<dispatch-board>` beside it; only offices and first day are the server's to know.
 */
@customElement('board-bar')
export class BoardBar extends LitElement {
    static override styles = styles;

    /** The offices this person may choose, as JSON. */
    @property() own = '[]';
    /** Set by the server when the screen is entered, also with the same address again. */
    @property({ attribute: false, hasChanged: () => true }) entry: Entry | null = null;
    /** The last part of the page's address while this screen is shown; any other address is left alone. */
    @property() page = 'board';
    /** Set by Vaadin. */
    @property({ attribute: false }) $server?: BarServer;

    @state() private set: BarState = PLAIN;
    @state() private summary: BoardSummary | null = null;
    @state() private narrow = false;
    @state() private wide = false;
    /** As narrow as a board that shows one day, with buttons of its own to turn it. */
    @state() private phone = false;
    /** Width that the chips have in one line. */
    @state() private chipRoom = 0;
    @state() private officeSearch = '';
    @state() private filterSearch = '';
    @state() private problem: string | null = null;
    @state() private spoken = '';
    /** A sentence that everybody should see; it stays until the next one or until it is closed. */
    @state() private notice: string | null = null;

    #offices: readonly OwnOffice[] = [];
    /** What the board was told last. */
    #applied: Record<string, unknown> = { day: '' };
    /** Which way the days were walked last. */
    #heading: 1 | -1 = 1;
    #rememberTimer = 0;
    readonly #resize = new ResizeObserver(() => this.#measure());
    readonly #words = new WordMeasure();
    #observed: Element | null = null;

    override connectedCallback(): void {
        super.connectedCallback();
        this.#resize.observe(this);
        window.addEventListener('keydown', this.#onKeyDown);
        window.addEventListener('board-summary', this.#onSummary);
        window.addEventListener('board-ready', this.#onReady);
        window.addEventListener('board-select', this.#onSelect);
        window.addEventListener('board-view', this.#onView);
        window.addEventListener('board-turn', this.#onTurn);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.#resize.disconnect();
        clearTimeout(this.#rememberTimer);
        window.removeEventListener('keydown', this.#onKeyDown);
        window.removeEventListener('board-summary', this.#onSummary);
        window.removeEventListener('board-ready', this.#onReady);
        window.removeEventListener('board-select', this.#onSelect);
        window.removeEventListener('board-view', this.#onView);
        window.removeEventListener('board-turn', this.#onTurn);
    }

    override willUpdate(changed: PropertyValues): void {
        if (changed.has('own')) {
            this.#offices = JSON.parse(this.own) as OwnOffice[];
        }
        if (changed.has('entry') && this.entry) {
            const { query, offices, from } = this.entry;
            this.#change({ ...readState(query), offices, from });
        }
    }

    override updated(changed: PropertyValues): void {
        if (changed.has('set')) {
            this.#apply();
        }
        const chips = this.renderRoot.querySelector('.bar > .chips');
        if (chips !== this.#observed) {
            if (this.#observed) {
                this.#resize.unobserve(this.#observed);
            }
            if (chips) {
                this.#resize.observe(chips);
            }
            this.#observed = chips;
            // At once: until their room is known all chips would stand behind "+6", for a frame.
            this.#measure();
        }
    }

    #measure(): void {
        this.narrow = this.clientWidth < NARROW;
        this.phone = this.clientWidth < PHONE;
        this.wide = this.clientWidth >= WIDE;
        this.chipRoom = this.#observed?.clientWidth ?? 0;
    }

    /** The address of exactly this screen. */
    get link(): string {
        return `${location.origin}${location.pathname}?${writeState(this.set)}`;
    }

    // --- rendering ---

    override render(): TemplateResult {
        return html`<header class="bar ${this.narrow ? 'narrow' : this.wide ? 'wide' : ''}">
                <h1 class="hidden">Board</h1>
                <button
                    type="button"
                    class="offices-button"
                    popovertarget="offices"
                    aria-label=${`Offices: ${officeNames(this.#offices, this.set.offices)}`}
                >
                    <bdi>${officeNames(this.#offices, this.set.offices)}</bdi>${icons.open}
                </button>
                ${this.#weekView()}
                ${
                    this.narrow
                        ? html`<button
                              type="button"
                              aria-haspopup="dialog"
                              @click=${() => this.#dialog('sheet')?.showModal()}
                          >
                              More${this.#isNarrowed ? html` <span aria-label="something is looked for">•</span>` : nothing}
                          </button>`
                        : html`${this.#switches()} ${this.#findView()} ${this.#filterButton()}
                              <button
                                  type="button"
                                  class=${this.set.colour === 'light' && !this.set.working ? '' : 'on'}
                                  popovertarget="look"
                              >
                                  View
                              </button>
                              ${this.#chips()}`
                }
            </header>
            ${
                this.notice
                    ? html`<p class="notice">
                          <span>${this.notice}</span>
                          <button
                              type="button"
                              class="quiet"
                              aria-label="Close this message"
                              @click=${() => (this.notice = null)}
                          >
                              ${icons.close}
                          </button>
                      </p>`
                    : nothing
            }
            ${legendView(this.#board?.looking.legend ?? new Map())}
            <div id="offices" popover aria-label="Offices" role="dialog" @toggle=${this.#place}>
                ${officesMenu({
                    own: this.#offices,
                    chosen: this.set.offices,
                    search: this.officeSearch,
                    problem: this.problem,
                    onSearch: (search) => (this.officeSearch = search),
                    onChoose: (offices) => void this.#chooseOffices(offices),
                })}
            </div>
            ${this.narrow ? this.#sheet() : this.#menus()} ${keysDialog()}
            <board-palette
                .world=${() => ({
                    today: this.#now,
                    offices: this.#offices,
                    model: this.#board?.model,
                    actions: this.#actions(),
                })}
                @palette-choose=${(event: CustomEvent<PaletteItem>) => void this.#go(event.detail)}
            ></board-palette>
            <div class="hidden" role="status" aria-live="polite">${this.spoken}</div>`;
    }

    #weekView(): TemplateResult {
        const unit = this.#unit;
        const step = (by: 1 | -1, words: string, key: string) =>
            this.phone
                ? nothing
                : html`<button
                      type="button"
                      aria-label=${words}
                      title="${words} ( ${key} )"
                      @click=${() => this.#shift(by)}
                  >
                      ${by < 0 ? icons.previous : icons.next}
                  </button>`;
        return html`<div class="group" role="group" aria-label="Week">
                ${step(-1, `A ${unit} back`, '[')}
                <button type="button" title="To today (T)" @click=${() => this.#today()}>Today</button>
                ${step(1, `A ${unit} on`, ']')}
            </div>
            <span class="range" aria-live="polite">${this.#range()}</span>`;
    }

    #switches(): TemplateResult {
        const board = this.#board;
        return html`${
            board && 'zoom' in board
                ? switchView(
                      'Zoom',
                      this.set.zoom,
                      [
                          ['week', 'Week'],
                          ['day', 'Day'],
                          ['month', 'Month'],
                      ] as const,
                      (zoom) => this.#changeZoom(zoom),
                  )
                : nothing
        }
        ${
            board && 'rows' in board
                ? switchView(
                      'Rows',
                      this.set.rows,
                      [
                          ['routes', 'Routes'],
                          ['people', 'People'],
                      ] as const,
                      (rows) => this.#change({ rows }),
                  )
                : nothing
        }`;
    }

    #findView(): TemplateResult {
        return html`<div class="find" role="search" @keydown=${this.#onFindKey}>
            ${searchField('Find name, street, words…', this.set.find, (find) => this.#change({ find }), 'Find name, words…')}
        </div>`;
    }

    #filterButton(): TemplateResult {
        const size = filterSize(readFilter(this.set.filter));
        return html`<button type="button" class=${size > 0 ? 'on' : ''} popovertarget="filter">
            Filter${size > 0 ? ` (${size})` : nothing}
        </button>`;
    }

    #lookView(): TemplateResult {
        const done = () => this.renderRoot.querySelector<HTMLElement>('#look')?.hidePopover();
        return lookMenu({
            density: this.set.density,
            colour: this.set.colour,
            collapsed: this.set.offices.every((office) => this.set.collapsed.includes(office)),
            working: this.set.working,
            print: printAddress(this.#board?.officeShown || (this.set.offices[0] ?? ''), this.#dayInView),
            onDensity: (density) => this.#change({ density }),
            onColour: (colour) => this.#change({ colour }),
            onCollapse: () => this.#board?.toggleAll(),
            onWorking: () => this.#change({ working: !this.set.working }),
            onCopy: () => {
                done();
                void this.#copyLink();
            },
            onGo: () => this.#palette?.open(),
            onKeys: () => this.#dialog('keys')?.showModal(),
        });
    }

    /** How the chips stand: in what room one line has, or in the sheet all of them. */
    get #chipRow(): ChipRow {
        const room = this.wide && !this.narrow ? this.chipRoom : null;
        return chipRow(chipsOf(this.summary, this.set.exception), room, (words) => this.#words.width(words, this));
    }

    #chips(): TemplateResult {
        return html`${stepperView(
            this.#board?.looking.found ?? null,
            (direction) => this.#board?.step(direction, false),
            () => this.#showAll(),
        )}
        ${chipsView(this.#chipRow, this.summary?.visits ?? null, (exception) => void this.#chooseException(exception), this.#place)}`;
    }

    /** Inside the sheet on a small screen: a dialog leaves what is outside of it untouchable. */
    #menus(): TemplateResult {
        return html`${
                this.narrow
                    ? nothing
                    : html`<div id="look" popover aria-label="View" role="dialog" @toggle=${this.#onLook}>
                          ${this.#lookView()}
                      </div>`
            }
            <div id="views" popover aria-label="Saved views" role="dialog" @toggle=${this.#onViews}>
                <board-views
                    .server=${this.$server}
                    .offices=${this.#offices}
                    .query=${savedQuery(this.set)}
                    @view-open=${(event: CustomEvent<SavedView>) => void this.#openView(event.detail)}
                ></board-views>
            </div>
            <div id="filter" class="wide" popover aria-label="Filter" role="dialog" @toggle=${this.#place}>
                ${filterMenu({
                    filter: readFilter(this.set.filter),
                    model: this.#board?.model,
                    search: this.filterSearch,
                    onSearch: (search) => (this.filterSearch = search),
                    onToggle: (facet, value) =>
                        this.#change({ filter: writeFilter(toggled(readFilter(this.set.filter), facet, value)) }),
                    onClear: () => this.#change({ filter: '' }),
                })}
            </div>`;
    }

    #sheet(): TemplateResult {
        return html`<dialog id="sheet" class="sheet" aria-label="What the board shows">
            <div class="head">
                <h2>${this.#range()}</h2>
                <button type="button" class="quiet" aria-label="Close" @click=${() => this.#dialog('sheet')?.close()}>
                    ${icons.close}
                </button>
            </div>
            <div class="parts">
                <div class="part">${this.#findView()}</div>
                <div class="part">${this.#chips()}</div>
                <div class="part">${this.#switches()} ${this.#filterButton()}</div>
                ${this.#lookView()}
            </div>
            ${this.#menus()}
        </dialog>`;
    }

    /** Under its button, inside the window. */
    readonly #place = (event: ToggleEvent) => {
        const menu = event.target as HTMLElement;
        const button = this.renderRoot.querySelector(`[popovertarget="${menu.id}"]`);
        if (event.newState === 'open' && button) {
            const { left, bottom } = button.getBoundingClientRect();
            const { width, height } = menu.getBoundingClientRect();
            menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
            menu.style.top = `${Math.max(8, Math.min(bottom + 4, window.innerHeight - height - 8))}px`;
        }
    };

    // --- state ---

    get #board(): DispatchBoard | null {
        return (this.getRootNode() as ParentNode).querySelector<DispatchBoard>('dispatch-board');
    }

    get #isNarrowed(): boolean {
        const { find, filter, exception } = this.set;
        return find !== '' || filter !== '' || exception !== null;
    }

    #change(part: Partial<BarState>): void {
        this.set = { ...this.set, ...part };
        clearTimeout(this.#rememberTimer);
        this.#rememberTimer = window.setTimeout(() => this.#remember(), REMEMBER_MILLIS);
    }

    /**
     * Hands to the board what has changed; offices and first day come to it from the server. What it does not have is
     * kept for the address only.
     */
    #apply(): void {
        const board = this.#board;
        if (!board) {
            return;
        }
        const { day, person, collapsed, offices, from, visit, ...plain } = this.set;
        // A month has room for tiles only.
        const density = plain.zoom === 'month' ? 'overview' : plain.density;
        const wanted = { ...plain, density, day: day ?? '', person: person ?? '', collapsed: collapsed.join(',') };
        for (const [name, value] of Object.entries(wanted)) {
            if (name in board && this.#applied[name] !== value) {
                Object.assign(board, { [name]: value });
            }
        }
        this.#applied = wanted;
        // What was found is known after the board has looked.
        void board.updateComplete?.then(() => this.requestUpdate());
    }

    /** Writes the state into the address without a step back; what Vaadin keeps beside the address stays. */
    #remember(): void {
        if (location.pathname.split('/').pop() === this.page) {
            history.replaceState(history.state, '', `${location.pathname}?${writeState(this.set)}`);
        }
    }

    // --- offices and days ---

    async #view(offices: readonly string[], from: string): Promise<void> {
        const before = this.set;
        this.#change({ offices, from });
        try {
            const shown = await this.$server?.view([...offices], from, DAYS[this.set.zoom]);
            if (shown) {
                this.#change({ offices: shown.offices, from: shown.from });
            }
        } catch {
            this.#change({ offices: before.offices, from: before.from });
            this.#tell('The server could not be reached. The board shows what it showed before.');
        }
    }

    async #chooseOffices(offices: readonly string[]): Promise<void> {
        this.problem = offices.length === 0 ? 'A board needs an office. Choose another one first.' : null;
        if (this.problem) {
            this.#say(this.problem);
        } else {
            await this.#view(offices, this.set.from);
        }
    }

    /** Another zoom may need other days. */
    #changeZoom(zoom: Zoom): void {
        const more = DAYS[zoom] !== DAYS[this.set.zoom];
        this.#change({ zoom });
        if (more) {
            void this.#view(this.set.offices, this.set.from || this.#now);
        }
    }

    /** A week, a month, or in the day zoom one day of the board; beyond its edge the next week comes with its nearest day. */
    #shift(direction: 1 | -1): void {
        const { offices, from } = this.set;
        if (!this.#byDay) {
            void this.#view(offices, addDays(from || this.#now, DAYS[this.set.zoom] * direction));
            return;
        }
        const days = this.#board?.model.days ?? [];
        const here = days.indexOf(this.#shownDay);
        const day = here < 0 ? undefined : days[here + direction];
        if (day !== undefined) {
            this.#change({ day });
            return;
        }
        const next = addDays(this.#shownDay, direction);
        this.#heading = direction;
        this.#change({ day: next });
        void this.#view(offices, direction > 0 ? next : addDays(from || next, -7));
    }

    #today(): void {
        const today = this.#now;
        this.#change({ day: null });
        void this.#view(this.set.offices, today);
    }

    /** What the brackets turn. */
    get #unit(): Zoom {
        return this.#byDay ? 'day' : this.set.zoom === 'month' ? 'month' : 'week';
    }

    get #byDay(): boolean {
        return this.#board?.single ?? false;
    }

    /** The day of the day zoom; without a choice it is today, or the first there is. */
    get #shownDay(): string {
        const days = this.#board?.model.days ?? [];
        const wanted = this.set.day ?? this.#now;
        return days.includes(wanted) ? wanted : (this.set.day ?? days[0] ?? this.#now);
    }

    /** The day one looks at: where the week is shown today, if it is in it. */
    get #dayInView(): string {
        const days = this.#board?.model.days ?? [];
        return this.#byDay ? this.#shownDay : days.includes(this.#now) ? this.#now : (days[0] ?? this.#now);
    }

    /** The day it is at the first office: as the board was told, else by the clock there. */
    get #now(): string {
        const first = this.set.offices[0] ?? '';
        const zone = this.#offices.find(({ code }) => code === first)?.zone ?? 'UTC';
        return this.#board?.model.office(first)?.today ?? localNow(zone, new Date()).date;
    }

    #range(): string {
        const days = this.#board?.loaded ? this.#board.model.days : [];
        const [first, last] = [days[0], days[days.length - 1]];
        if (this.#byDay) {
            return `${shortWeekday(this.#shownDay)} ${spokenRange(this.#shownDay, this.#shownDay, this.#now)}`;
        }
        return first && last ? spokenRange(first, last, this.#now) : '';
    }

    // --- finding ---

    async #chooseException(exception: string): Promise<void> {
        const chosen = this.set.exception === exception ? null : exception;
        this.#change({ exception: chosen });
        this.#dialog('sheet')?.close();
        this.renderRoot.querySelector<HTMLElement>('#more-chips')?.hidePopover();
        if (chosen !== null) {
            await this.updateComplete;
            await this.#board?.updateComplete;
            this.#board?.step(1, false);
        }
    }

    readonly #onFindKey = (event: KeyboardEvent) => {
        if (event.key === 'Enter') {
            event.preventDefault();
            this.#board?.step(event.shiftKey ? -1 : 1, false);
        } else if (event.key === 'Escape' && this.set.find !== '') {
            event.preventDefault();
            this.#change({ find: '' });
        }
    };

    #showAll(): void {
        this.#change({ find: '', filter: '', exception: null });
    }

    async #copyLink(): Promise<void> {
        try {
            await navigator.clipboard.writeText(this.link);
            this.#tell('The link to this screen is copied.');
        } catch {
            this.#tell(`This browser does not let us copy. The address of the page is the link: ${this.link}`);
        }
    }

    // --- saved views ---

    /** What is in view may have been scrolled since. */
    readonly #onLook = (event: ToggleEvent) => {
        this.requestUpdate();
        this.#place(event);
    };

    readonly #onViews = (event: ToggleEvent) => {
        if (event.newState === 'open') {
            void this.renderRoot.querySelector<BoardViews>('board-views')?.refresh();
        }
        this.#place(event);
    };

    /** Offices that somebody has no longer are left out; the week stays. */
    async #openView(view: SavedView): Promise<void> {
        const { offices, ...shown } = readState(view.query);
        const own = offices.filter((code) => this.#offices.some((office) => office.code === code));
        this.renderRoot.querySelector<HTMLElement>('#views')?.hidePopover();
        this.#dialog('sheet')?.close();
        this.#change({ ...shown, from: this.set.from, visit: this.set.visit, day: this.set.day });
        await this.#view(own.length > 0 ? own : this.set.offices, this.set.from);
        this.#say(`${view.name} is shown.`);
    }

    // --- go to ---

    get #palette(): BoardPalette | null {
        return this.renderRoot.querySelector('board-palette');
    }

    #actions(): Action[] {
        const { density, find, filter, exception } = this.set;
        const colours: [Colour, string][] = [
            ['light', 'Colour by lights only'],
            ['service', 'Colour by service'],
            ['face', 'Colour by face known or new'],
            ['value', 'Colour by value'],
        ];
        const spacings: [Density, string][] = [
            ['comfortable', 'Comfortable spacing'],
            ['dense', 'Dense spacing'],
            ['overview', 'Overview of all routes'],
        ];
        const chips = EXCEPTIONS.filter(({ code }) => (this.summary?.counts[code] ?? 0) > 0);
        return [
            { label: 'To today', key: 'T', run: () => this.#today() },
            { label: `A ${this.#unit} back`, key: '[', run: () => this.#shift(-1) },
            { label: `A ${this.#unit} on`, key: ']', run: () => this.#shift(1) },
            { label: 'Find on the board', key: '/', run: () => this.#focusFind() },
            ...chips.map(({ code, one, many }) => {
                const number = this.summary?.counts[code] ?? 0;
                return {
                    label: `Show ${number} ${number === 1 ? one : many}`,
                    run: () => void (exception === code || this.#chooseException(code)),
                };
            }),
            ...(find || filter || exception ? [{ label: 'Show all visits', run: () => this.#showAll() }] : []),
            ...colours
                .filter(([colour]) => colour !== this.set.colour)
                .map(([colour, label]) => ({ label, run: () => this.#change({ colour }) })),
            ...spacings
                .filter(([spacing]) => spacing !== density)
                .map(([spacing, label]) => ({ label, run: () => this.#change({ density: spacing }) })),
            {
                label: 'Print this office and day',
                run: () => this.renderRoot.querySelector<HTMLElement>('.acts a')?.click(),
            },
            { label: 'Collapse or expand all offices', key: 'C', run: () => this.#board?.toggleAll() },
            { label: 'Copy the link to this screen', run: () => void this.#copyLink() },
            { label: 'List the keys', key: '?', run: () => this.#dialog('keys')?.showModal() },
        ];
    }

    async #go({ choice }: PaletteItem): Promise<void> {
        this.#dialog('sheet')?.close();
        switch (choice.kind) {
            case 'action':
                choice.action.run();
                break;
            case 'office':
                await this.#view([choice.office], this.set.from);
                break;
            case 'day':
                this.#change({ day: choice.day });
                await this.#view(this.set.offices, choice.day);
                break;
            case 'technician':
                this.#change({ find: '', exception: null, filter: writeFilter({ technician: [choice.technician] }) });
                await this.updateComplete;
                await this.#board?.updateComplete;
                this.#board?.step(1);
                break;
            case 'customer':
                await this.#openCustomer(choice.customer);
                break;
        }
    }

    /** Goes to the customer's next visit, in whichever office and week it stands. */
    async #openCustomer({ name, visit, board: office, date }: FoundCustomer): Promise<void> {
        const board = this.#board;
        if (!board || visit === null || office === null) {
            this.#tell(`No visit of ${name} is planned. Look for them under Customers.`);
            return;
        }
        const offices = this.set.offices.includes(office) ? this.set.offices : [...this.set.offices, office];
        const away = date !== null && !board.model.days.includes(date);
        if (away || offices !== this.set.offices || !board.model.visit(visit)) {
            await this.#view(offices, away && date !== null ? date : this.set.from);
            await board.updateComplete;
        }
        board.selectVisit(visit);
    }

    // --- events ---

    readonly #onSummary = (event: Event) => {
        this.summary = (event as CustomEvent<BoardSummary>).detail;
    };

    readonly #onReady = () => {
        const days = this.#board?.model.days ?? [];
        const { day } = this.set;
        if (this.#byDay && day !== null && !days.includes(day)) {
            // Not a working day: on to the next one in the direction we came from.
            const onward = this.#heading > 0 ? days.find((one) => one > day) : days.findLast((one) => one < day);
            this.#change({ day: onward ?? null });
        }
        this.requestUpdate();
    };

    readonly #onSelect = (event: Event) => {
        this.#change({ visit: (event as CustomEvent<{ visit: string | null }>).detail.visit });
    };

    /** A phone's board has the buttons of its day; beyond its week the bar knows the way. */
    readonly #onTurn = (event: Event) => {
        event.preventDefault();
        this.#shift((event as CustomEvent<{ by: 1 | -1 }>).detail.by);
    };

    /** What was set on the board itself. */
    readonly #onView = (event: Event) => {
        const { person, ...part } = (event as CustomEvent<Partial<BarState>>).detail;
        this.#change(person === undefined ? part : { ...part, person: person || null });
    };

    readonly #onKeyDown = (event: KeyboardEvent) => {
        if (event.defaultPrevented || event.isComposing) {
            return;
        }
        const key = barKeyOf(
            {
                key: event.key,
                ctrlKey: event.ctrlKey,
                metaKey: event.metaKey,
                altKey: event.altKey,
                altGraph: event.getModifierState('AltGraph'),
            },
            {
                typing: takesText(event.composedPath()),
                dialog: this.#dialogOpen,
                lifting: this.#board?.lifted ?? false,
                singleKeys: singleKeys(),
            },
        );
        if (key) {
            event.preventDefault();
            this.#do(key);
        }
    };

    #do(key: BarKey): void {
        switch (key) {
            case 'today':
                this.#today();
                break;
            case 'back':
            case 'on':
                this.#shift(key === 'on' ? 1 : -1);
                break;
            case 'next':
            case 'previous':
                this.#board?.step(key === 'next' ? 1 : -1);
                break;
            case 'find':
                this.#focusFind();
                break;
            case 'groups':
                this.#board?.toggleAll();
                break;
            case 'keys':
                this.#dialog('keys')?.showModal();
                break;
            case 'palette':
                this.#palette?.open();
                break;
        }
    }

    #focusFind(): void {
        if (this.narrow) {
            this.#dialog('sheet')?.showModal();
        }
        const field = this.renderRoot.querySelector<HTMLInputElement>('.find input');
        field?.focus();
        field?.select();
    }

    #dialog(id: string): HTMLDialogElement | null {
        return this.renderRoot.querySelector<HTMLDialogElement>(`dialog#${id}`);
    }

    /** One of ours, or one of Vaadin's. */
    get #dialogOpen(): boolean {
        return (
            this.renderRoot.querySelector('dialog[open], [popover]:popover-open') !== null ||
            document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null
        );
    }

    #tell(sentence: string): void {
        this.notice = sentence;
        this.#say(sentence);
    }

    /** The same sentence twice must be heard twice. */
    #say(sentence: string): void {
        this.spoken = sentence === this.spoken ? `${sentence}\u00a0` : sentence;
    }
}
