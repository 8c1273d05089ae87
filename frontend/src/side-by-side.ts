import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import {
    nextSorting,
    sorted,
    spoken,
    trendPaths,
    unseen,
    type Comparison,
    type ComparisonLine,
    type FigureCell,
    type FigureGroup,
    type FigureInfo,
    type Sorting,
} from './comparison-model.js';
import { styles } from './side-by-side.styles.js';
import { tokens } from './tokens.js';

interface Server {
    /** Who is behind a figure. */
    behind(figure: string, code: string): void;
    /** A line by itself. */
    open(code: string): void;
}

const BESIDE = 'beside';
const LINE_WIDTH = 56;
const LINE_HEIGHT = 14;
const GAP = 8;

/**
 * `<side-by-side>`: offices, technicians or routes below each other, figures in columns, one group of figures at a time
 * and what makes it harder or easier always beside them. A figure opens what it means and who is behind it.
 */
export class SideBySide extends LitElement {
    static override styles = [tokens, styles];
    static override properties = {
        comparison: { state: true },
        group: { state: true },
        sorting: { state: true },
        shown: { state: true },
    };

    declare $server?: Server;
    declare private comparison: Comparison | null;
    declare private group: string | null;
    declare private sorting: Sorting;
    declare private shown: { line: ComparisonLine; figure: FigureInfo } | null;

    /** The cell whose meaning is shown; the focus goes back there. */
    private asked: HTMLElement | null = null;

    constructor() {
        super();
        this.comparison = null;
        this.group = null;
        this.sorting = { by: null, down: false };
        this.shown = null;
    }

    /** {@link Comparison} as JSON. */
    set contents(json: string) {
        this.comparison = JSON.parse(json) as Comparison;
        this.shown = null;
    }

    private get groups(): readonly FigureGroup[] {
        return this.comparison?.groups.filter(({ id }) => id !== BESIDE) ?? [];
    }

    protected override render(): TemplateResult | typeof nothing {
        const all = this.comparison;
        const group = this.groups.find(({ id }) => id === this.group) ?? this.groups[0];
        if (!all || !group) {
            return nothing;
        }
        const beside = all.groups.find(({ id }) => id === BESIDE)?.figures ?? [];
        const figures = [...group.figures, ...beside];
        const lines = sorted(all.lines, this.sorting);
        return html`
            <div class="groups">
                <div role="group" aria-label="Figures">
                    ${this.groups.map(
                        ({ id, title }) =>
                            html`<button type="button" aria-pressed=${id === group.id} @click=${() => this.choose(id)}>
                                ${title}
                            </button>`,
                    )}
                </div>
                <p>${group.question}</p>
            </div>
            <label class="sort">
                Sort by
                <select @change=${this.sortBy} .value=${this.sorting.by ?? ''}>
                    <option value="">Name</option>
                    ${figures.map(
                        ({ id, title }) =>
                            html`<option value=${id} ?selected=${id === this.sorting.by}>${title}</option>`,
                    )}
                </select>
            </label>
            <div class="scroll">
                <table>
                    <caption class="hidden">
                        ${group.title}, ${all.period}
                    </caption>
                    <thead>
                        <tr>
                            <th class="name" scope="col" aria-sort=${this.order(null)}>
                                <button
                                    type="button"
                                    ?data-on=${this.sorting.by === null}
                                    @click=${() => this.sort(null)}
                                >
                                    ${all.what}${this.arrow(null)}
                                </button>
                            </th>
                            ${figures.map((figure) => this.head(figure, figure === beside[0]))}
                        </tr>
                    </thead>
                    <tbody>
                        ${lines.map(
                            (line) =>
                                html`<tr class=${line.code ? '' : 'all'}>
                                    <th class="name" scope="row">${this.name(line)}</th>
                                    ${figures.map((figure) => this.cell(figure, line, figure === beside[0]))}
                                </tr>`,
                        )}
                    </tbody>
                </table>
            </div>
            <div popover id="about" @toggle=${this.onToggle}>${this.about()}</div>
        `;
    }

    private choose(id: string): void {
        this.group = id;
        this.sorting = { by: null, down: false };
    }

    private head(figure: FigureInfo, first: boolean): TemplateResult {
        return html`<th scope="col" class=${first ? 'first' : ''} aria-sort=${this.order(figure.id)}>
            <button
                type="button"
                title=${figure.formula}
                ?data-on=${this.sorting.by === figure.id}
                @click=${() => this.sort(figure)}
            >
                ${figure.title}${this.arrow(figure.id)}
            </button>
        </th>`;
    }

    private name(line: ComparisonLine): TemplateResult {
        return line.code && this.comparison?.opens
            ? html`<button type="button" class="open" @click=${() => this.$server?.open(line.code)}>
                  ${line.name}
              </button>`
            : html`${line.name}`;
    }

