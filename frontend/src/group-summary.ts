import type { Light, Office } from './board-data.js';
import type { BoardModel, Visit } from './board-model.js';
import { exceptionOf } from './exceptions.js';
import { count } from './format.js';
import { subjectsOf } from './row-kinds.js';

/** What a collapsed office holds, of one day or of all. */
export interface GroupSummary {
    readonly visits: number;
    /** Visits with a broken promise. */
    readonly promises: number;
    /** Visits with a broken wish and no broken promise, as the chips count them. */
    readonly wishes: number;
    /** The worst of its visits. */
    readonly customer: Light;
    readonly company: Light;
}

const EMPTY: GroupSummary = { visits: 0, promises: 0, wishes: 0, customer: 0, company: 0 };

/** What stands in the rows of an office on each of these days. The unassigned lie in the tray, not in a row. */
export function summariesOf(model: BoardModel, office: Office, dates: readonly string[]): GroupSummary[] {
    const rows = subjectsOf(model, office);
    return dates.map((date) => sum(rows.flatMap(({ key }) => model.cell(key, date))));
}

export function totalOf(days: readonly GroupSummary[]): GroupSummary {
    return days.reduce(
        (all, day) => ({
            visits: all.visits + day.visits,
            promises: all.promises + day.promises,
            wishes: all.wishes + day.wishes,
            customer: worse(all.customer, day.customer),
            company: worse(all.company, day.company),
        }),
        EMPTY,
    );
}

function sum(visits: readonly Visit[]): GroupSummary {
    return totalOf(
        visits.map((visit) => ({
            visits: 1,
            promises: holds('promise', visit),
            wishes: holds('wish', visit),
            customer: visit.customerLight,
            company: visit.companyLight,
        })),
    );
}

function holds(exception: string, visit: Visit): number {
    return exceptionOf(exception)?.holds(visit) ? 1 : 0;
}

function worse(one: Light, other: Light): Light {
    return one > other ? one : other;
}

const COLOURS = ['green', 'amber', 'red'];

/** `customer red, company amber, 84 visits, 4 promises broken, 3 wishes broken` */
export function summaryWords({ visits, promises, wishes, customer, company }: GroupSummary): string {
    if (visits === 0) {
        return 'no visits';
    }
    return [
        `customer ${COLOURS[customer]}`,
        `company ${COLOURS[company]}`,
        count(visits, 'visit'),
        promises > 0 && `${count(promises, 'promise')} broken`,
        wishes > 0 && `${wishes} ${wishes === 1 ? 'wish' : 'wishes'} broken`,
    ]
        .filter(Boolean)
        .join(', ');
}
