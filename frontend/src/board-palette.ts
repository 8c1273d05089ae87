import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles as barStyles } from './board-bar.styles.js';
import {
    paletteItems,
    paletteSentence,
    type FoundCustomer,
    type PaletteItem,
    type PaletteWorld,
} from './palette-items.js';

/** People type quickly; the server is asked when they stop for a moment. */
const PAUSE_MILLIS = 150;
const LEAST_LETTERS = 2;

/**
 * Go anywhere, do anything, without a mouse: a field and a list of what fits.
 *
 * @fires palette-choose - `detail` is the chosen `PaletteItem`
 */
@customElement('board-palette')
export class BoardPalette extends LitElement {
    static override styles = [
        barStyles,
        css`
            :host {
                display: contents;
            }
            dialog {
                margin-block-start: 9vh;
                padding: 12px;
                width: min(560px, calc(100vw - 24px));
            }
            input[type='text'] {
                min-height: 40px;
                font-size: 15px;
            }
            [role='listbox'] {
                margin-block-start: 8px;
                max-height: min(56vh, 460px);
                overflow: auto;
            }
            h3 {
                padding: 8px 10px 3px;
            }
            [role='option'] {
                display: flex;
                align-items: baseline;
                justify-content: space-between;
                gap: 12px;
                min-height: 32px;
                padding: 5px 10px;
                border-radius: 8px;
                cursor: pointer;
            }
            [role='option'][aria-selected='true'] {
                background: var(--accent-bg);
                box-shadow: inset 2px 0 var(--accent);
            }
            [role='option'] bdi {
                min-width: 0;
                overflow-wrap: anywhere;
            }
            [role='option'] small {
                flex: none;
                max-width: 55%;
                color: var(--soft);
                text-align: end;
                overflow-wrap: anywhere;
            }
        `,
    ];

    /** What there is to choose from, besides the customers. */
    @property({ attribute: false }) world: () => Omit<PaletteWorld, 'customers'> = () => ({
        today: '',
        offices: [],
        model: undefined,
        actions: [],
    });
    /** Where customers are looked for. */
    @property() url = 'api/board/find';

    @state() private text = '';
    @state() private customers: readonly FoundCustomer[] = [];
    @state() private chosen = 0;
    @state() private trouble: string | null = null;

    #timer = 0;
    #asked = '';

    open(): void {
        this.text = '';
        this.customers = [];
        this.chosen = 0;
        this.trouble = null;
        this.#dialog?.showModal();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        clearTimeout(this.#timer);
    }

    override render(): TemplateResult {
        const items = this.#items;
        return html`<dialog aria-label="Go to" @keydown=${this.#onKeyDown} @click=${this.#onClick}>
            <input
                type="text"
                role="combobox"
                aria-label="Go to an office, a customer, a technician or a day"
                placeholder="Go to an office, a customer, a technician, a day…"
                aria-expanded="true"
                aria-controls="choices"
                aria-autocomplete="list"
                aria-activedescendant=${items.length > 0 ? `choice-${this.#place(items)}` : nothing}
                autocomplete="off"
                spellcheck="false"
                autofocus
                .value=${this.text}
                @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
            />
            ${this.trouble ? html`<p class="problem">${this.trouble}</p>` : nothing}
            <div id="choices" role="listbox" aria-label="Choices">
                ${items.map((item, i) => this.#itemView(items, item, i))}
                ${items.length === 0 ? html`<p class="hint">Nothing is called that.</p>` : nothing}
            </div>
            <div class="hidden" role="status">${paletteSentence(items)}</div>
        </dialog>`;
    }

    #itemView(items: readonly PaletteItem[], item: PaletteItem, place: number): TemplateResult {
        const { group, label, hint } = item;
        return html`${items[place - 1]?.group === group ? nothing : html`<h3 role="presentation">${group}</h3>`}
            <div
                role="option"
                id="choice-${place}"
                aria-selected=${place === this.#place(items)}
                data-place=${place}
                @click=${() => this.#choose(item)}
            >
                <bdi>${label}</bdi>${hint ? html`<small><bdi>${hint}</bdi></small>` : nothing}
            </div>`;
    }

    get #items(): readonly PaletteItem[] {
        return paletteItems(this.text, { ...this.world(), customers: this.customers });
    }

    #place(items: readonly PaletteItem[]): number {
        return Math.min(this.chosen, items.length - 1);
    }

    get #dialog(): HTMLDialogElement | null {
        return this.renderRoot.querySelector('dialog');
    }

    #type(text: string): void {
        this.text = text;
        this.chosen = 0;
        clearTimeout(this.#timer);
        if (text.trim().length < LEAST_LETTERS) {
            this.#asked = '';
            this.customers = [];
        } else {
            this.#timer = window.setTimeout(() => void this.#find(text.trim()), PAUSE_MILLIS);
        }
    }

    /** An answer that comes after a newer question does not count. */
    async #find(text: string): Promise<void> {
        this.#asked = text;
        try {
            const response = await fetch(`${this.url}?${new URLSearchParams({ q: text })}`, {
                credentials: 'same-origin',
            });
            const answer = (await response.json()) as FoundCustomer[] | { sentence: string };
            if (this.#asked === text) {
                this.customers = Array.isArray(answer) ? answer : [];
                this.trouble = Array.isArray(answer) ? null : answer.sentence;
            }
        } catch {
            if (this.#asked === text) {
                this.customers = [];
                this.trouble = 'Customers could not be looked up. Try again in a moment.';
            }
        }
    }

    readonly #onKeyDown = (event: KeyboardEvent) => {
        const items = this.#items;
        const ways: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        const way = ways[event.key];
        if (way !== undefined && items.length > 0) {
            event.preventDefault();
            this.chosen = (this.#place(items) + way + items.length) % items.length;
            void this.updateComplete.then(() =>
                this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
            );
        } else if (event.key === 'Enter' && !event.isComposing) {
            event.preventDefault();
            const item = items[this.#place(items)];
            if (item) {
                this.#choose(item);
            }
        }
    };

    /** Outside the dialog's box is its backdrop. */
    readonly #onClick = (event: MouseEvent) => {
        if (event.target === this.#dialog) {
            this.#dialog?.close();
        }
    };

    #choose(item: PaletteItem): void {
        this.#dialog?.close();
        this.dispatchEvent(new CustomEvent('palette-choose', { detail: item }));
    }
}
