import { html, nothing, type TemplateResult } from 'lit';
import type { OwnOffice } from './bar-data.js';
import type { Colour } from './bar-state.js';
import type { BoardModel } from './board-model.js';
import { legendOf, type Legend } from './colours.js';
import { FACET_NAMES, FIXED_VALUES, filterSize, type Facet, type Filter } from './filter.js';
import { fold } from './find.js';
import { icons } from './icons.js';
import type { Density } from './rows.js';

/** The parts of the bar, drawn from values. What they do is handed in. */

/** So many offices fit into the button by name. */
const NAMED = 2;
/** From so many values on, a list can be searched. */
const MANY = 9;

/** `Hilltop, Riverside and 3 more` */
export function officeNames(own: readonly OwnOffice[], chosen: readonly string[]): string {
    const names = own.filter(({ code }) => chosen.includes(code)).map(({ name }) => name);
    return names.length <= NAMED
        ? names.join(', ')
        : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}

export interface OfficesMenu {
    readonly own: readonly OwnOffice[];
    readonly chosen: readonly string[];
    readonly search: string;
    readonly problem: string | null;
    readonly onSearch: (search: string) => void;
    readonly onChoose: (offices: readonly string[]) => void;
}

export function officesMenu(menu: OfficesMenu): TemplateResult {
    const { own, chosen } = menu;
    const shown = own.filter(({ name, code }) => fold(`${name} ${code}`).includes(fold(menu.search)));
    const all = own.map(({ code }) => code);
    const flip = (code: string) =>
        menu.onChoose(all.filter((one) => (one === code ? !chosen.includes(code) : chosen.includes(one))));
    return html`<div class="head">
            <h2>Offices on the board</h2>
            ${
                chosen.length < own.length
                    ? html`<button type="button" class="quiet" @click=${() => menu.onChoose(all)}>All</button>`
                    : nothing
            }
        </div>
        ${own.length >= MANY ? searchField('Find an office', menu.search, menu.onSearch) : nothing}
        ${menu.problem ? html`<p class="problem">${menu.problem}</p>` : nothing}
        <ul class="list">
            ${shown.map(
                ({ code, name }) =>
                    html`<li>
                        <label class="check"
                            ><input
                                type="checkbox"
                                .checked=${chosen.includes(code)}
                                @change=${(event: Event) => {
                                    flip(code);
                                    // Refused, the box says again what is on the board.
                                    (event.target as HTMLInputElement).checked =
                                        chosen.includes(code) && chosen.length === 1;
                                }}
                            /><bdi>${name}</bdi></label
                        >
                        ${
                            own.length > 1
                                ? html`<button
                                      type="button"
                                      aria-label=${`only this: ${name}`}
                                      @click=${() => menu.onChoose([code])}
                                  >
                                      only this
                                  </button>`
                                : nothing
                        }
                    </li>`,
            )}
        </ul>
        ${shown.length === 0 ? html`<p class="hint">No office is called that.</p>` : nothing}`;
}

export function searchField(
    label: string,
    value: string,
    onSearch: (search: string) => void,
    placeholder = label,
): TemplateResult {
    return html`<input
        type="search"
        aria-label=${label}
        placeholder=${placeholder}
        .value=${value}
        @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
    />`;
}

// --- what was found ---

/** How many are bright, and the way through them. */
export function stepperView(
    found: number | null,
    step: (direction: 1 | -1) => void,
    showAll: () => void,
): TemplateResult | typeof nothing {
    if (found === null) {
        return nothing;
    }
    return html`<div class="stepper" role="group" aria-label="Matches">
        <span>${found} found</span>
        <button type="button" aria-label="Previous match" ?disabled=${found === 0} @click=${() => step(-1)}>
            ${icons.previous}
        </button>
        <button type="button" aria-label="Next match" ?disabled=${found === 0} @click=${() => step(1)}>
            ${icons.next}
        </button>
        <button type="button" class="quiet" @click=${showAll}>Show all</button>
    </div>`;
}

// --- filter and colour ---

export interface FilterMenu {
    readonly filter: Filter;
    readonly model: BoardModel | undefined;
    readonly search: string;
    readonly onSearch: (search: string) => void;
    readonly onToggle: (facet: Facet, value: string) => void;
    readonly onClear: () => void;
}

export function filterMenu(menu: FilterMenu): TemplateResult {
    const values = valuesOf(menu.model);
    const long = values.filter(([facet, list]) => isOpenFacet(facet) && list.length >= MANY);
    return html`<div class="head">
            <h2>Filter</h2>
            ${
                filterSize(menu.filter) > 0
                    ? html`<button type="button" class="quiet" @click=${menu.onClear}>Clear</button>`
                    : nothing
            }
        </div>
        ${long.length > 0 ? searchField('Find a service or a technician', menu.search, menu.onSearch) : nothing}
        <div class="facets">${values.map(([facet, list]) => facetView(menu, facet, list))}</div>
        <p class="hint">One of each group is enough; what does not fit is dimmed, never hidden.</p>`;
}

type Values = readonly (readonly [value: string, label: string])[];

