import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import libreStyles from 'maplibre-gl/dist/maplibre-gl.css';
import { adopt, mapStyles } from './dispatch-map.styles.js';
import { BoardFeed } from './feed.js';
import { dayAndMonth, shortWeekday, spokenDate } from './format.js';
import { MapCanvas } from './map-canvas.js';
import { Places, type BoardPlaces } from './map-data.js';
import { drawingOf } from './map-features.js';
import { isEmpty, listView, readoutView, type ListState } from './map-list.js';
import { paintOf } from './map-paint.js';
import {
    find,
    firstDay,
    pictureOf,
    settle,
    viewOf,
    type Choice,
    type MapPicture,
    type ReadableBoard,
} from './map-picture.js';
import { talk, visitOf } from './window-link.js';

const NO_WEBGL =
    'This browser cannot draw the map: WebGL is missing or switched off. The stops are listed here in their order.';
const CALM = '(prefers-reduced-motion: reduce)';
const DARK = '(prefers-color-scheme: dark)';

/**
 * Where the visits of a board are: runs as lines in their technician's colour, stops in order with both lights, and the
 * same in words beside it. It reads a board and its places, and talks with both by `dorothy-hover` and `dorothy-select`
 * on `window`; the server is asked for nothing but places.
 *
 * @fires map-choice - another day or route was chosen; `detail` is the {@link Choice}
 * @fires map-ready - the first picture is drawn, or cannot be
 */
@customElement('dispatch-map')
export class DispatchMap extends LitElement {
    /** The board that is shown; call {@link changed} when something on it changed. */
    @property({ attribute: false }) board: ReadableBoard | null = null;
    @property() offices = '';
    @property() from = '';
    @property({ type: Number }) days = 7;
    @property() url = 'api/board/places';
    /** Address of a PMTiles file with streets; blank is a plain background. */
    @property() pmtiles = '';
    /** Address of a MapLibre style with streets. */
    @property({ attribute: 'style-url' }) styleUrl = '';
    @property() selected: string | null = null;
    /** The chosen day; null with a route shows all its days. */
    @property() day: string | null = null;
    @property() route: string | null = null;
    @property() technician: string | null = null;
    /** What the title is, and what stands before it: a way back where the map covers the screen. */
    @property({ attribute: false }) lead: TemplateResult | typeof nothing = nothing;
    /** What to do when there is nothing to show. */
    @property() hint = 'No visits here. Choose another day, or another office on the board.';

    @state() private lit: string | null = null;
    @state() private trouble: string | null = null;
    @state() private wordsOnly = false;
    @state() private places = new Places();
    @state() private revision = 0;

    readonly #feed = new BoardFeed<BoardPlaces>();
    readonly #schemes = new MutationObserver(() => this.#repaint());
    readonly #dark = window.matchMedia(DARK);
    #canvas: MapCanvas | null = null;
    #picture: MapPicture = { runs: [], waiting: [], lost: [], unknown: [] };
    /** Visits whose place was asked for again in vain. */
    #given = new Set<string>();
    #look = true;
    #office: string | null = null;
    #ready = false;
    #fetching = false;

    /** Something on the board changed. */
    changed(): void {
        this.revision++;
    }

