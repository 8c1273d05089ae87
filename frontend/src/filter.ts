import type { Visit } from './board-model.js';
import { SIGN, bandOf } from './signs.js';

/**
 * Which visits are meant, by facts of the card. Within a facet one value is enough, and every facet must hold. In the
 * address: `light=customer-red|company-red;service=Rodent%20control`.
 */

export type Facet = 'light' | 'service' | 'technician' | 'status' | 'face' | 'value';
export type Filter = Readonly<Partial<Record<Facet, readonly string[]>>>;

const FACETS: readonly Facet[] = ['light', 'service', 'technician', 'status', 'face', 'value'];

export const FACET_NAMES: Record<Facet, string> = {
    light: 'Lights',
    service: 'Service',
    technician: 'Technician',
    status: 'Status',
    face: 'Face',
    value: 'Value',
};

/** The values of the facets that are the same on every board, as the desk says them. */
export const FIXED_VALUES: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
    light: {
        'customer-red': 'Customer red',
        'customer-amber': 'Customer amber',
        'company-red': 'Company red',
        'company-amber': 'Company amber',
        green: 'Both green',
    },
    status: {
        planned: 'Planned, not confirmed',
        confirmed: 'Confirmed',
        unassigned: 'Unassigned',
        done: 'Done',
        missed: 'Missed',
    },
    face: { known: 'Knows the technician', new: 'A new face' },
};

export function readFilter(text: string): Filter {
    const filter: Partial<Record<Facet, string[]>> = {};
    for (const part of text.split(';')) {
        const [name = '', values = ''] = part.split('=', 2);
        const facet = FACETS.find((one) => one === name.trim());
        const given = values.split('|').flatMap((value) => decoded(value.trim()));
        if (facet && given.length > 0) {
            filter[facet] = [...new Set([...(filter[facet] ?? []), ...given])];
        }
    }
    return filter;
}

export function writeFilter(filter: Filter): string {
    return FACETS.filter((facet) => (filter[facet]?.length ?? 0) > 0)
        .map((facet) => `${facet}=${(filter[facet] ?? []).map(encodeURIComponent).join('|')}`)
        .join(';');
}

/** With one value of one facet switched on or off. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
    const values = filter[facet] ?? [];
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    return { ...filter, [facet]: next };
}

export function filterSize(filter: Filter): number {
    return FACETS.reduce((sum, facet) => sum + (filter[facet]?.length ?? 0), 0);
}

/** Whether a visit is meant; null when everything is. */
export function filterMatcher(filter: Filter): ((visit: Visit) => boolean) | null {
    const tests = FACETS.flatMap((facet) => {
        const values = filter[facet];
        if (!values || values.length === 0) {
            return [];
        }
        const wanted = new Set(values);
        return [(visit: Visit) => valuesOf(facet, visit).some((value) => wanted.has(value))];
    });
    return tests.length === 0 ? null : (visit) => tests.every((test) => test(visit));
}

const SHADES = ['', 'amber', 'red'];

/** What a visit is in a facet; none when nobody knows. */
export function valuesOf(facet: Facet, visit: Visit): string[] {
    switch (facet) {
        case 'light':
            return visit.customerLight === 0 && visit.companyLight === 0
                ? ['green']
                : [
                      ...(visit.customerLight > 0 ? [`customer-${SHADES[visit.customerLight]}`] : []),
                      ...(visit.companyLight > 0 ? [`company-${SHADES[visit.companyLight]}`] : []),
                  ];
        case 'service':
            return visit.service === null ? [] : [visit.service];
        case 'technician':
            return visit.technician === null ? [] : [visit.technician];
        case 'status':
            return [visit.date === null ? 'unassigned' : visit.status];
        case 'face':
            return (visit.signs & SIGN.KNOWN) !== 0 ? ['known'] : (visit.signs & SIGN.NEW) !== 0 ? ['new'] : [];
        case 'value':
            return [String(bandOf(visit.signs))];
    }
}

function decoded(value: string): string[] {
    try {
        return value === '' ? [] : [decodeURIComponent(value)];
    } catch {
        return []; // a half percent sign, from an address that was cut off
    }
}
