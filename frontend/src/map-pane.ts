import { LitElement, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DispatchBoard } from './dispatch-board.js';
import type { DispatchMap } from './dispatch-map.js';
import { adopt } from './dispatch-map.styles.js';
import { paneStyles } from './map-pane.styles.js';
import { visitOf, WindowLink, type WindowKind } from './window-link.js';

const REMEMBERED = 'dorothy-map';
const BOARD_NUMBER = 'dorothy-board-number';
/** So long a window that was left may take to come back: it was only loaded again. */
const RETURN_MILLIS = 2_500;

const WORDS: Record<WindowKind, { window: string; gone: string; back: string }> = {
    map: { window: 'the map', gone: 'The map’s window was closed.', back: 'Show the map here' },
    person: {
        window: 'the customer',
        gone: 'The customer’s window was closed. The customer is beside the board again.',
        back: '',
    },
};

/**
 * The place of the map beside the board, and the rail that opens it: here, or in a window of its own, as also the
 * customer. The map's script comes only when the map is opened. Key G opens and closes it; the browser remembers which.
 */
@customElement('map-pane')
export class MapPane extends LitElement {
    /** As `<dispatch-map>` has them. */
    @property() pmtiles = '';
    @property({ attribute: 'style-url' }) styleUrl = '';

    @state() private open = localStorage.getItem(REMEMBERED) === 'open';
    @state() private loaded: 'no' | 'yes' | 'failed' = 'no';
    @state() private away: ReadonlySet<WindowKind> = new Set();
    @state() private note: WindowKind | 'blocked' | null = null;
    @state() private selected: string | null = null;
    @state() private revision = 0;

    #link: WindowLink | null = null;
    #board: DispatchBoard | null = null;
    #day: string | null = null;
    readonly #windows = new Map<WindowKind, Window>();
    readonly #leaving = new Map<WindowKind, number>();