function facetView(menu: FilterMenu, facet: Facet, values: Values): TemplateResult {
    const chosen = menu.filter[facet] ?? [];
    const wanted = fold(menu.search);
    const shown = values.filter(
        ([value, label]) => !isOpenFacet(facet) || chosen.includes(value) || fold(label).includes(wanted),
    );
    return html`<fieldset>
        <legend>${FACET_NAMES[facet]}</legend>
        <div class="values">
            ${shown.map(
                ([value, label]) =>
                    html`<label class="check"
                        ><input
                            type="checkbox"
                            .checked=${chosen.includes(value)}
                            @change=${() => menu.onToggle(facet, value)}
                        /><bdi>${label}</bdi></label
                    >`,
            )}
        </div>
    </fieldset>`;
}

/** Its values come from what is on the board. */
function isOpenFacet(facet: Facet): boolean {
    return facet === 'service' || facet === 'technician';
}

function valuesOf(model: BoardModel | undefined): (readonly [Facet, Values])[] {
    const fixed = (facet: Facet): readonly [Facet, Values] => [facet, Object.entries(FIXED_VALUES[facet] ?? {})];
    const services = model ? [...legendOf('service', model).keys()].map((name) => [name, name] as const) : [];
    const technicians = model ? [...model.technicians()].map(({ code, name }) => [code, name] as const) : [];
    const bands = model ? [...legendOf('value', model).values()].map(({ key, label }) => [key, label] as const) : [];
    const groups: (readonly [Facet, Values])[] = [
        fixed('light'),
        fixed('status'),
        fixed('face'),
        ['value', [...bands, ['0', 'Not known'] as const]],
        ['service', services],
        ['technician', technicians],
    ];
    return groups.filter(([, values]) => values.length > 0);
}

const COLOURS: readonly (readonly [Colour, string])[] = [
    ['light', 'Lights only'],
    ['service', 'Service'],
    ['face', 'Face known or new'],
    ['value', 'Value'],
];

export function colourSelect(chosen: Colour, choose: (colour: Colour) => void): TemplateResult {
    return html`<label
        ><span class="hidden">Colour by</span
        ><select
            class=${chosen === 'light' ? '' : 'on'}
            title="Colour by"
            @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Colour)}
        >
            ${COLOURS.map(
                ([colour, label]) => html`<option value=${colour} ?selected=${colour === chosen}>${label}</option>`,
            )}
        </select></label
    >`;
}

export function legendView(legend: Legend): TemplateResult | typeof nothing {
    if (legend.size === 0) {
        return nothing;
    }
    return html`<div class="legend" role="group" aria-label="What the colours mean">
        ${[...legend.values()].map(
            ({ letters, label, tint }) =>
                html`<span><i class="tint t${tint}" data-letters=${letters}></i><bdi>${label}</bdi></span>`,
        )}
    </div>`;
}

/** What the board's own switches look like when they are two of one kind. */
export function switchView<T extends string>(
    label: string,
    chosen: T,
    choices: readonly (readonly [T, string])[],
    choose: (value: T) => void,
): TemplateResult {
    return html`<div class="group" role="group" aria-label=${label}>
        ${choices.map(
            ([value, words]) =>
                html`<button type="button" aria-pressed=${value === chosen} @click=${() => choose(value)}>
                    ${words}
                </button>`,
        )}
    </div>`;
}

const SPACINGS = [
    ['comfortable', 'Comfortable'],
    ['dense', 'Dense'],
    ['overview', 'Overview'],
] as const;

export interface LookMenu {
    readonly density: Density;
    readonly colour: Colour;
    readonly collapsed: boolean;
    readonly working: boolean;
    /** Where the paper of what is in view comes from. */
    readonly print: string;
    readonly onDensity: (density: Density) => void;
    readonly onColour: (colour: Colour) => void;
    readonly onCollapse: () => void;
    readonly onWorking: () => void;
    readonly onCopy: () => void;
    readonly onGo: () => void;
    readonly onKeys: () => void;
}

/** How the board looks, and what is done with the screen as a whole. */
export function lookMenu(menu: LookMenu): TemplateResult {
    const action = (words: string, key: string, run: () => void) =>
        html`<button type="button" @click=${run}>${words}${key ? html`<kbd>${key}</kbd>` : nothing}</button>`;
    return html`<div class="looks">
        <div class="look">
            <h3 aria-hidden="true">Spacing</h3>
            ${switchView('Spacing', menu.density, SPACINGS, menu.onDensity)}
        </div>
        <div class="look">
            <h3 aria-hidden="true">Colour</h3>
            ${colourSelect(menu.colour, menu.onColour)}
        </div>
        <div class="acts">
            ${action(menu.collapsed ? 'Expand all offices' : 'Collapse all offices', 'C', menu.onCollapse)}
            <button type="button" aria-pressed=${menu.working} @click=${menu.onWorking}>
                Only rows where somebody works
            </button>
            <button type="button" popovertarget="views">Saved views</button>
            <a href=${menu.print}>Print</a>
            ${action('Copy link', '', menu.onCopy)} ${action('Go to', 'Ctrl K', menu.onGo)}
            ${action('Keys', '?', menu.onKeys)}
        </div>
    </div>`;
}