    private cell(figure: FigureInfo, line: ComparisonLine, first: boolean): TemplateResult {
        const cell = line.cells[figure.id];
        if (!cell) {
            return html`<td class=${first ? 'first' : ''}></td>`;
        }
        return html`<td class=${first ? 'first' : ''}>
            <button
                type="button"
                class="cell ${cell.few ? 'few' : ''}"
                data-title=${figure.title}
                data-figure=${figure.id}
                aria-haspopup="dialog"
                aria-label=${spoken(figure, line)}
                @click=${(event: Event) => this.show(event, line, figure)}
            >
                <span class="number ${cell.value === null ? 'dash' : ''}">${cell.text}</span>
                ${trendLine(cell, LINE_WIDTH, LINE_HEIGHT)} ${note(cell)}
            </button>
        </td>`;
    }

    private about(): TemplateResult | typeof nothing {
        if (!this.shown || !this.comparison) {
            return nothing;
        }
        const { line, figure } = this.shown;
        const cell = line.cells[figure.id]!;
        const months = this.comparison.months;
        return html`
            <h2>${figure.title} · ${line.name}</h2>
            <p class="value">${cell.text}</p>
            ${
                cell.trend
                    ? html`<div class="trend">
                          ${trendLine(cell, 320, 48)}
                          <div><span>${months[0]}</span><span>${months[months.length - 1]}</span></div>
                      </div>`
                    : nothing
            }
            <dl>
                <dt>How</dt>
                <dd>${figure.formula}</dd>
                <dt>When</dt>
                <dd>${figure.span}: ${this.comparison.period}</dd>
                <dt>Unit</dt>
                <dd>${figure.unit}</dd>
                <dt>Of</dt>
                <dd>
                    ${cell.sample.toLocaleString('en')}
                    ${figure.sampleOf}${cell.few ? '. So few may be chance.' : ''}${
                        cell.open
                            ? `. Of the broken ones ${unseen(cell.open)}; it is being done.`
                            : cell.value === null
                              ? '. There is nothing to count.'
                              : ''
                    }
                </dd>
                ${
                    cell.target
                        ? html`<dt>Target</dt>
                              <dd>${cell.target}, ${cell.missed ? 'missed' : 'reached'}</dd>`
                        : nothing
                }
            </dl>
            <button type="button" class="primary" @click=${() => this.askBehind(figure, line)}>Who is behind it</button>
        `;
    }

    private askBehind(figure: FigureInfo, line: ComparisonLine): void {
        this.popup.hidePopover();
        this.$server?.behind(figure.id, line.code);
    }

    private get popup(): HTMLElement {
        return this.renderRoot.querySelector<HTMLElement>('#about')!;
    }

    private async show(event: Event, line: ComparisonLine, figure: FigureInfo): Promise<void> {
        const cell = event.currentTarget as HTMLElement;
        this.asked = cell;
        this.shown = { line, figure };
        await this.updateComplete;
        this.popup.showPopover();
        const at = cell.getBoundingClientRect();
        const { width, height } = this.popup.getBoundingClientRect();
        const below = at.bottom + GAP + height <= window.innerHeight;
        this.popup.style.left = `${Math.max(GAP, Math.min(at.right - width, window.innerWidth - width - GAP))}px`;
        this.popup.style.top = `${Math.max(GAP, below ? at.bottom + GAP : Math.min(at.top - GAP - height, window.innerHeight - height - GAP))}px`;
        this.popup.querySelector('button')?.focus();
    }

    private onToggle(event: ToggleEvent): void {
        if (event.newState === 'closed') {
            const within = this.shadowRoot?.activeElement ?? null;
            if (this.asked && (document.activeElement === document.body || within?.closest('#about'))) {
                this.asked.focus();
            }
            this.shown = null;
        }
    }

    private sort(figure: FigureInfo | null): void {
        this.sorting = nextSorting(this.sorting, figure?.id ?? null, figure?.better);
    }

    private sortBy(event: Event): void {
        const id = (event.target as HTMLSelectElement).value;
        const figure = this.comparison?.groups.flatMap(({ figures }) => figures).find((one) => one.id === id) ?? null;
        this.sorting = nextSorting({ by: null, down: true }, figure?.id ?? null, figure?.better);
    }

    private order(by: string | null): 'ascending' | 'descending' | 'none' {
        return this.sorting.by !== by ? 'none' : this.sorting.down ? 'descending' : 'ascending';
    }

    private arrow(by: string | null): string {
        return this.sorting.by !== by ? '' : this.sorting.down ? ' ▾' : ' ▴';
    }
}

function trendLine(cell: FigureCell, width: number, height: number): TemplateResult | typeof nothing {
    const paths = cell.trend ? trendPaths(cell.trend, width, height) : [];
    return paths.length === 0
        ? nothing
        : html`<svg aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
              ${paths.map((path) => svg`<path d=${path} />`)}
          </svg>`;
}

function note(cell: FigureCell): TemplateResult | typeof nothing {
    if (cell.missed) {
        return html`<span class="note missed">! target ${cell.target}</span>`;
    }
    if (cell.open) {
        return html`<span class="note">${unseen(cell.open)}</span>`;
    }
    return cell.few ? html`<span class="note">only ${cell.sample}</span>` : nothing;
}

customElements.define('side-by-side', SideBySide);