    override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        adopt(paneStyles);
        this.#link = new WindowLink(numberOfThisBoard(), {
            here: (kind) => this.#came(kind),
            gone: (kind) => this.#left(kind),
        });
        this.#link.send({ type: 'dorothy-who' });
        window.addEventListener('dorothy-select', this.#onSelect);
        window.addEventListener('keydown', this.#onKey);
        window.addEventListener('focus', this.#onFocus);
        window.addEventListener('pagehide', this.#onLeave);
        this.#board = this.parentElement?.querySelector<DispatchBoard>('dispatch-board') ?? null;
        this.#board?.addEventListener('board-changed', this.#onChanged);
        this.selected = this.#board?.selected ?? null;
        if (this.open) {
            void this.#load();
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.#onLeave();
        this.#link?.close();
        window.removeEventListener('dorothy-select', this.#onSelect);
        window.removeEventListener('keydown', this.#onKey);
        window.removeEventListener('focus', this.#onFocus);
        window.removeEventListener('pagehide', this.#onLeave);
        this.#board?.removeEventListener('board-changed', this.#onChanged);
        this.#leaving.forEach((timer) => clearTimeout(timer));
    }

    override updated(changed: PropertyValues): void {
        if (changed.has('revision')) {
            this.querySelector<DispatchMap>('dispatch-map')?.changed();
        }
        this.parentElement?.classList.toggle('person-away', this.away.has('person'));
    }

    override render(): TemplateResult {
        const shown = this.open && !this.away.has('map');
        return html`<nav class="pane-rail" aria-label="Map and windows">
                <button
                    type="button"
                    class="pane-toggle"
                    aria-pressed=${shown}
                    aria-label="Map"
                    title=${this.away.has('map') ? 'The map is in its own window. Press to go there.' : 'Map beside the board (G)'}
                    @click=${() => this.toggle()}
                >
                    ${signs.map}<span aria-hidden="true">Map</span>
                </button>
                ${this.#windowButton('map')}${this.#windowButton('person')}
            </nav>
            <div class="pane-map" ?hidden=${!shown}>${shown ? this.#mapView() : nothing}</div>
            ${this.#noteView()}
            <div class="pane-hidden" role="status">${this.note === null ? '' : this.#noteWords(this.note)}</div>`;
    }

    #windowButton(kind: WindowKind): TemplateResult {
        const there = this.away.has(kind);
        const words = there
            ? `Go to the window of ${WORDS[kind].window}`
            : `Open ${WORDS[kind].window} in a window of its own`;
        return html`<button
            type="button"
            class="pane-window"
            aria-pressed=${there}
            aria-label=${words}
            title=${words}
            @click=${() => this.#detach(kind)}
        >
            ${kind === 'map' ? signs.mapWindow : signs.personWindow}<span aria-hidden="true"
                >${kind === 'map' ? 'Map in a window' : 'Customer in a window'}</span
            >
        </button>`;
    }

    #mapView(): TemplateResult {
        const board = this.#board;
        const back = html`<button type="button" class="pane-back" @click=${() => this.#show(false)}>
            ‹ Back to the board
        </button>`;
        if (this.loaded !== 'yes' || !board) {
            return html`${back}
                <p class="pane-wait">
                    ${
                        this.loaded === 'failed'
                            ? 'The map could not be loaded. Close it and open it again, or load the page again.'
                            : 'The map is coming…'
                    }
                </p>`;
        }
        return html`<dispatch-map
            .lead=${back}
            .board=${board.picture.offices.length > 0 ? board.picture : null}
            .offices=${board.offices}
            .from=${board.from}
            .days=${board.days}
            .day=${this.#dayOf(board)}
            .selected=${this.selected}
            .pmtiles=${this.pmtiles}
            .styleUrl=${this.styleUrl}
        ></dispatch-map>`;
    }

    #noteView(): TemplateResult | typeof nothing {
        const { note } = this;
        if (note === null) {
            return nothing;
        }
        const back = note === 'map' ? WORDS.map.back : '';
        const bring = () => {
            this.note = null;
            this.#show(true);
        };
        return html`<p class="pane-note">
            ${this.#noteWords(note)} ${back ? html`<button type="button" @click=${bring}>${back}</button>` : nothing}
            <button type="button" @click=${() => (this.note = null)}>Close</button>
        </p>`;
    }

    #noteWords(note: WindowKind | 'blocked'): string {
        return note === 'blocked'
            ? 'The browser did not allow a new window. Allow windows for this page and press again.'
            : WORDS[note].gone;
    }

    /** Opens or closes the map; one that is in its own window is brought to the front. */
    toggle(): void {
        if (this.away.has('map')) {
            this.#detach('map');
        } else {
            this.#show(!this.open);
        }
    }

    #show(open: boolean): void {
        this.open = open;
        localStorage.setItem(REMEMBERED, open ? 'open' : 'closed');
        if (open) {
            void this.#load();
        }
    }

    async #load(): Promise<void> {
        if (this.loaded === 'yes') {
            return;
        }
        try {
            await import('./dispatch-map.js');
            this.loaded = 'yes';
        } catch {
            this.loaded = 'failed';
        }
    }

    // --- windows ---

    #detach(kind: WindowKind): void {
        const there = this.#windows.get(kind);
        if (this.away.has(kind) && there && !there.closed) {
            there.focus();
            return;
        }
        const opened = window.open(
            this.#address(kind),
            `dorothy-${kind}-${this.#link?.board}`,
            'popup,width=900,height=760',
        );
        if (opened) {
            this.#windows.set(kind, opened);
            this.#came(kind);
        } else {
            this.note = 'blocked';
        }
    }

    #address(kind: WindowKind): string {
        const question = new URLSearchParams({ board: this.#link?.board ?? '' });
        if (kind === 'map' && this.#board) {
            question.set('offices', this.#board.offices);
            question.set('from', this.#board.from);
            question.set('days', String(this.#board.days));
            const map = this.querySelector<DispatchMap>('dispatch-map');
            const day = map?.day ?? this.#board.sight.day;
            if (day) {
                question.set('day', day);
            }
            if (map?.route) {
                question.set('route', map.route);
            }
        }
        if (this.selected !== null) {
            question.set('visit', this.selected);
        }
        return `${kind}?${question}`;
    }

    #came(kind: WindowKind): void {
        clearTimeout(this.#leaving.get(kind));
        this.away = new Set([...this.away, kind]);
        this.note = this.note === kind ? null : this.note;
        if (kind === 'map') {
            this.#saySight();
        }
    }

    /** It may only be loading again; then it says so in a moment. */
    #left(kind: WindowKind): void {
        clearTimeout(this.#leaving.get(kind));
        this.#leaving.set(
            kind,
            window.setTimeout(() => this.#missed(kind), this.#windows.get(kind)?.closed ? 0 : RETURN_MILLIS),
        );
    }

    #missed(kind: WindowKind): void {
        if (this.away.has(kind)) {
            this.away = new Set([...this.away].filter((other) => other !== kind));
            this.#windows.delete(kind);
            this.note = kind;
        }
    }

    /** A window that crashed said no goodbye. */
    readonly #onFocus = () => {
        for (const [kind, there] of this.#windows) {
            if (there.closed) {
                this.#missed(kind);
            }
        }
    };

    #saySight(): void {
        if (this.#board && this.#board.offices !== '') {
            this.#link?.send({ type: 'dorothy-sight', sight: this.#board.sight });
        }
    }

    readonly #onLeave = () => this.#link?.send({ type: 'dorothy-board-gone' });

    /** The day the board shows; where it shows several, the map stays on its own. */
    #dayOf(board: DispatchBoard): string | null {
        return (this.#day = board.sight.day ?? this.#day);
    }

    // --- the board ---

    readonly #onChanged = () => {
        this.revision++;
        if (this.away.has('map')) {
            this.#saySight();
        }
    };

    readonly #onSelect = (event: Event) => {
        this.selected = visitOf(event);
    };

    readonly #onKey = (event: KeyboardEvent) => {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
        if (plain && event.key.toLowerCase() === 'g' && !isTyping(event)) {
            event.preventDefault();
            this.toggle();
        }
    };
}

function isTyping(event: Event): boolean {
    return event
        .composedPath()
        .some(
            (node) =>
                node instanceof HTMLElement &&
                (node.isContentEditable || node.matches('input, textarea, select, [role="dialog"], [role="combobox"]')),
        );
}

/** A number that outlives a reload of this tab, so that its windows find it again. */
function numberOfThisBoard(): string {
    const number = sessionStorage.getItem(BOARD_NUMBER) ?? Math.random().toString(36).slice(2, 10);
    sessionStorage.setItem(BOARD_NUMBER, number);
    return number;
}

const drawn = (path: string) => svg`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;
const CORNER = 'M12 3h5v5M17 3l-6 6';
const signs = {
    map: drawn('M2.500 5l5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.500 3v12M12.500 5v12'),
    mapWindow: drawn(`${CORNER}M9 4H3v13h13v-6M3 12l4-2 4 3 5-1`),
    personWindow: drawn(`${CORNER}M9.500 4.600A3 3 0 1 0 10.500 8.800M3 17c0-3.500 2-5 5-5s5 1.500 5 5z`),
};