    override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        adopt(libreStyles);
        adopt(mapStyles);
        window.addEventListener('dorothy-hover', this.#onHover);
        window.addEventListener('dorothy-select', this.#onSelect);
        this.#dark.addEventListener('change', this.#repaint);
        this.#schemes.observe(document.documentElement, { attributes: true });
        if (this.hasUpdated) {
            void this.#fetch();
            void this.updateComplete.then(() => this.#openCanvas());
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener('dorothy-hover', this.#onHover);
        window.removeEventListener('dorothy-select', this.#onSelect);
        this.#dark.removeEventListener('change', this.#repaint);
        this.#schemes.disconnect();
        this.#feed.stop();
        this.#canvas?.remove();
        this.#canvas = null;
    }

    override firstUpdated(): void {
        this.#openCanvas();
    }

    override willUpdate(changed: PropertyValues): void {
        if (changed.has('offices') || changed.has('from') || changed.has('days') || changed.has('url')) {
            this.#look = true;
            this.#given = new Set();
            void this.#fetch();
        }
        if (changed.has('selected') && this.board) {
            this.#follow(this.selected);
        }
        const board = this.board;
        if (board) {
            const { day, route, technician } = this;
            const choice = settle(board, { day, route, technician }, this.selected);
            if (changed.has('day') || changed.has('route') || changed.has('technician')) {
                this.#look = true;
            }
            this.day = choice.day;
            this.route = choice.route;
            this.technician = choice.technician;
            this.#picture = pictureOf(board, this.places, choice);
            this.#askForUnknown();
        }
    }

    override updated(changed: PropertyValues): void {
        const what = ['board', 'places', 'revision', 'day', 'route', 'technician'];
        if (what.some((name) => changed.has(name))) {
            this.#draw();
        }
        if (changed.has('lit') || changed.has('selected')) {
            this.#canvas?.point(this.lit, this.selected);
        }
    }

    override render(): TemplateResult {
        const { board } = this;
        const state: ListState | null = board && {
            board,
            picture: this.#picture,
            route: this.route,
            technician: this.technician,
            selected: this.selected,
            lit: this.lit,
        };
        const streets = !this.wordsOnly && (this.pmtiles !== '' || this.styleUrl !== '');
        return html`<div
            class="map-frame ${streets ? 'map-streets' : ''}"
            @click=${this.#onClick}
            @pointerover=${this.#onPoint}
            @focusin=${this.#onPoint}
            @pointerleave=${this.#onLeave}
        >
            <div class="map-bar">${this.lead}${board ? this.#daysView(board) : nothing}</div>
            ${this.trouble ? html`<p class="map-note" role="status">${this.trouble}</p>` : nothing}
            <div class="map-body ${this.wordsOnly ? 'words' : ''}">
                <div class="map-place" ?hidden=${this.wordsOnly}>
                    <div class="map-canvas"></div>
                    ${state ? readoutView(state) : nothing}
                    ${!board || isEmpty(board, this.#picture) ? html`<p class="map-empty">${this.hint}</p>` : nothing}
                </div>
                <section class="map-list" aria-label="Stops on the map" tabindex="0">
                    ${
                        state && !isEmpty(state.board, this.#picture)
                            ? listView(state)
                            : this.wordsOnly
                              ? html`<p class="map-hint">${this.hint}</p>`
                              : nothing
                    }
                </section>
            </div>
        </div>`;
    }

    #daysView(board: ReadableBoard): TemplateResult {
        const button = (day: string | null, words: string, title: string) =>
            html`<button type="button" data-day=${day ?? ''} aria-pressed=${this.day === day} title=${title}>
                ${words}
            </button>`;
        return html`<div class="map-days" role="group" aria-label="Day on the map">
            ${
                this.route === null && this.technician === null
                    ? nothing
                    : button(null, 'All days', `All days of this ${this.route === null ? 'technician' : 'route'}`)
            }
            ${board.days.map((day) => button(day, `${shortWeekday(day)} ${dayAndMonth(day)}`, spokenDate(day)))}
        </div>`;
    }

    // --- the drawn part ---

    #openCanvas(): void {
        const container = this.querySelector<HTMLElement>('.map-canvas');
        if (!container || this.#canvas) {
            return;
        }
        try {
            const paint = paintOf(this);
            const pmtiles = this.pmtiles && new URL(this.pmtiles, document.baseURI).href;
            this.#canvas = new MapCanvas(
                container,
                paint,
                { pmtiles, style: this.styleUrl },
                {
                    hover: (visit) => this.#hover(visit),
                    select: (visit) => this.#select(visit),
                    trouble: (sentence) => (this.trouble = sentence),
                },
            );
            container.classList.toggle('dark', paint.dark);
            this.#look = true;
            this.#draw();
            this.#canvas.point(this.lit, this.selected);
        } catch {
            this.wordsOnly = true;
            this.trouble = NO_WEBGL;
        }
    }

    #draw(): void {
        const { board } = this;
        if (!board) {
            return;
        }
        this.#canvas?.draw(drawingOf(board, this.places, this.#picture));
        if (this.#look) {
            const selected = this.selected === null ? undefined : board.visit(this.selected);
            const bounds = viewOf(board, this.places, this.#picture, this.#office ?? selected?.office ?? null);
            if (bounds) {
                this.#look = false;
                this.#canvas?.look(bounds, !this.#ready || this.#calm);
            }
        }
        if (!this.#ready && this.#picture.runs.length + this.#picture.waiting.length > 0) {
            this.#ready = true;
            this.dispatchEvent(new CustomEvent('map-ready', { bubbles: true }));
        }
    }

    readonly #repaint = () => {
        const paint = paintOf(this);
        this.querySelector('.map-canvas')?.classList.toggle('dark', paint.dark);
        this.#canvas?.repaint(paint);
    };

    get #calm(): boolean {
        return window.matchMedia(CALM).matches;
    }

