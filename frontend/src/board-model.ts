import type {
    Away,
    BoardDelta,
    BoardSnapshot,
    Card,
    Light,
    Office,
    Route,
    Run,
    Status,
    Technician,
} from './board-data.js';
import { readLine } from './snapshot-lines.js';
import { byWaiting } from './tray-order.js';

/** A card with names instead of positions. Never changed in place: a change is a new object. */
export interface Visit {
    readonly code: string;
    readonly version: number;
    readonly customer: string;
    readonly name: string;
    readonly office: string;
    readonly route: string | null;
    readonly technician: string | null;
    readonly date: string | null;
    readonly due: string;
    readonly start: string | null;
    readonly minutes: number;
    readonly status: Status;
    readonly pinned: boolean;
    readonly customerLight: Light;
    readonly companyLight: Light;
    readonly marks: string;
    readonly reason: string | null;
    readonly promisesDue: number;
    readonly promisesBroken: number;
    /** Bits of `signs.ts`. */
    readonly signs: number;
    /** Name of the service sold. */
    readonly service: string | null;
}

/** Where the person at this screen has put a visit, not yet confirmed by the server. */
export interface Draft {
    /** Without a route and a date it lies in the tray. */
    readonly route: string | null;
    readonly date: string | null;
    readonly start: string | null;
    readonly technician: string | null;
}

export interface Promises {
    due: number;
    broken: number;
}

/** How the visits are put into rows. */
export type RowsBy = 'routes' | 'people';

/** Who works in a row on a day, and whether they can. */
export interface Workday {
    readonly technician: string | null;
    readonly away: Away | null;
    /** Minutes. */
    readonly shift: number;
}

/** What a delta did: `changed` are the visits somebody else gave a new version, or took away. */
export type Applied = { result: 'applied'; changed: string[] } | { result: 'ignored' } | { result: 'gap' };

/** `services` are the names a snapshot's cards point to. */
export function visitOf(card: Card, services: readonly string[] = []): Visit {
    return {
        code: card[0],
        version: card[1],
        customer: card[2],
        name: card[3],
        office: card[4],
        route: card[5],
        technician: card[6],
        date: card[7],
        due: card[8],
        start: card[9],
        minutes: card[10],
        status: card[11],
        pinned: card[12] === 1,
        customerLight: card[13],
        companyLight: card[14],
        marks: card[15],
        reason: card[16],
        promisesDue: card[17],
        promisesBroken: card[18],
        signs: card[19] ?? 0,
        service: typeof card[20] === 'number' ? (services[card[20]] ?? null) : (card[20] ?? null),
    };
}

export const officeRow = (office: string) => `office ${office}`;
export const routeRow = (route: string) => `route ${route}`;
/** A technician has one row, in their own office; only a guest has one in each office they drive for. */
export const personRow = (office: string, technician: string) => `person ${office} ${technician}`;
/** The row of visits that have a day but no route, or nobody to drive there; without it they would be hidden. */
export const looseRow = (office: string) => `loose ${office}`;

/** The row of the unassigned; instead of days it has offices. */
export const trayRow = 'tray';
const NONE: readonly Visit[] = [];

/**
 * The board's picture without any screen: what the server said, this person's drafts over it, and who stands in which cell.
 * Every row carries a revision, so that a change repaints the rows it touched and no other.
 */
export class BoardModel {
    days: readonly string[] = [];
    offices: readonly Office[] = [];
    bands: readonly [number, number] = [0, 0];

    readonly #officeOf = new Map<string, Office>();
    readonly #technicians = new Map<string, Technician>();
    readonly #routes = new Map<string, Route>();
    readonly #routesOf = new Map<string, Route[]>();
    /** Row key by route. */
    readonly #rowKeys = new Map<string, string>();
    readonly #peopleOf = new Map<string, Technician[]>();
    /** Technicians of other offices than those on this board. */
    readonly #guests: Technician[] = [];
    /** Row key by technician of an office on this board. */
    readonly #personKeys = new Map<string, string>();
    /** Routes by their usual technician. */
    readonly #usualRoutes = new Map<string, Route[]>();
    readonly #absences = new Map<string, Away>();
    readonly #runs = new Map<string, Run>();
    /** Every visit on this board as the server knows it. */
    readonly #truth = new Map<string, Visit>();
    /** Visits as this person's drafts show them. */
    readonly #drafted = new Map<string, Visit>();
    readonly #drafts = new Map<string, Draft>();
    /** The visits of each row by day, of the tray by office. */
    readonly #cells = new Map<string, Map<string, Visit[]>>();
    readonly #promises = new Map<string, Promises>();
    #tray: { revision: number; visits: readonly Visit[] } = { revision: -1, visits: [] };
    readonly #revisions = new Map<string, number>();
    #by: RowsBy = 'routes';
    /** Cards of whole offices that are to be read yet, and the names they point to. */
    #unread: readonly string[] = [];
    #services: readonly string[] = [];
    #revision = 0;
    /** Of the rows nothing was changed in since the last load. */
    #loadRevision = 0;

