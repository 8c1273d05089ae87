import type { Colour } from './bar-state.js';
import type { BoardModel, Visit } from './board-model.js';
import { SIGN, bandOf } from './signs.js';

/** What the colour of a card means, besides its lights. Never colour alone: each meaning has letters of its own too. */

export interface Meaning {
    readonly key: string;
    readonly label: string;
    /** One to three letters on the card. */
    readonly letters: string;
    /** Place in the palette of the style sheet, `--tint-N`. */
    readonly tint: number;
}

export type Legend = ReadonlyMap<string, Meaning>;

export const NO_LEGEND: Legend = new Map();

/** So many tints can be told apart, also by people who see fewer colours; beyond that the letters decide. */
export const TINTS = 8;

const FACES: readonly Meaning[] = [
    { key: 'new', label: 'a new face', letters: 'N', tint: 1 },
    { key: 'known', label: 'knows the technician', letters: 'K', tint: 0 },
];

/** What a card is coloured by; null when nobody knows. */
export function meaningKey(colour: Colour, visit: Visit): string | null {
    switch (colour) {
        case 'light':
            return null;
        case 'service':
            return visit.service;
        case 'face':
            return (visit.signs & SIGN.NEW) !== 0 ? 'new' : (visit.signs & SIGN.KNOWN) !== 0 ? 'known' : null;
        case 'value':
            return bandOf(visit.signs) === 0 ? null : String(bandOf(visit.signs));
    }
}

/** The meanings on this board, the most common service first. */
export function legendOf(colour: Colour, model: BoardModel): Legend {
    switch (colour) {
        case 'light':
            return NO_LEGEND;
        case 'service':
            return byKey(servicesOf(model));
        case 'face':
            return byKey(FACES);
        case 'value':
            return byKey(valuesOf(model.bands));
    }
}

/** An equal legend must not repaint the board. */
export function sameLegend(a: Legend, b: Legend): boolean {
    return a.size === b.size && [...a.values()].every((meaning) => same(meaning, b.get(meaning.key)));
}

function same(a: Meaning, b: Meaning | undefined): boolean {
    return a.label === b?.label && a.letters === b.letters && a.tint === b.tint;
}

function byKey(meanings: readonly Meaning[]): Legend {
    return new Map(meanings.map((meaning) => [meaning.key, meaning]));
}

function servicesOf(model: BoardModel): Meaning[] {
    const counts = new Map<string, number>();
    for (const { service } of model.visits()) {
        if (service !== null) {
            counts.set(service, (counts.get(service) ?? 0) + 1);
        }
    }
    const names = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
    const taken = new Set<string>();
    return names.map((name, place) => ({
        key: name,
        label: name,
        letters: shortOf(name, taken),
        tint: place % TINTS,
    }));
}

/** `Rodent control` is RC; where that is taken, more of it: ROC, then RC2. */
export function shortOf(name: string, taken: Set<string>): string {
    const words = name.split(/\s+/).map((word) => [...word].filter((letter) => /[\p{L}\p{N}]/u.test(letter)));
    const filled = words.filter((word) => word.length > 0);
    const first = filled.map((word) => word[0]).slice(0, 2);
    const [start = []] = filled;
    const choices = [
        filled.length > 1 ? first : start.slice(0, 2),
        filled.length > 1 ? [...start.slice(0, 2), first[1]] : start.slice(0, 3),
    ].map((letters) => letters.join('').toLocaleUpperCase('en') || '?');
    let short = choices.find((choice) => !taken.has(choice));
    for (let number = 2; short === undefined; number++) {
        short = taken.has(`${choices[0]}${number}`) ? undefined : `${choices[0]}${number}`;
    }
    taken.add(short);
    return short;
}

function valuesOf([low, high]: readonly [number, number]): Meaning[] {
    return [
        { key: '3', label: `${money(high)} a year or more`, letters: 'H', tint: 3 },
        { key: '2', label: `${money(low)} to ${money(high)}`, letters: 'M', tint: 2 },
        { key: '1', label: `under ${money(low)}`, letters: 'L', tint: 0 },
    ];
}

/** Without a currency: the files name none. */
function money(amount: number): string {
    return amount.toLocaleString('en');
}
