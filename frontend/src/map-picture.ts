import type { Away, Office, Technician } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import type { At, Places } from './map-data.js';

/** What a map reads of a board, and never writes. */
export type ReadableBoard = Pick<
    BoardModel,
    'by' | 'days' | 'offices' | 'office' | 'technician' | 'route' | 'run' | 'visits' | 'visit' | 'truth' | 'isInTray'
>;

/** What the map shows: one day, or of one route or technician, that day or (null) all of them. */
export interface Choice {
    readonly day: string | null;
    readonly route: string | null;
    readonly technician: string | null;
}

/** A visit on its run, numbered from 1 in the order of the day. */
export interface Stop {
    readonly visit: Visit;
    readonly number: number;
    readonly at: At | null;
    readonly street: string | null;
}

/** What one technician drives of one route on one day; where the board's rows are technicians, all that one drives. */
export interface MapRun {
    readonly key: string;
    readonly office: Office;
    readonly route: string | null;
    /** The route, or in rows by technician the person. */
    readonly name: string;
    readonly date: string;
    /** The routes a person's day leads over; none in rows by route. */
    readonly over: string;
    readonly technician: Technician | null;
    readonly away: Away | null;
    readonly stops: readonly Stop[];
}

export interface MapPicture {
    readonly runs: readonly MapRun[];
    /** Visits nobody drives yet, the longest overdue first. */
    readonly waiting: readonly Stop[];
    /** What cannot be drawn, because nobody knows where it is. */
    readonly lost: readonly Stop[];
    /** Visits that came to the board after its places were read. */
    readonly unknown: readonly string[];
}

export interface Bounds {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
}

/** Everything the map draws and says for a choice. */
export function pictureOf(board: ReadableBoard, places: Places, choice: Choice): MapPicture {
    const groups = new Map<string, { visits: Visit[]; technician: string | null }>();
    const waiting: Visit[] = [];
    const unknown: string[] = [];
    for (const visit of board.visits()) {
        const inTray = board.isInTray(visit);
        if (!inTray && !isShown(board, visit, choice)) {
            continue;
        }
        if (!places.of(visit.code)) {
            unknown.push(visit.code);
        }
        if (inTray) {
            waiting.push(visit);
            continue;
        }
        const technician = driverOf(board, visit);
        const row =
            board.by === 'people' && technician !== null ? visit.office : (visit.route ?? `loose ${visit.office}`);
        const key = `${row}|${visit.date}|${technician ?? ''}`;
        const group = groups.get(key);
        if (group) {
            group.visits.push(visit);
        } else {
            groups.set(key, { visits: [visit], technician });
        }
    }
    const runs = [...groups]
        .map(([key, group]) => runOf(board, places, key, group.visits, group.technician))
        .filter((run) => run !== null)
        .sort(byOfficeRouteAndDay(board));
    const unassigned = waiting.sort(byDue).map((visit) => stopOf(places, visit, 0));
    return {
        runs,
        waiting: unassigned,
        lost: [...runs.flatMap((run) => run.stops), ...unassigned].filter((stop) => stop.at === null),
        unknown,
    };
}

/** Where a visit is drawn: its run and its stop, if the picture has them. */
export function find(picture: MapPicture, code: string | null): { run: MapRun | null; stop: Stop } | null {
    for (const run of picture.runs) {
        const stop = run.stops.find(({ visit }) => visit.code === code);
        if (stop) {
            return { run, stop };
        }
    }
    const stop = picture.waiting.find(({ visit }) => visit.code === code);
    return stop ? { run: null, stop } : null;
}

/** The day a map opens on: the selected visit's, else today where the first office is, else the first one shown. */
export function firstDay(board: ReadableBoard, selected: string | null): string {
    const date = selected === null ? null : (board.visit(selected)?.date ?? null);
    const today = board.offices[0]?.today ?? '';
    return [date, today].find((day) => day !== null && board.days.includes(day)) ?? board.days[0] ?? '';
}

/** A choice that this board can show: its days and routes change under the map. */
export function settle(board: ReadableBoard, choice: Choice, selected: string | null): Choice {
    const route = choice.route !== null && board.route(choice.route) ? choice.route : null;
    const technician = board.technician(choice.technician) ? choice.technician : null;
    const known = choice.day !== null && board.days.includes(choice.day);
    const alone = route !== null || technician !== null;
    const day = known ? choice.day : alone && choice.day === null ? null : firstDay(board, selected);
    return { day, route, technician };
}