    /**
     * Takes a snapshot over. Of one in lines it reads the visits of so many offices that they fill `rows`; what is missing
     * comes with {@link readOn}.
     */
    load(snapshot: BoardSnapshot, rows = Infinity): void {
        this.#clear();
        this.days = snapshot.days;
        this.offices = snapshot.offices;
        this.bands = snapshot.bands ?? [0, 0];
        snapshot.offices.forEach((office) => this.#officeOf.set(office.code, office));
        for (const technician of snapshot.technicians) {
            this.#technicians.set(technician.code, technician);
            if (this.#officeOf.has(technician.office)) {
                this.#personKeys.set(technician.code, personRow(technician.office, technician.code));
                listOf(this.#peopleOf, technician.office).push(technician);
            } else {
                this.#guests.push(technician);
            }
        }
        snapshot.absences.forEach(({ technician, date, away }) => this.#absences.set(dayKey(technician, date), away));
        this.#addRuns(snapshot.runs);
        for (const route of snapshot.routes) {
            this.#routes.set(route.code, route);
            this.#rowKeys.set(route.code, routeRow(route.code));
            listOf(this.#routesOf, route.office).push(route);
            if (route.technician !== null) {
                listOf(this.#usualRoutes, route.technician).push(route);
            }
        }
        this.#services = snapshot.services;
        this.#unread = snapshot.later ?? [];
        this.#add(snapshot.visits);
        this.#read(rows);
        this.#fillCells();
        this.#forgetDrafts();
    }

    /** Whether all visits of the snapshot are there. */
    get whole(): boolean {
        return this.#unread.length === 0;
    }

    /** Reads what {@link load} left; the rows it touches are repainted. */
    readOn(): void {
        if (!this.whole) {
            const offices = this.offices.slice(-this.#unread.length);
            const visits = this.#read(Infinity).map((visit) => this.#drafted.get(visit.code) ?? visit);
            this.#fill(visits).forEach((row) => this.#touch(row));
            offices.forEach(({ code }) => this.routesOf(code).forEach((route) => this.#touch(routeRow(route.code))));
            this.#forgetDrafts();
        }
    }

    /** Reads whole offices until there are enough rows; answers their visits. */
    #read(rows: number): Visit[] {
        const read: Visit[] = [];
        let enough = 0;
        const done = this.offices.length - this.#unread.length;
        let i = 0;
        for (; i < this.#unread.length && enough < rows; i++) {
            const { visits, runs } = readLine(this.#unread[i] as string);
            this.#addRuns(runs);
            for (const visit of this.#add(visits)) {
                read.push(visit);
            }
            enough += this.routesOf(this.offices[done + i]?.code ?? '').length;
        }
        this.#unread = this.#unread.slice(i);
        return read;
    }

    #addRuns(runs: readonly Run[]): void {
        runs.forEach((run) => this.#runs.set(dayKey(run.route, run.date), run));
    }

    /** Answers those that belong on this board. */
    #add(cards: readonly Card[]): Visit[] {
        const added: Visit[] = [];
        for (const card of cards) {
            const visit = visitOf(card, this.#services);
            const row = this.#rowKey(visit);
            if (row === undefined && !this.#drafts.has(visit.code)) {
                continue;
            }
            this.#truth.set(visit.code, visit);
            this.#countIn(row, visit, 1);
            if (this.#drafts.size > 0) {
                this.#withDraft(visit);
            }
            added.push(visit);
        }
        return added;
    }

    /** A draft of a visit that is not on this board any more is none. */
    #forgetDrafts(): void {
        if (!this.whole) {
            return;
        }
        for (const code of this.#drafts.keys()) {
            if (!this.#truth.has(code)) {
                this.#drafts.delete(code);
            }
        }
    }

    /** Puts the visits into other rows. */
    arrange(by: RowsBy): void {
        if (by !== this.#by) {
            this.#by = by;
            this.#fillCells();
        }
    }

    get by(): RowsBy {
        return this.#by;
    }

    /** Applies a change when it is the next one of its office. A gap leaves the picture as it is: the caller refetches. */
    apply(delta: BoardDelta): Applied {
        const office = this.office(delta.office);
        if (!office || delta.seq <= office.seq) {
            return { result: 'ignored' };
        }
        if (delta.prev !== office.seq || this.#mentionsStrangers(delta)) {
            return { result: 'gap' };
        }
        office.seq = delta.seq;
        for (const run of delta.runs) {
            const key = dayKey(run.route, run.date);
            const before = this.#runs.get(key);
            // All runs of the office come along; only those that differ are worth a repaint.
            if (before?.technician !== run.technician || before.away !== run.away || before.shift !== run.shift) {
                this.#runs.set(key, run);
                this.#touch(routeRow(run.route));
            }
        }
        const changed: string[] = [];
        for (const card of delta.cards) {
            const visit = visitOf(card);
            const before = this.#truth.get(visit.code);
            if (before && before.version > visit.version) {
                continue; // our own newer answer was faster than this older news
            }
            if (before?.version !== visit.version) {
                changed.push(visit.code);
            }
            this.put(visit);
        }
        for (const code of delta.gone) {
            // A visit that crossed offices may already stand in its new one.
            if (this.#truth.get(code)?.office === delta.office) {
                changed.push(code);
                this.#remove(code);
                this.#drafts.delete(code);
            }
        }
        return { result: 'applied', changed };
    }

    /** Takes the server's word for one visit. */
    put(visit: Visit): void {
        this.#remove(visit.code);
        if (this.#rowKey(visit) !== undefined || this.#drafts.has(visit.code)) {
            this.#truth.set(visit.code, visit);
            this.#count(visit, 1);
            this.#show(visit);
        }
    }

    /** Shows a visit where this person dropped it, until {@link undraft} or the server's word. */
    draft(code: string, draft: Draft): void {
        const truth = this.#truth.get(code);
        if (truth) {
            this.#hide(code);
            this.#drafts.set(code, draft);
            this.#show(truth);
        }
    }

    undraft(code: string): void {
        const truth = this.#truth.get(code);
        this.#hide(code);
        this.#drafts.delete(code);
        this.#drafted.delete(code);
        if (truth && this.#rowKey(truth) === undefined) {
            this.#remove(code); // only the draft kept it on this board
        } else if (truth) {
            this.#show(truth);
        }
    }

    office(code: string): Office | undefined {
        return this.#officeOf.get(code);
    }

    technician(code: string | null): Technician | undefined {
        return code === null ? undefined : this.#technicians.get(code);
    }

    route(code: string): Route | undefined {
        return this.#routes.get(code);
    }

    technicians(): IterableIterator<Technician> {
        return this.#technicians.values();
    }

    routesOf(office: string): readonly Route[] {
        return this.#routesOf.get(office) ?? [];
    }

    /** The technicians of an office, then the guests who drive for it in this period or usually do. */
    peopleOf(office: string): readonly Technician[] {
        const own = this.#peopleOf.get(office) ?? [];
        const guests = this.#guests.filter(
            ({ code }) =>
                this.usualRoutes(code).some((route) => route.office === office) ||
                this.days.some((date) => this.cell(personRow(office, code), date).length > 0),
        );
        return guests.length === 0 ? own : [...own, ...guests];
    }

    /** The routes a technician usually drives. */
    usualRoutes(technician: string): readonly Route[] {
        return this.#usualRoutes.get(technician) ?? [];
    }

    run(route: string, date: string): Run | undefined {
        return this.#runs.get(dayKey(route, date));
    }

    workday({ code, shift }: Technician, date: string): Workday {
        return { technician: code, away: this.#absences.get(dayKey(code, date)) ?? null, shift };
    }

    visit(code: string): Visit | undefined {
        return this.#drafted.get(code) ?? this.#truth.get(code);
    }

    /** The visit as the server knows it, without this person's draft. */
    truth(code: string): Visit | undefined {
        return this.#truth.get(code);
    }

    *visits(): IterableIterator<Visit> {
        for (const visit of this.#truth.values()) {
            yield this.#drafted.get(visit.code) ?? visit;
        }
    }

    /** The visits of one cell by start, then name. */
    cell(row: string, date: string): readonly Visit[] {
        return this.#cells.get(row)?.get(date) ?? NONE;
    }

    hasLoose(office: string): boolean {
        return this.days.some((date) => this.cell(looseRow(office), date).length > 0);
    }

    /** Unassigned visits, office by office. */
    tray(): readonly Visit[] {
        const revision = this.revision(trayRow);
        if (this.#tray.revision !== revision) {
            this.#tray = { revision, visits: this.offices.flatMap(({ code }) => this.trayOf(code)) };
        }
        return this.#tray.visits;
    }

    /** The unassigned of an office in the order of `tray-order.ts`. */
    trayOf(office: string): readonly Visit[] {
        return this.cell(trayRow, office);
    }

    /** The row a visit stands in; undefined in the tray or out of the picture. */
    rowOf(visit: Visit): string | undefined {
        const row = this.#rowKey(visit);
        return row === trayRow ? undefined : row;
    }

    isInTray(visit: Visit): boolean {
        return this.#rowKey(visit) === trayRow;
    }

    /** Minutes of work in a run. */
    minutes(row: string, date: string): number {
        let sum = 0;
        for (const visit of this.cell(row, date)) {
            sum += visit.minutes;
        }
        return sum;
    }

    promises(office: string): Readonly<Promises> {
        return this.#promises.get(office) ?? { due: 0, broken: 0 };
    }

    /** Changes whenever something in the row does. */
    revision(row: string): number {
        return this.#revisions.get(row) ?? this.#loadRevision;
    }

    /** Number of the last change anywhere. */
    get lastRevision(): number {
        return this.#revision;
    }

    /** Marks the place of a visit for repainting, when what changed is not in the data: selected, saving, waiting. */
    repaint(code: string): void {
        const visit = this.visit(code);
        const row = visit && this.#rowKey(visit);
        if (row !== undefined) {
            this.#touch(row);
        }
    }

    #mentionsStrangers(delta: BoardDelta): boolean {
        return (
            delta.runs.some((run) => this.#isStranger(run.technician) || !this.#routes.has(run.route)) ||
            delta.cards.some((card) => this.office(card[4]) && (this.#isStranger(card[6]) || this.#isUnknown(card[5])))
        );
    }

    #isStranger(technician: string | null): boolean {
        return technician !== null && !this.#technicians.has(technician);
    }

    #isUnknown(route: string | null): boolean {
        return route !== null && !this.#routes.has(route);
    }

    /** Puts every visit into its cell; all rows count as changed. */
    #fillCells(): void {
        this.#cells.clear();
        this.#fill(this.visits());
        this.#revisions.clear();
        this.#loadRevision = ++this.#revision;
    }

    /** Puts visits into their cells; answers the rows that got some. */
    #fill(visits: Iterable<Visit>): Set<string> {
        const rows = new Set<string>();
        for (const visit of visits) {
            const row = this.#rowKey(visit);
            if (row !== undefined) {
                this.#cell(row, dateKey(row, visit)).push(visit);
                rows.add(row);
            }
        }
        for (const row of rows) {
            this.#cells.get(row)?.forEach((cell, key) => sortInto(cell, this.#orderOf(row, key)));
        }
        return rows;
    }

    #clear(): void {
        this.#guests.length = 0;
        const people = [this.#technicians, this.#peopleOf, this.#personKeys, this.#usualRoutes, this.#absences];
        const all = [...people, this.#officeOf, this.#routes, this.#routesOf, this.#rowKeys, this.#runs];
        [...all, this.#truth, this.#drafted, this.#cells, this.#promises].forEach((map) => map.clear());
    }

    #remove(code: string): void {
        const truth = this.#truth.get(code);
        if (truth) {
            this.#hide(code);
            this.#count(truth, -1);
            this.#truth.delete(code);
            this.#drafted.delete(code);
        }
    }

    #show(truth: Visit): void {
        const visit = this.#withDraft(truth);
        const row = this.#rowKey(visit);
        if (row === undefined) {
            return;
        }
        const key = dateKey(row, visit);
        const cell = this.#cell(row, key);
        const order = this.#orderOf(row, key);
        const behind = cell.findIndex((other) => order(visit, other) < 0);
        cell.splice(behind < 0 ? cell.length : behind, 0, visit);
        this.#touch(row);
    }

    #hide(code: string): void {
        const visit = this.visit(code);
        const row = visit && this.#rowKey(visit);
        if (visit && row !== undefined) {
            const cell = this.#cell(row, dateKey(row, visit));
            cell.splice(cell.indexOf(visit), 1);
            this.#touch(row);
        }
    }

    #withDraft(truth: Visit): Visit {
        const draft = this.#drafts.get(truth.code);
        if (!draft) {
            return truth;
        }
        const visit = { ...truth, ...draft, status: shownStatus(truth.status, draft) };
        this.#drafted.set(truth.code, visit);
        return visit;
    }

    #cell(row: string, date: string): Visit[] {
        let days = this.#cells.get(row);
        if (!days) {
            this.#cells.set(row, (days = new Map()));
        }
        let cell = days.get(date);
        if (!cell) {
            days.set(date, (cell = []));
        }
        return cell;
    }

    /** The row a visit stands in, or the tray; undefined when it does not belong on this board. */
    #rowKey(visit: Visit): string | undefined {
        if (visit.status === 'cancelled' || !this.#officeOf.has(visit.office)) {
            return undefined;
        }
        if (visit.status === 'unassigned' || visit.date === null) {
            return visit.due <= (this.days[this.days.length - 1] ?? '') ? trayRow : undefined;
        }
        if (!this.days.includes(visit.date)) {
            return undefined;
        }
        const row = this.#by === 'routes' ? this.#routeKey(visit) : this.#personKey(visit);
        return row ?? looseRow(visit.office);
    }

    #routeKey({ route }: Visit): string | undefined {
        return route === null ? undefined : this.#rowKeys.get(route);
    }

