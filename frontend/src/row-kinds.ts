import type { Office, Route, Technician } from './board-data.js';
import { routeRow, personRow, looseRow, type BoardModel, type Visit, type Workday } from './board-model.js';

/**
 * What each kind of row is: heads and notes of offices, and the rows with visits, which are a route, a technician, or
 * the visits that fit nowhere else.
 */
export type RowKind = 'office' | 'route' | 'person' | 'loose' | 'note';

export interface RowSubject {
    readonly key: string;
    readonly kind: RowKind;
    readonly office: Office;
    readonly route: Route | null;
    /** The usual one of a route, or the person whose row it is. */
    readonly technician: Technician | null;
}

/** Whether visits stand in rows of this kind. */
export function hasCells(kind: string): boolean {
    return kind === 'route' || kind === 'person' || kind === 'loose';
}

/** Whether a visit may be let go on rows of this kind. */
export function takesVisits(kind: string): boolean {
    return kind === 'route' || kind === 'person';
}

/** The rows with visits of one office, from top to bottom. */
export function subjectsOf(model: BoardModel, office: Office): RowSubject[] {
    const subjects: RowSubject[] =
        model.by === 'routes'
            ? model.routesOf(office.code).map((route) => ({
                  key: routeRow(route.code),
                  kind: 'route',
                  office,
                  route,
                  technician: model.technician(route.technician) ?? null,
              }))
            : model.peopleOf(office.code).map((technician) => ({
                  key: personRow(office.code, technician.code),
                  kind: 'person',
                  office,
                  route: null,
                  technician,
              }));
    const none = { office, route: null, technician: null };
    if (model.hasLoose(office.code)) {
        subjects.push({ ...none, key: looseRow(office.code), kind: 'loose' });
    } else if (subjects.length === 0) {
        subjects.push({ ...none, key: `note ${office.code}`, kind: 'note' });
    }
    return subjects;
}

/** Who works in a row on a day; undefined where the board does not know. */
export function workdayOf(model: BoardModel, row: RowSubject, date: string): Workday | undefined {
    switch (row.kind) {
        case 'route':
            return row.route ? model.run(row.route.code, date) : undefined;
        case 'person':
            return row.technician ? model.workday(row.technician, date) : undefined;
        default:
            return undefined;
    }
}

/** Whether somebody works in a row on one of the days, or a visit stands there. */
export function hasWork(model: BoardModel, row: RowSubject, dates: readonly string[]): boolean {
    return (
        !takesVisits(row.kind) ||
        dates.some((date) => {
            const day = workdayOf(model, row, date);
            return model.cell(row.key, date).length > 0 || (day?.away === null && day.technician !== null);
        })
    );
}

/** What the row is called, and the small print under it. */
export function titlesOf(model: BoardModel, row: RowSubject): { title: string; under: string } {
    switch (row.kind) {
        case 'route':
            return { title: row.route?.name ?? '', under: row.technician?.name ?? 'nobody yet' };
        case 'person': {
            const routes = model.usualRoutes(row.technician?.code ?? '').map((route) => route.name);
            return { title: row.technician?.name ?? '', under: routes.join(', ') || guestWords(model, row) };
        }
        default:
            return { title: model.by === 'routes' ? 'Without a route' : 'Without a technician', under: '' };
    }
}

function guestWords(model: BoardModel, { technician }: RowSubject): string {
    return technician && !model.office(technician.office) ? 'guest' : 'no usual route';
}

/** Where the row sends a visit: what the server's verdicts call it. */
export function codeOf(row: RowSubject): string | null {
    return row.kind === 'route'
        ? (row.route?.code ?? null)
        : row.kind === 'person'
          ? (row.technician?.code ?? null)
          : null;
}

/** Whether a visit stands in this row as the server knows it. */
export function standsIn(row: RowSubject, visit: Visit): boolean {
    return row.kind === 'person' ? visit.technician === row.technician?.code : visit.route === row.route?.code;
}

/** Name of the route a technician is on with this visit, when it is not one they usually drive. */
export function unusualRoute(model: BoardModel, row: RowSubject, visit: Visit): string | null {
    if (row.kind !== 'person' || visit.route === null) {
        return null;
    }
    const route = model.route(visit.route);
    return route && route.technician !== row.technician?.code ? route.name : null;
}
