import type { OwnOffice } from './bar-data.js';
import type { BoardModel } from './board-model.js';
import { dayOf } from './day-words.js';
import { fold, termsOf } from './find.js';
import { count, spokenDate } from './format.js';

/** A customer the server found. The Java record `FoundCustomer` is the other side. */
export interface FoundCustomer {
    code: string;
    name: string;
    fullName: string;
    office: string;
    street: string | null;
    visit: string | null;
    board: string | null;
    date: string | null;
}

export interface Action {
    readonly label: string;
    /** The key that does the same. */
    readonly key?: string;
    readonly run: () => void;
}

export type Choice =
    | { readonly kind: 'day'; readonly day: string }
    | { readonly kind: 'office'; readonly office: string }
    | { readonly kind: 'technician'; readonly technician: string }
    | { readonly kind: 'customer'; readonly customer: FoundCustomer }
    | { readonly kind: 'action'; readonly action: Action };

export interface PaletteItem {
    readonly group: string;
    readonly label: string;
    readonly hint: string;
    readonly choice: Choice;
}

export interface PaletteWorld {
    readonly today: string;
    readonly offices: readonly OwnOffice[];
    readonly model: BoardModel | undefined;
    readonly actions: readonly Action[];
    readonly customers: readonly FoundCustomer[];
}

/** So many of one kind; more typing shows others. */
const MOST = 6;

/** What can be chosen for a text, the surest first. Without a text: what can be done. */
export function paletteItems(text: string, world: PaletteWorld): PaletteItem[] {
    const terms = termsOf(text);
    const fits = (label: string) => terms.every((term) => fold(label).includes(term));
    const officeName = (code: string) => world.offices.find((office) => office.code === code)?.name ?? '';
    const day = dayOf(text, world.today);
    const days: PaletteItem[] =
        day === null
            ? []
            : [{ group: 'Days', label: spokenDay(day), hint: 'Show this day', choice: { kind: 'day', day } }];
    const offices = world.offices
        .filter(({ name }) => fits(name))
        .map(({ code, name }): PaletteItem => ({
            group: 'Offices',
            label: name,
            hint: 'Only this office',
            choice: { kind: 'office', office: code },
        }));
    const technicians = [...(world.model?.technicians() ?? [])]
        .filter(({ name }) => fits(name))
        .map(({ code, name, office }): PaletteItem => ({
            group: 'Technicians',
            label: name,
            hint: officeName(office),
            choice: { kind: 'technician', technician: code },
        }));
    const customers = world.customers.map((customer): PaletteItem => ({
        group: 'Customers',
        label: customer.name === customer.fullName ? customer.name : `${customer.name} · ${customer.fullName}`,
        hint: [customer.street, whenOf(customer)].filter(Boolean).join(' · '),
        choice: { kind: 'customer', customer },
    }));
    const actions = world.actions
        .filter(({ label }) => fits(label))
        .map((action): PaletteItem => ({
            group: 'Do',
            label: action.label,
            hint: action.key ?? '',
            choice: { kind: 'action', action },
        }));
    return terms.length === 0
        ? [...actions, ...offices.slice(0, MOST)]
        : [...days, ...customers, ...technicians.slice(0, MOST), ...offices.slice(0, MOST), ...actions.slice(0, MOST)];
}

/** For people who do not see the list. */
export function paletteSentence(items: readonly PaletteItem[]): string {
    return items.length === 0 ? 'Nothing is called that.' : `${count(items.length, 'choice')}.`;
}

function whenOf({ visit, date }: FoundCustomer): string {
    return visit === null ? 'no visit planned' : date === null ? 'waits for a day' : spokenDay(date);
}

function spokenDay(day: string): string {
    return `${spokenDate(day)} ${day.slice(0, 4)}`;
}