    #personKey({ technician, office }: Visit): string | undefined {
        if (technician === null) {
            return undefined;
        }
        const own = this.#personKeys.get(technician);
        return own ?? (this.#technicians.has(technician) ? personRow(office, technician) : undefined);
    }

    #orderOf(row: string, key: string): (a: Visit, b: Visit) => number {
        return row === trayRow ? byWaiting(this.office(key)?.today ?? '') : byStart;
    }

    #count(visit: Visit, sign: 1 | -1): void {
        this.#countIn(this.#rowKey(visit), visit, sign);
    }

    /** What lies in the tray has kept and broken nothing yet. */
    #countIn(row: string | undefined, visit: Visit, sign: 1 | -1): void {
        if ((visit.promisesDue === 0 && visit.promisesBroken === 0) || row === trayRow) {
            return;
        }
        let promises = this.#promises.get(visit.office);
        if (!promises) {
            promises = { due: 0, broken: 0 };
            this.#promises.set(visit.office, promises);
        }
        promises.due += sign * visit.promisesDue;
        promises.broken += sign * visit.promisesBroken;
        this.#touch(officeRow(visit.office));
    }

    #touch(row: string): void {
        this.#revisions.set(row, ++this.#revision);
    }
}

/** The server sends visits nearly in order: most cells need no sorting. */
function sortInto(visits: Visit[], order: (a: Visit, b: Visit) => number): void {
    for (let i = 1; i < visits.length; i++) {
        if (order(visits[i - 1] as Visit, visits[i] as Visit) > 0) {
            visits.sort(order);
            return;
        }
    }
}

function dateKey(row: string, visit: Visit): string {
    return row === trayRow ? visit.office : (visit.date as string);
}

function dayKey(who: string, date: string): string {
    return `${who}|${date}`;
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
    let list = lists.get(key);
    if (!list) {
        lists.set(key, (list = []));
    }
    return list;
}

/** A visit dragged out of the tray counts as planned while the server decides, one dragged into it as unassigned. */
function shownStatus(status: Status, draft: Draft): Status {
    return draft.date === null ? 'unassigned' : status === 'unassigned' ? 'planned' : status;
}

function byStart(a: Visit, b: Visit): number {
    return compare(a.start ?? '~', b.start ?? '~') || compare(a.name, b.name) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
