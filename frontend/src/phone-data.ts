/** What a technician's phone hears and says. The Java module `technicianday` has a record of the same name for each type. */

export interface TechnicianDay {
    technician: string;
    name: string;
    office: string;
    /** Of the office; all dates and times of the plan are in it. */
    zone: string;
    today: string;
    now: string;
    /** Whether whoever reads this is the technician. */
    mayWrite: boolean;
    /** Today and tomorrow. */
    days: Day[];
}

export interface Day {
    date: string;
    away: string | null;
    stops: Stop[];
    /** Starts of visits on boards that whoever reads may not see. */
    elsewhere: string[];
}

export type StopStatus = 'planned' | 'confirmed' | 'done' | 'missed';

export interface Stop {
    visit: string;
    name: string;
    fullName: string;
    date: string;
    start: string | null;
    minutes: number;
    status: StopStatus;
    service: string | null;
    address: string | null;
    phone: string | null;
    access: string | null;
    note: string | null;
    remember: { words: string[]; mark: string; readAt: string | null };
    wishes: { words: string | null; meaning: string; answer: string; heardBy: string | null }[];
    came: { technician: string; name: string; date: string }[];
    newHere: { metOn: string | null; introducedBy: string | null } | null;
    /** What to ask them this time. */
    ask: string | null;
    checkedIn: string | null;
    checkedOut: string | null;
    why: string | null;
}

export type Outcome = 'DONE' | 'MISSED';

/** Something that was entered and is kept on the phone until the server has it. */
export interface Entry {
    /** Made here, once: what comes twice is done once. */
    readonly id: string;
    readonly visit: string;
    /** Of the customer, for sentences about it. */
    readonly name: string;
    readonly kind: 'READ' | 'CHECK_IN' | 'CHECK_OUT' | 'SAID';
    /** Milliseconds, on this phone's clock. */
    readonly at: number;
    readonly mark: string | null;
    readonly outcome: Outcome | null;
    readonly why: string | null;
    readonly said: string | null;
    readonly nothingSaid: boolean;
    readonly keepDeclined: boolean;
}

export interface Caught {
    options: string[];
    toSay: string;
}

/** What became of an entry. */
export interface EntryAnswer {
    id: string;
    status: 'STORED' | 'CONFLICT' | 'REFUSED';
    sentence: string | null;
    caught: Caught | null;
}