    /** The drawn part, for tests and for whoever wants to look at it; null where WebGL is missing. */
    get canvas(): MapCanvas | null {
        return this.#canvas;
    }

    // --- places ---

    async #fetch(): Promise<void> {
        if (this.offices === '' || this.from === '') {
            return;
        }
        const question = new URLSearchParams({ offices: this.offices, from: this.from, days: String(this.days) });
        this.#fetching = true;
        const answer = await this.#feed.ask(`${this.url}?${question}`);
        if (answer.kind === 'outdated') {
            return; // the newer question ends the waiting
        }
        this.#fetching = false;
        if (answer.kind === 'fresh') {
            this.places = new Places(answer.snapshot);
            this.trouble = this.wordsOnly ? NO_WEBGL : null;
        } else if (answer.kind === 'failed') {
            this.trouble = answer.sentence;
        }
    }

    /** A visit came to the board that was not there when its places were read; each is asked for once. */
    #askForUnknown(): void {
        const news = this.#picture.unknown.filter((code) => !this.#given.has(code));
        if (news.length > 0 && !this.#fetching) {
            news.forEach((code) => this.#given.add(code));
            void this.#fetch();
        }
    }

    // --- pointing, selecting, choosing ---

    readonly #onHover = (event: Event) => {
        this.lit = visitOf(event);
    };

    readonly #onSelect = (event: Event) => {
        this.selected = visitOf(event);
    };

    /** The map goes where the selected visit is: to its day, and into view. */
    #follow(visit: string | null): void {
        const board = this.board;
        const date = visit === null ? null : (board?.visit(visit)?.date ?? null);
        if (!board || visit === null) {
            return;
        }
        const inPicture = find(this.#picture, visit) !== null;
        if (date !== null && !inPicture && board.days.includes(date)) {
            this.route = null;
            this.technician = null;
            this.day = date;
        }
        const at = this.places.of(visit)?.at;
        if (at) {
            this.#canvas?.reveal(at, this.#calm);
        }
    }

    #hover(visit: string | null): void {
        if (visit !== this.lit) {
            window.dispatchEvent(talk('dorothy-hover', visit));
        }
    }

    #select(visit: string): void {
        window.dispatchEvent(talk('dorothy-select', visit));
    }

    #choose(choice: Choice): void {
        this.day = choice.day;
        this.route = choice.route;
        this.technician = choice.technician;
        this.dispatchEvent(new CustomEvent('map-choice', { detail: choice, bubbles: true }));
    }

    readonly #onPoint = (event: Event) => {
        const target = event.target as Element;
        if (target.closest('.map-list')) {
            this.#hover(target.closest<HTMLElement>('[data-visit]')?.dataset.visit ?? null);
        }
    };

    readonly #onLeave = () => this.#hover(null);

    readonly #onClick = (event: Event) => {
        const button = (event.target as Element).closest<HTMLElement>('button');
        const { visit, route, technician, office, day } = button?.dataset ?? {};
        if (visit !== undefined) {
            this.#select(visit);
        } else if (route !== undefined || technician !== undefined) {
            this.#choose({ day: null, route: route ?? null, technician: technician ?? null });
        } else if (office !== undefined) {
            this.#office = office;
            this.#look = true;
            this.#draw();
        } else if (day !== undefined) {
            this.#choose({ day: day === '' ? null : day, route: this.route, technician: this.technician });
        } else if (button?.dataset.all !== undefined && this.board) {
            const shown = this.day ?? firstDay(this.board, this.selected);
            this.#choose({ day: shown, route: null, technician: null });
        }
    };
}
