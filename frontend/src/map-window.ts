import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardDelta } from './board-data.js';
import { BoardModel } from './board-model.js';
import './dispatch-map.js';
import { show, type Drafted } from './draft.js';
import type { DispatchMap } from './dispatch-map.js';
import { adopt } from './dispatch-map.styles.js';
import { BoardFeed } from './feed.js';
import type { Choice } from './map-picture.js';
import { paneStyles } from './map-pane.styles.js';
import { visitOf, WindowLink, type Sight } from './window-link.js';

export interface MapServer {
    /** The board went to other offices or days. */
    follow(offices: string, from: string, days: number): void;
}

/**
 * The map in a window of its own. It reads the board by itself, so that it also lives without one, and follows what the
 * board of the same number points at, selects and shows. Its address says what it shows.
 */
@customElement('map-window')
export class MapWindow extends LitElement {
    /** Number of the board it belongs to; blank is none. */
    @property({ attribute: 'board-number' }) boardNumber = '';
    @property() offices = '';
    @property() from = '';
    @property({ type: Number }) days = 7;
    @property() day: string | null = null;
    @property() route: string | null = null;
    @property() selected: string | null = null;
    @property() url = 'api/board';
    @property() pmtiles = '';
    @property({ attribute: 'style-url' }) styleUrl = '';
    /** Set by Vaadin. */
    @property({ attribute: false }) $server?: MapServer;

    @state() private loaded = false;
    @state() private trouble: string | null = null;

    readonly #model = new BoardModel();
    readonly #feed = new BoardFeed();
    #link: WindowLink | null = null;
    #draft: readonly Drafted[] = [];
    #shown: ReadonlyMap<string, Drafted> = new Map();
    #boardDay: string | null = null;

    override createRenderRoot(): HTMLElement {
        return this;
    }

    /** Takes a change over; one that does not follow the last fetches the picture again. */
    patch(delta: BoardDelta): void {
        const { result } = this.#model.apply(delta);
        if (result === 'applied') {
            this.#showDraft(this.#draft);
        } else if (result === 'gap') {
            void this.refetch();
        }
    }

    async refetch(): Promise<void> {
        if (this.offices === '' || this.from === '') {
            return;
        }
        const question = new URLSearchParams({ offices: this.offices, from: this.from, days: String(this.days) });
        const answer = await this.#feed.ask(`${this.url}?${question}`);
        if (answer.kind === 'outdated') {
            return;
        }
        this.trouble = answer.kind === 'failed' ? answer.sentence : null;
        if (answer.kind === 'fresh') {
            this.#model.load(answer.snapshot);
            this.loaded = true;
            this.#showDraft(this.#draft);
        }
        this.requestUpdate();
        this.#map?.changed();
    }

    override connectedCallback(): void {
        super.connectedCallback();
        adopt(paneStyles);
        window.addEventListener('dorothy-select', this.#onSelect);
        window.addEventListener('pagehide', this.#onLeave);
        window.addEventListener('online', this.#onAwake);
        document.addEventListener('visibilitychange', this.#onAwake);
        if (this.hasUpdated) {
            void this.refetch();
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener('dorothy-select', this.#onSelect);
        window.removeEventListener('pagehide', this.#onLeave);
        window.removeEventListener('online', this.#onAwake);
        document.removeEventListener('visibilitychange', this.#onAwake);
        this.#feed.stop();
        this.#link?.close();
        this.#link = null;
    }

    override willUpdate(changed: PropertyValues): void {
        if (changed.has('offices') || changed.has('from') || changed.has('days')) {
            void this.refetch();
        }
        if (changed.has('boardNumber') && this.boardNumber !== '' && !this.#link) {
            this.#link = new WindowLink(this.boardNumber, {
                sight: (sight) => this.#follow(sight),
                boardGone: () => this.#showDraft([]),
                who: () => this.#link?.send({ type: 'dorothy-here', window: 'map' }),
            });
            this.#link.send({ type: 'dorothy-here', window: 'map' });
        }
    }

    override updated(): void {
        this.#writeAddress();
    }

    override render(): TemplateResult {
        return html`<dispatch-map
            .board=${this.loaded ? this.#model : null}
            .offices=${this.offices}
            .from=${this.from}
            .days=${this.days}
            .url=${`${this.url}/places`}
            .day=${this.day}
            .route=${this.route}
            .selected=${this.selected}
            .pmtiles=${this.pmtiles}
            .styleUrl=${this.styleUrl}
            .hint=${this.trouble ?? this.#hint}
            @map-choice=${this.#onChoice}
        ></dispatch-map>`;
    }

    get #hint(): string {
        return this.loaded ? 'No visits here. Choose another day.' : 'Open the board and hover a visit.';
    }

    get #map(): DispatchMap | null {
        return this.querySelector('dispatch-map');
    }

    #follow({ offices, from, days, day, by, draft }: Sight): void {
        if (offices !== this.offices || from !== this.from || days !== this.days) {
            this.offices = offices;
            this.from = from;
            this.days = days;
            this.$server?.follow(offices, from, days);
        }
        if (day !== this.#boardDay) {
            this.#boardDay = day;
            this.day = day ?? this.day;
        }
        this.#model.arrange(by);
        this.#showDraft(draft);
    }

    /** What the person has moved on the board and not saved stands on their map too; nobody is asked for it. */
    #showDraft(draft: readonly Drafted[]): void {
        show(this.#model, this.#shown, draft);
        this.#shown = new Map(draft.map((move) => [move.visit, move]));
        this.#draft = draft;
        this.#map?.changed();
    }

    readonly #onChoice = (event: Event) => {
        const { day, route } = (event as CustomEvent<Choice>).detail;
        this.day = day;
        this.route = route;
    };

    readonly #onSelect = (event: Event) => {
        this.selected = visitOf(event);
    };

    readonly #onLeave = () => this.#link?.send({ type: 'dorothy-gone', window: 'map' });

    readonly #onAwake = () => {
        if (document.visibilityState === 'visible') {
            void this.refetch();
        }
    };

    /** A reload shows the same again. */
    #writeAddress(): void {
        const address = new URL(location.href);
        const set = (name: string, value: string | null) =>
            value === null || value === '' ? address.searchParams.delete(name) : address.searchParams.set(name, value);
        set('offices', this.offices);
        set('from', this.from);
        set('days', this.offices === '' ? null : String(this.days));
        set('day', this.day);
        set('route', this.route);
        set('visit', this.selected);
        if (address.href !== location.href) {
            history.replaceState(history.state, '', address);
        }
    }
}
