import { talk, visitOf } from './window-link.js';

/** The board, as far as what points at its visits needs it. */
export interface LinkedBoard {
    readonly element: HTMLElement;
    knows(visit: string): boolean;
    /** Somebody selected a visit elsewhere: on the map, or in another window. */
    choose(visit: string): void;
}

/**
 * Says on `window` which visit is pointed at or selected, and lights the one that others point at. The light is a style
 * rule about the card's code: no card is drawn again, and one that scrolls into view is lit too.
 */
export class BoardLink {
    readonly #sheet = new CSSStyleSheet();
    #hovered: string | null = null;
    #selected: string | null = null;
    #ours = false;

    constructor(private readonly board: LinkedBoard) {}

    connect(): void {
        const { element } = this.board;
        // Inside the shadow root: from card to card, nothing of it is heard outside.
        element.shadowRoot?.addEventListener('pointerover', this.#onPoint);
        element.shadowRoot?.addEventListener('focusin', this.#onPoint);
        element.addEventListener('pointerleave', this.#onLeave);
        window.addEventListener('dorothy-hover', this.#onHover);
        window.addEventListener('dorothy-select', this.#onSelect);
    }

    disconnect(): void {
        const { element } = this.board;
        element.shadowRoot?.removeEventListener('pointerover', this.#onPoint);
        element.shadowRoot?.removeEventListener('focusin', this.#onPoint);
        element.removeEventListener('pointerleave', this.#onLeave);
        window.removeEventListener('dorothy-hover', this.#onHover);
        window.removeEventListener('dorothy-select', this.#onSelect);
        this.#point(null);
    }

    /** The board's selection is now this, whoever made it; said once. */
    selected(visit: string | null): void {
        if (visit !== this.#selected) {
            this.#selected = visit;
            this.#say('dorothy-select', visit);
        }
    }

    readonly #onPoint = (event: Event) => {
        const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-visit]') : null;
        this.#point(card?.dataset.visit ?? null);
    };

    readonly #onLeave = () => this.#point(null);

    #point(visit: string | null): void {
        if (visit !== this.#hovered) {
            this.#hovered = visit;
            this.#light(null);
            this.#say('dorothy-hover', visit);
        }
    }

    readonly #onHover = (event: Event) => {
        if (!this.#ours) {
            this.#hovered = null;
            this.#light(visitOf(event));
        }
    };

    readonly #onSelect = (event: Event) => {
        const visit = visitOf(event);
        if (!this.#ours && visit !== null && visit !== this.#selected && this.board.knows(visit)) {
            this.#selected = visit;
            this.board.choose(visit);
        }
    };

    #say(type: 'dorothy-hover' | 'dorothy-select', visit: string | null): void {
        this.#ours = true;
        window.dispatchEvent(talk(type, visit));
        this.#ours = false;
    }

    #light(visit: string | null): void {
        const root = this.board.element.shadowRoot;
        if (root && !root.adoptedStyleSheets.includes(this.#sheet)) {
            root.adoptedStyleSheets.push(this.#sheet);
        }
        const rule = `[data-visit="${visit === null ? '' : CSS.escape(visit)}"] {
            outline: 2px solid var(--accent); outline-offset: 0; box-shadow: 0 0 0 4px color-mix(in srgb, var(--accent) 35%, transparent);
        }`;
        this.#sheet.replaceSync(visit === null ? '' : rule);
    }
}
