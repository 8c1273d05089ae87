/** What the bar has set, as it stands in the page's address, so that a colleague can be sent exactly this screen. */

import type { RowsBy } from './board-model.js';
import type { Density } from './rows.js';

export type Zoom = 'day' | 'week' | 'month';
export type Colour = 'light' | 'service' | 'face' | 'value';

export interface BarState {
    readonly offices: readonly string[];
    /** First day, `yyyy-MM-dd`; blank until it is known. */
    readonly from: string;
    readonly zoom: Zoom;
    /** The day shown where one is shown at a time; null leaves it to the board. */
    readonly day: string | null;
    readonly rows: RowsBy;
    readonly density: Density;
    /** Whether rows in which nobody works are left out. */
    readonly working: boolean;
    /** Codes of the offices that are folded to one row. */
    readonly collapsed: readonly string[];
    /** The technician whose day a narrow screen lists; null for everybody's. */
    readonly person: string | null;
    readonly find: string;
    /** See `filter.ts`. */
    readonly filter: string;
    readonly colour: Colour;
    /** One of the exception chips, or null. */
    readonly exception: string | null;
    readonly visit: string | null;
}

export const PLAIN: BarState = {
    offices: [],
    from: '',
    zoom: 'week',
    day: null,
    rows: 'routes',
    density: 'comfortable',
    working: false,
    collapsed: [],
    person: null,
    find: '',
    filter: '',
    colour: 'light',
    exception: null,
    visit: null,
};

/** How many working days each zoom asks for; the day zoom turns within a week. The server reads the same from the address. */
export const DAYS: Record<Zoom, number> = { day: 7, week: 7, month: 28 };

const ZOOMS: readonly Zoom[] = ['day', 'week', 'month'];
const DENSITIES: readonly Density[] = ['comfortable', 'dense', 'overview'];
const COLOURS: readonly Colour[] = ['light', 'service', 'face', 'value'];

/** An address may be typed by hand or cut off in a mail: what makes no sense is as if it were not there. */
export function readState(query: string): BarState {
    const given = new URLSearchParams(query);
    const text = (name: string) => (given.get(name) ?? '').trim();
    const codes = (name: string) => [
        ...new Set(
            text(name)
                .split(',')
                .map((code) => code.trim())
                .filter((code) => code !== ''),
        ),
    ];
    return {
        offices: codes('offices'),
        from: isDate(text('from')) ? text('from') : '',
        zoom: ZOOMS.find((zoom) => zoom === text('zoom')) ?? 'week',
        day: isDate(text('day')) ? text('day') : null,
        rows: text('rows') === 'people' ? 'people' : 'routes',
        density: DENSITIES.find((density) => density === text('density')) ?? 'comfortable',
        working: text('working') === 'only',
        collapsed: codes('collapsed'),
        person: text('person') || null,
        find: text('find'),
        filter: text('filter'),
        colour: COLOURS.find((colour) => colour === text('colour')) ?? 'light',
        exception: text('exception') || null,
        visit: text('visit') || null,
    };
}

/** The part of the address behind the question mark; what is as usual is left out. */
export function writeState(state: BarState): string {
    const parts: [string, string | null][] = [
        ['offices', codes(state.offices)],
        ['from', state.from],
        ...whatIsShown(state),
        ['visit', state.visit],
    ];
    return parts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => `${name}=${LISTS.has(name) ? value : encodeURIComponent(value as string)}`)
        .join('&');
}

/** Lists keep their commas readable; what is in them is encoded one by one. */
const LISTS = new Set(['offices', 'collapsed']);

function codes(list: readonly string[]): string {
    return list.map(encodeURIComponent).join(',');
}

/** What a saved view keeps of a screen: it opens on the week that is, with nobody selected. */
export function savedQuery(state: BarState): string {
    return writeState({ ...state, from: '', day: null, visit: null });
}

function whatIsShown(state: BarState): [string, string | null][] {
    return [
        ['zoom', state.zoom === PLAIN.zoom ? null : state.zoom],
        ['day', state.day],
        ['rows', state.rows === PLAIN.rows ? null : state.rows],
        ['density', state.density === PLAIN.density ? null : state.density],
        ['working', state.working ? 'only' : null],
        ['collapsed', codes(state.collapsed)],
        ['person', state.person],
        ['find', state.find],
        ['filter', state.filter],
        ['colour', state.colour === PLAIN.colour ? null : state.colour],
        ['exception', state.exception],
    ];
}

/** `yyyy-MM-dd` of a real day in the years the board knows. */
export function isDate(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
        return false;
    }
    const day = new Date(`${text}T00:00:00Z`);
    const year = Number(text.slice(0, 4));
    return year >= 1970 && year < 2200 && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The Print screen with an office and a day; relative, as the links of the rail are. */
export function printAddress(office: string, date: string): string {
    return `print?${new URLSearchParams({ office, date })}`;
}
