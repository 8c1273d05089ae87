import type { BoardDelta, BoardSnapshot, Card, Light, Office, Route, Run, Status, Technician } from './board-data.js';

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
}

/** Where the person at this screen has put a visit, not yet confirmed by the server. */
export interface Draft {
    readonly route: string;
    readonly date: string;
    readonly start: string | null;
    readonly technician: string | null;
}

export interface Promises {
    due: number;
    broken: number;
}

/** What a delta did: `changed` are the visits somebody else gave a new version, or took away. */
export type Applied = { result: 'applied'; changed: string[] } | { result: 'ignored' } | { result: 'gap' };

export function visitOf(card: Card): Visit {
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
    };
}

export const officeRow = (office: string) => `office ${office}`;
export const routeRow = (route: string) => `route ${route}`;
/** The row of visits that have a technician and a day but no route; without it they would be hidden. */
export const looseRow = (office: string) => `loose ${office}`;

const TRAY = 'tray';
const NONE: readonly Visit[] = [];

/**
 * The board's picture without any screen: what the server said, this person's drafts over it, and who stands in which cell.
 * Every row carries a revision, so that a change repaints the rows it touched and no other.
 */
export class BoardModel {
    days: readonly string[] = [];
    offices: readonly Office[] = [];

    readonly #technicians = new Map<string, Technician>();
    readonly #routes = new Map<string, Route>();
    readonly #routesOf = new Map<string, Route[]>();
    readonly #runs = new Map<string, Run>();
    readonly #truth = new Map<string, Visit>();
    readonly #shown = new Map<string, Visit>();
    readonly #drafts = new Map<string, Draft>();
    readonly #cells = new Map<string, Visit[]>();
    readonly #promises = new Map<string, Promises>();
    readonly #revisions = new Map<string, number>();
    #revision = 0;