/** The box around some places; null when there is none. */
export function boundsOf(places: Iterable<At | null | undefined>): Bounds | null {
    let bounds: { west: number; south: number; east: number; north: number } | null = null;
    for (const at of places) {
        if (!at) {
            continue;
        }
        const [x, y] = at;
        bounds ??= { west: x, east: x, south: y, north: y };
        bounds.west = Math.min(bounds.west, x);
        bounds.east = Math.max(bounds.east, x);
        bounds.south = Math.min(bounds.south, y);
        bounds.north = Math.max(bounds.north, y);
    }
    return bounds;
}

/** Farther apart than this, in degrees, offices are looked at one by one: from higher up every city is one dot. */
const ONE_REGION = 2;

/** What to look at first: the shown runs; of offices far apart only the one in question. */
export function viewOf(
    board: ReadableBoard,
    places: Places,
    picture: MapPicture,
    office: string | null,
): Bounds | null {
    const of = (code: string | null) =>
        boundsOf([
            ...board.offices
                .filter((one) => code === null || one.code === code)
                .map((one) => places.ofOffice(one.code)?.at),
            ...picture.runs
                .filter((run) => code === null || run.office.code === code)
                .flatMap((run) => run.stops.map((stop) => stop.at)),
            ...picture.waiting.filter(({ visit }) => code === null || visit.office === code).map((stop) => stop.at),
        ]);
    const all = of(null);
    if (all === null || Math.max(all.east - all.west, all.north - all.south) <= ONE_REGION) {
        return all;
    }
    return of(office ?? board.offices[0]?.code ?? null) ?? all;
}

function isShown(board: ReadableBoard, visit: Visit, { day, route, technician }: Choice): boolean {
    return (
        visit.date !== null &&
        visit.status !== 'cancelled' &&
        visit.status !== 'unassigned' &&
        (day === null ? board.days.includes(visit.date) : visit.date === day) &&
        (route === null || visit.route === route) &&
        (technician === null || driverOf(board, visit) === technician)
    );
}

function driverOf(board: ReadableBoard, visit: Visit): string | null {
    const run = visit.route !== null && visit.date !== null ? board.run(visit.route, visit.date) : undefined;
    return visit.technician ?? run?.technician ?? null;
}

function runOf(
    board: ReadableBoard,
    places: Places,
    key: string,
    visits: Visit[],
    technician: string | null,
): MapRun | null {
    const [first] = visits;
    const office = first && board.office(first.office);
    if (!first || !office || first.date === null) {
        return null;
    }
    const person = board.technician(technician) ?? null;
    const whole = board.by === 'people' && person !== null;
    const route = whole || first.route === null ? undefined : board.route(first.route);
    return {
        key,
        office,
        route: route?.code ?? null,
        name: whole ? person.name : (route?.name ?? 'Without a route'),
        over: whole ? routesOf(board, visits) : '',
        date: first.date,
        technician: person,
        away: route ? (board.run(route.code, first.date)?.away ?? null) : null,
        stops: visits.sort(byStart).map((visit, i) => stopOf(places, visit, i + 1)),
    };
}

function routesOf(board: ReadableBoard, visits: readonly Visit[]): string {
    const names = visits.map(({ route }) => (route === null ? undefined : board.route(route)?.name));
    return [...new Set(names.map((name) => name ?? 'without a route'))].sort().join(', ');
}

function stopOf(places: Places, visit: Visit, number: number): Stop {
    const spot = places.of(visit.code);
    return { visit, number, at: spot?.at ?? null, street: spot?.street ?? null };
}

function byOfficeRouteAndDay(board: ReadableBoard): (a: MapRun, b: MapRun) => number {
    const place = new Map(board.offices.map((office, i) => [office.code, i]));
    return (a, b) =>
        (place.get(a.office.code) ?? 0) - (place.get(b.office.code) ?? 0) ||
        Number(a.route === null) - Number(b.route === null) ||
        compare(a.name, b.name) ||
        compare(a.date, b.date) ||
        compare(a.key, b.key);
}

function byStart(a: Visit, b: Visit): number {
    return compare(a.start ?? '~', b.start ?? '~') || compare(a.name, b.name) || compare(a.code, b.code);
}

function byDue(a: Visit, b: Visit): number {
    return compare(a.due, b.due) || compare(a.name, b.name) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
