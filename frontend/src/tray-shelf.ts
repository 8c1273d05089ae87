import type { Office } from './board-data.js';
import type { Visit } from './board-model.js';
import type { Direction } from './keyboard.js';

/** Where the tray's cards lie: lines of equal cards, office by office. Windowed, because a branch can have thousands unassigned. */

export interface Group {
    readonly office: Office;
    readonly visits: readonly Visit[];
}

export interface Shelf {
    readonly groups: readonly PlacedGroup[];
    readonly perLine: number;
    /** Height of a line in pixels. */
    readonly line: number;
    readonly lines: number;
    readonly shown: number;
    /** Width in front of the cards for the offices' names; 0 where there is one office, or the name has its own line. */
    readonly gutter: number;
}

export interface PlacedGroup extends Group {
    /** Line of the office's name. */
    readonly top: number;
    /** Line of its first cards. */
    readonly first: number;
}

const CARD_WIDTH = 182;
const GUTTER = 108;
const FEW_LINES = 2;
/** So many offices are in view without a click. */
const MANY_OFFICES = 4;
const MANY_LINES = 8;

/**
 * `groups` are the offices of the board that have somebody waiting; with several offices each says its name. `spare` keeps
 * to few lines however many offices there are.
 */
export function shelfOf(
    groups: readonly Group[],
    named: boolean,
    width: number,
    cardHeight: number,
    narrow: boolean,
    expanded: boolean,
    spare = false,
): Shelf {
    const gutter = named && !narrow ? GUTTER : 0;
    const perLine = Math.max(1, Math.floor((width - gutter) / CARD_WIDTH));
    let lines = 0;
    const placed = groups.map((group) => {
        const top = lines;
        const first = named && narrow ? top + 1 : top;
        lines = first + Math.ceil(group.visits.length / perLine);
        return { ...group, top, first };
    });
    const few = narrow ? FEW_LINES + 1 : spare ? FEW_LINES : Math.max(FEW_LINES, Math.min(groups.length, MANY_OFFICES));
    return {
        groups: placed,
        perLine,
        line: cardHeight + 4,
        lines,
        shown: Math.min(Math.max(1, lines), expanded ? MANY_LINES : few),
        gutter,
    };
}

export interface Slot {
    readonly visit: Visit;
    readonly line: number;
    /** Place in the line. */
    readonly place: number;
}

/** The cards that touch the lines [from, to), and always the card of `always`. */
export function slotsOf({ groups, perLine }: Shelf, from: number, to: number, always: string | null): Slot[] {
    const slots: Slot[] = [];
    for (const { first, visits } of groups) {
        visits.forEach((visit, i) => {
            const line = first + Math.floor(i / perLine);
            if ((line >= from && line < to) || visit.code === always) {
                slots.push({ visit, line, place: i % perLine });
            }
        });
    }
    return slots;
}

/** The next card for an arrow key: along the line and into the next, up and down by line, also across offices. */
export function stepInShelf(shelf: Shelf, cursor: string | null, direction: Direction): Visit | undefined {
    const all = shelf.groups.flatMap((group) => group.visits);
    const at = all.findIndex((visit) => visit.code === cursor);
    const last = all.length - 1;
    switch (direction) {
        case 'left':
            return all[Math.max(0, at - 1)];
        case 'right':
            return all[Math.min(last, at + 1)];
        case 'home':
        case 'first':
            return all[0];
        case 'end':
        case 'last':
            return all[last];
        default:
            return (
                byLine(shelf, cursor, direction === 'up' || direction === 'page-up' ? -1 : 1) ?? all[Math.max(0, at)]
            );
    }
}

function byLine({ groups, perLine }: Shelf, cursor: string | null, by: 1 | -1): Visit | undefined {
    const g = groups.findIndex(({ visits }) => visits.some((visit) => visit.code === cursor));
    const group = groups[g];
    if (!group) {
        return undefined;
    }
    const at = group.visits.findIndex((visit) => visit.code === cursor);
    const column = at % perLine;
    const line = Math.floor(at / perLine) + by;
    const lines = Math.ceil(group.visits.length / perLine);
    if (line >= 0 && line < lines) {
        return group.visits[Math.min(line * perLine + column, group.visits.length - 1)];
    }
    const next = groups[g + by]?.visits;
    const from = next && by < 0 ? (Math.ceil(next.length / perLine) - 1) * perLine : 0;
    return next?.[Math.min(from + column, next.length - 1)];
}
