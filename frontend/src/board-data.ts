/** What the server says and hears about the board. The Java module `board` has a record of the same name for each type. */

import type { Exception } from './exceptions.js';

/** 0 green, 1 amber, 2 red, as in Java's `Light`. */
export type Light = 0 | 1 | 2;

export type Status = 'unassigned' | 'planned' | 'confirmed' | 'done' | 'missed' | 'cancelled';

export type Away = 'vacation' | 'sick' | 'training' | 'other' | 'off';

export interface Office {
    code: string;
    name: string;
    zone: string;
    /** Number of the last change this picture contains. */
    seq: number;
    today: string;
}

export interface Technician {
    code: string;
    name: string;
    office: string;
    /** Minutes of a working day. */
    shift: number;
}

/** A day on which a technician does not work. */
export interface Absence {
    technician: string;
    date: string;
    away: Away;
}

export interface Route {
    code: string;
    name: string;
    office: string;
    technician: string | null;
}

/** A route on one day: who drives it and how many minutes the shift has. */
export interface Run {
    route: string;
    date: string;
    technician: string | null;
    away: Away | null;
    shift: number;
}

/** A visit on the wire: an array, because a big board has 16,800 of them. */
export type Card = [
    code: string,
    version: number,
    customerCode: string,
    name: string,
    office: string,
    route: string | null,
    technician: string | null,
    date: string | null,
    due: string,
    start: string | null,
    minutes: number,
    status: Status,
    pinned: 0 | 1,
    customerLight: Light,
    companyLight: Light,
    marks: string,
    reason: string | null,
    promisesDue: number,
    promisesBroken: number,
    /** Bits of `signs.ts`. */
    signs: number,
    /** The service sold: in a snapshot its place in `services`, in other messages its name. */
    service: number | string | null,
];

export interface BoardSnapshot {
    from: string;
    days: string[];
    offices: Office[];
    technicians: Technician[];
    routes: Route[];
    runs: Run[];
    absences: Absence[];
    visits: Card[];
    /** Visits and runs of each office, not read yet, see `snapshot-lines.ts`; `visits` then are the unassigned. */
    later?: readonly string[];
    services: string[];
    /** From which yearly value on an agreement counts as middle, and as high. */
    bands: [number, number];
}

/** When a technician works on a day, and why they do not. */
export interface Shift {
    technician: string;
    from: string;
    to: string;
    away: Away | null;
}

/** Minutes from one of a technician's stops to the next, both named by their visits. */
export type Drive = [from: string, to: string, minutes: number];

/** What a day shows besides its visits, office by office. */
export interface BoardDay {
    date: string;
    offices: { code: string; seq: number; shifts: Shift[]; drives: Drive[] }[];
}

/** What the list of a technician's day says beyond the cards. The Java record `BoardStops` is the other side. */
export interface BoardStops {
    stops: { visit: string; street: string | null; remember: string[]; words: string[] }[];
}

/** One change in one office. It fits when `prev` is the number the board has. */
export interface BoardDelta {
    office: string;
    prev: number;
    seq: number;
    cards: Card[];
    gone: string[];
    runs: Run[];
    /** Name of the person who did it. */
    by: string;
}

/** 0 refused, 1 free to drop, 2 needs a consent or a reason. */
export type Allowed = 0 | 1 | 2;

export type VerdictTarget = [
    /** A route, or a technician when rows are people. */
    row: string,
    date: string,
    customerLight: Light,
    companyLight: Light,
    /** What decides; of several visits "2 of 5: promised Ana". */
    text: string,
    /** The start a single visit would get. */
    start: string | null,
    technician: string | null,
    allowed: Allowed,
    /** The route the visits would be on. */
    route: string | null,
    /**
     * With a day asked for: a character for each quarter of an hour from midnight on, as if the first visit began then and
     * the others kept their distance to it. `.` cannot be, else `a` to `i` = 3 × customer light + company light, upper
     * case where it needs a consent or a reason.
     */
    quarters: string | null,
];

/** What every target would mean for the lifted visits; of several visits the worst. */
export interface VerdictMap {
    visits: string[];
    /** As they are now; when somebody has changed one, there are no targets. */
    versions: number[];
    targets: VerdictTarget[];
}

/**
 * One move of a draft. Route, date and technician null: unassigned. Technician null with a route: whoever drives that
 * run. Start null: the server chooses.
 */
export interface DraftMove {
    visit: string;
    version: number;
    route: string | null;
    date: string | null;
    start: string | null;
    technician: string | null;
}

/** Visits were lifted: what would every place mean for them? */
export interface PickUpQuestion {
    /** The first is the one under the hand. */
    visits: string[];
    versions: number[];
    offices: string[];
    /** What a row of the board is. */
    by: 'routes' | 'technicians';
    /** Asks for this day alone, and for each quarter of an hour of it. */
    day: string | null;
    /** The answer is what would be if these were saved; those that have become stale are left out. */
    draft: DraftMove[];
    /** The visits keep their own starts wherever they go. */
    keepTime: boolean;
}

/**
 * One move of a draft. Route, date and technician null: unassigned. Technician null with a route: whoever drives that
 * run. Start null: the server chooses.
 */
export interface DraftMove {
    visit: string;
    version: number;
    route: string | null;
    date: string | null;
    start: string | null;
    technician: string | null;
}

export interface DropCommand {
    opId: string;
    visit: string;
    version: number;
    /** Neither route nor date is back to the tray. */
    route: string | null;
    date: string | null;
    /** Null lets the server choose the best start. */
    start: string | null;
    /** Null is whoever drives that run. */
    technician: string | null;
}

export interface DropOutcome {
    status: 'accepted' | 'needs' | 'refused' | 'stale';
    sentence: string;
    card: Card | null;
}

/** How several moves ended. Only `accepted` changed anything. */
export interface DraftOutcome {
    opId: string;
    /** `asked`: a dialog is open now, and `reviewed` is called when it ends. */
    status: 'accepted' | 'refused' | 'stale' | 'given-up' | 'asked';
    sentence: string;
    /** The visits as they are now. */
    cards: Card[];
    /** The visits that the sentence is about; of an accepted draft the ones that were saved. */
    visits: string[];
}

/** A visit that is in the air on another board. */
export interface HeldVisit {
    visit: string;
    /** Name of the person. */
    by: string;
    /** It is the person who looks, in another window. */
    own: boolean;
}

/** The server side of the element, as Vaadin exposes it on `$server`. */
export interface BoardServer {
    pickUp(question: PickUpQuestion): Promise<VerdictMap>;
    drop(command: DropCommand): Promise<DropOutcome>;
    select(visit: string): void;
    moveTo(visit: string): void;
    /** What was lifted is down again. */
    letGo?(): void;
    /** Opens the preview of a draft; the element's `reviewed` is called when it ends. */
    review?(moves: DraftMove[]): unknown;
    /** Saves without a preview, unless consents or reasons are missing. */
    save?(kind: 'move' | 'undo' | 'redo', opId: string, moves: DraftMove[]): Promise<DraftOutcome>;
    pin?(visit: string, version: number, pinned: boolean): Promise<DropOutcome>;
}

/** Figures for the exception chips, each a number of visits on this board. */
export interface BoardSummary {
    visits: number;
    /** Visits that wait for an answer at this desk. */
    waiting: number;
    counts: Record<Exception, number>;
}
