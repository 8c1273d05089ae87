import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OwnOffice, SavedView, Views, ViewsServer } from './bar-data.js';
import { styles as barStyles } from './board-bar.styles.js';

/**
 * The saved views: to open, to keep this screen under a name, and to look after one's own.
 *
 * @fires view-open - `detail` is the `SavedView` to show
 */
@customElement('board-views')
export class BoardViews extends LitElement {
    static override styles = [
        barStyles,
        css`
            :host {
                border: 0;
            }
            form,
            .edit {
                display: grid;
                gap: 8px;
            }
            .row {
                display: flex;
                flex-wrap: wrap;
                align-items: center;
                gap: 6px;
            }
            .row > input,
            .row > label {
                flex: 1 1 130px;
                min-width: 0;
            }
            .row select {
                width: 100%;
            }
            .list button.open {
                flex: 1 1 0;
                min-width: 0;
                justify-content: start;
                text-align: start;
                color: var(--ink);
                font-size: 13px;
                white-space: normal;
                overflow-wrap: anywhere;
            }
            .list small {
                color: var(--soft);
            }
            .edit {
                padding: 8px;
                border-radius: 8px;
                background: var(--paper);
            }
            .list .edit button {
                min-height: 28px;
                border-color: var(--rule);
            }
            .list .edit button.danger {
                color: var(--bad);
            }
        `,
    ];

    @property({ attribute: false }) server?: ViewsServer;
    @property({ attribute: false }) offices: readonly OwnOffice[] = [];
    /** The screen as it is, to be kept. */
    @property() query = '';

    @state() private views: readonly SavedView[] = [];
    @state() private problem: string | null = null;
    @state() private edited: number | null = null;

    /** Reads the views again: a colleague may have shared one. */
    async refresh(): Promise<void> {
        this.problem = null;
        this.edited = null;
        await this.#ask((server) => server.views());
    }

    override render(): TemplateResult {
        return html`<div class="head"><h2>Saved views</h2></div>
            <form @submit=${this.#onSave}>
                <div class="row">
                    <input
                        type="text"
                        name="name"
                        maxlength="80"
                        required
                        aria-label="Name of this screen"
                        placeholder="Name of this screen"
                    />
                    ${this.#shareSelect('office', null)}
                    <button type="submit" class="primary">Save</button>
                </div>
            </form>
            ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
            <ul class="list">
                ${this.views.map((view) => html`<li>${this.edited === view.id ? this.#editView(view) : this.#rowView(view)}</li>`)}
            </ul>
            ${this.views.length === 0 ? html`<p class="hint">Save a screen you come back to: its offices, filters and colours. It always opens on this week.</p>` : nothing}`;
    }

    #rowView(view: SavedView): TemplateResult {
        const shared = view.own
            ? view.office === null
                ? ''
                : `shared with ${this.#officeName(view.office)}`
            : `by ${view.owner}`;
        return html`<button type="button" class="open" @click=${() => this.#open(view)}>
                <span><bdi>${view.name}</bdi>${shared ? html` <small>${shared}</small>` : nothing}</span>
            </button>
            ${
                view.own
                    ? html`<button
                          type="button"
                          aria-label=${`Change ${view.name}`}
                          @click=${() => void this.#edit(view.id)}
                      >
                          Change
                      </button>`
                    : nothing
            }`;
    }

    #editView(view: SavedView): TemplateResult {
        return html`<form class="edit" @submit=${(event: SubmitEvent) => void this.#onChange(event, view)}>
            <div class="row">
                <input type="text" name="name" maxlength="80" required aria-label="Name" .value=${view.name} />
                ${this.#shareSelect('office', view.office)}
            </div>
            <div class="row">
                <button type="submit">Save changes</button>
                <button
                    type="button"
                    @click=${() => void this.#ask((server) => server.replaceView(view.id, this.query))}
                >
                    Put this screen here
                </button>
                <button
                    type="button"
                    class="danger"
                    @click=${() => void this.#ask((server) => server.deleteView(view.id))}
                >
                    Delete
                </button>
                <button type="button" @click=${() => (this.edited = null)}>Cancel</button>
            </div>
        </form>`;
    }

    #shareSelect(name: string, chosen: string | null): TemplateResult {
        return html`<label
            ><span class="hidden">Who sees it</span
            ><select name=${name}>
                <option value="" ?selected=${chosen === null}>Only for me</option>
                ${this.offices.map(
                    (office) =>
                        html`<option value=${office.code} ?selected=${office.code === chosen}>
                            For ${office.name}
                        </option>`,
                )}
            </select></label
        >`;
    }

    #officeName(code: string): string {
        return this.offices.find((office) => office.code === code)?.name ?? 'another office';
    }

    /** The button that was pressed is gone: the focus goes on to the name. */
    async #edit(id: number): Promise<void> {
        this.edited = id;
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLInputElement>('.edit input')?.focus();
    }

    #open(view: SavedView): void {
        this.dispatchEvent(new CustomEvent('view-open', { detail: view }));
    }

    readonly #onSave = async (event: SubmitEvent) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const { name, office } = wordsOf(form);
        if (await this.#ask((server) => server.saveView(name, this.query, office))) {
            form.reset();
        }
    };

    async #onChange(event: SubmitEvent, view: SavedView): Promise<void> {
        event.preventDefault();
        const { name, office } = wordsOf(event.target as HTMLFormElement);
        await this.#ask((server) => server.changeView(view.id, name, office));
    }

    /** What was typed stays when the server says no; says whether it said yes. */
    async #ask(question: (server: ViewsServer) => Promise<Views>): Promise<boolean> {
        if (!this.server) {
            return false;
        }
        try {
            const { views, problem } = await question(this.server);
            this.views = views;
            this.problem = problem;
        } catch {
            this.problem = 'The server could not be reached. Try again in a moment.';
        }
        if (this.problem === null) {
            this.edited = null;
        }
        return this.problem === null;
    }
}

function wordsOf(form: HTMLFormElement): { name: string; office: string | null } {
    const given = new FormData(form);
    return { name: String(given.get('name') ?? ''), office: String(given.get('office') ?? '') || null };
}