    load(snapshot: BoardSnapshot): void {
        this.days = snapshot.days;
        this.offices = snapshot.offices;
        for (const map of [this.#technicians, this.#routes, this.#routesOf, this.#runs, this.#truth, this.#shown]) {
            map.clear();
        }
        this.#cells.clear();
        this.#promises.clear();
        this.#revisions.clear();
        this.#revision++;
        for (const technician of snapshot.technicians) {
            this.#technicians.set(technician.code, technician);
        }
        for (const route of snapshot.routes) {
            this.#routes.set(route.code, route);
            const others = this.#routesOf.get(route.office);
            if (others) {
                others.push(route);
            } else {
                this.#routesOf.set(route.office, [route]);
            }
        }
        for (const run of snapshot.runs) {
            this.#runs.set(runKey(run.route, run.date), run);
        }
        for (const card of snapshot.visits) {
            this.#put(visitOf(card), false);
        }
        for (const [key, cell] of this.#cells) {
            cell.sort(key === TRAY ? byDue : byStart);
        }
        for (const code of this.#drafts.keys()) {
            if (!this.#truth.has(code)) {
                this.#drafts.delete(code);
            }
        }
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
            this.#runs.set(runKey(run.route, run.date), run);
            this.#touch(routeRow(run.route));
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
            }
        }
        return { result: 'applied', changed };
    }

    /** Takes the server's word for one visit. */
    put(visit: Visit): void {
        this.#put(visit, true);
    }

    /** Shows a visit where this person dropped it, until {@link undraft} or the server's word. */
    draft(code: string, draft: Draft): void {
        const truth = this.#truth.get(code);
        if (truth) {
            this.#drafts.set(code, draft);
            this.#show(truth, true);
        }
    }

    undraft(code: string): void {
        const truth = this.#truth.get(code);
        if (this.#drafts.delete(code) && truth) {
            this.#show(truth, true);
        }
    }

    office(code: string): Office | undefined {
        return this.offices.find((office) => office.code === code);
    }

    technician(code: string | null): Technician | undefined {
        return code === null ? undefined : this.#technicians.get(code);
    }

    route(code: string): Route | undefined {
        return this.#routes.get(code);
    }

    routesOf(office: string): readonly Route[] {
        return this.#routesOf.get(office) ?? [];
    }

    run(route: string, date: string): Run | undefined {
        return this.#runs.get(runKey(route, date));
    }

    visit(code: string): Visit | undefined {
        return this.#shown.get(code);
    }

    /** The visit as the server knows it, without this person's draft. */
    truth(code: string): Visit | undefined {
        return this.#truth.get(code);
    }

    visits(): IterableIterator<Visit> {
        return this.#shown.values();
    }

    isDraft(code: string): boolean {
        return this.#drafts.has(code);
    }

    /** The visits of one cell by start, then name. */
    cell(row: string, date: string): readonly Visit[] {
        return this.#cells.get(cellKey(row, date)) ?? NONE;
    }

    hasLoose(office: string): boolean {
        return this.days.some((date) => this.cell(looseRow(office), date).length > 0);
    }

    /** Unassigned visits, the longest overdue first. */
    tray(): readonly Visit[] {
        return this.#cells.get(TRAY) ?? NONE;
    }

    /** The row a visit stands in; undefined in the tray or out of the picture. */
    rowOf(visit: Visit): string | undefined {
        const key = this.#keyOf(visit);
        return key === undefined || key === TRAY ? undefined : key.slice(0, -DATE_LENGTH);
    }

    isInTray(visit: Visit): boolean {
        return this.#keyOf(visit) === TRAY;
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
        return this.#revisions.get(row) ?? this.#revision;
    }

    trayRevision(): number {
        return this.revision(TRAY);
    }

    /** Number of the last change anywhere. */
    get lastRevision(): number {
        return this.#revision;
    }

    /** Marks the place of a visit for repainting, when what changed is not in the data: selected, saving, waiting. */
    repaint(code: string): void {
        const visit = this.#shown.get(code);
        if (visit) {
            this.#touch(rowKey(this.#keyOf(visit) as string));
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

    #put(visit: Visit, sorted: boolean): void {
        const before = this.#truth.get(visit.code);
        if (before) {
            this.#count(before, -1);
        }
        if (this.#keyOf(visit) === undefined && !this.#drafts.has(visit.code)) {
            this.#truth.delete(visit.code);
            this.#hide(visit.code);
            return;
        }
        this.#truth.set(visit.code, visit);
        this.#count(visit, 1);
        this.#show(visit, sorted);
    }

    #remove(code: string): void {
        const truth = this.#truth.get(code);
        if (truth) {
            this.#count(truth, -1);
        }
        this.#truth.delete(code);
        this.#drafts.delete(code);
        this.#hide(code);
    }

    #show(truth: Visit, sorted: boolean): void {
        this.#hide(truth.code);
        const draft = this.#drafts.get(truth.code);
        const visit = draft ? { ...truth, ...draft, status: shownStatus(truth.status) } : truth;
        const key = this.#keyOf(visit);
        if (key === undefined) {
            return;
        }
        this.#shown.set(visit.code, visit);
        const cell = this.#cells.get(key);
        if (!cell) {
            this.#cells.set(key, [visit]);
        } else if (sorted) {
            const order = key === TRAY ? byDue : byStart;
            const behind = cell.findIndex((other) => order(visit, other) < 0);
            cell.splice(behind < 0 ? cell.length : behind, 0, visit);
        } else {
            cell.push(visit);
        }
        this.#touch(rowKey(key));
    }

    #hide(code: string): void {
        const visit = this.#shown.get(code);
        if (!visit) {
            return;
        }
        this.#shown.delete(code);
        const key = this.#keyOf(visit) as string;
        const cell = this.#cells.get(key) as Visit[];
        cell.splice(cell.indexOf(visit), 1);
        if (cell.length === 0) {
            this.#cells.delete(key);
        }
        this.#touch(rowKey(key));
    }

    #keyOf(visit: Visit): string | undefined {
        if (visit.status === 'cancelled' || !this.office(visit.office)) {
            return undefined;
        }
        if (visit.status === 'unassigned' || visit.date === null) {
            return visit.due <= (this.days[this.days.length - 1] ?? '') ? TRAY : undefined;
        }
        if (!this.days.includes(visit.date)) {
            return undefined;
        }
        const row =
            visit.route !== null && this.#routes.has(visit.route) ? routeRow(visit.route) : looseRow(visit.office);
        return cellKey(row, visit.date);
    }

    #count(visit: Visit, sign: 1 | -1): void {
        if (visit.promisesDue === 0 && visit.promisesBroken === 0) {
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

const DATE_LENGTH = '|yyyy-MM-dd'.length;

function cellKey(row: string, date: string): string {
    return `${row}|${date}`;
}

function rowKey(cell: string): string {
    return cell === TRAY ? TRAY : cell.slice(0, -DATE_LENGTH);
}

function runKey(route: string, date: string): string {
    return `${route}|${date}`;
}

/** A visit dragged out of the tray counts as planned while the server decides. */
function shownStatus(status: Status): Status {
    return status === 'unassigned' ? 'planned' : status;
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
