import type { Caught, Entry, EntryAnswer, TechnicianDay } from './phone-data.js';
import type { Closing } from './phone-entries.js';
import { keysOf } from './phone-keeper.js';

/** Something the technician has to know about an entry, kept until they have said so. */
export interface Trouble {
    readonly entry: Entry;
    readonly sentence: string;
    readonly caught: Caught | null;
    /** It was stored; there is only something to know. */
    readonly note: boolean;
}

interface Kept {
    entries: Entry[];
    troubles: Trouble[];
}

/**
 * What the phone keeps, in its local storage, so that a reload or a flat battery loses nothing. What was entered and the
 * day stand apart: a day that finds no room takes none from the entries. Each person has their own.
 */
export class PhoneStore {
    readonly #prefix: string;
    #memory: Kept = { entries: [], troubles: [] };
    #failed = false;

    constructor(
        user: string,
        technician: string,
        private readonly storage: Storage,
    ) {
        this.#prefix = `${keysOf(user)}${technician}:`;
        this.#memory = this.#read<Kept>('kept') ?? this.#memory;
    }

    /** Whether something could not be kept, so that only this page still has it. */
    get failed(): boolean {
        return this.#failed;
    }

    /** Not sent yet, in the order in which it was entered. Another tab may have changed it. */
    get entries(): readonly Entry[] {
        return this.#kept().entries;
    }

    get troubles(): readonly Trouble[] {
        return this.#kept().troubles;
    }

    add(entry: Entry): void {
        const kept = this.#kept();
        this.#keep({ ...kept, entries: [...kept.entries, entry] });
    }

    /** The server has answered: the entry is gone, and what there is to know stays. */
    settle(entry: Entry, answer: EntryAnswer): void {
        const kept = this.#kept();
        const known = kept.entries.some(({ id }) => id === entry.id);
        const trouble = troubleOf(entry, answer);
        this.#keep({
            entries: kept.entries.filter(({ id }) => id !== entry.id),
            troubles: trouble && known ? [...kept.troubles, trouble] : kept.troubles,
        });
    }

    /** The technician has read it, or has done something about it. */
    dismiss(trouble: Trouble): void {
        const kept = this.#kept();
        this.#keep({ ...kept, troubles: kept.troubles.filter(({ entry }) => entry.id !== trouble.entry.id) });
    }

    get day(): TechnicianDay | null {
        return this.#read<TechnicianDay>('day');
    }

    /** Null forgets it: whoever may not see the day any more does not find it on the phone either. */
    keepDay(day: TechnicianDay | null): void {
        this.#write('day', day);
    }

    /** What is being filled in, by visit. */
    get closings(): Readonly<Record<string, Closing>> {
        return this.#read<Record<string, Closing>>('closings') ?? {};
    }

    keepClosing(visit: string, closing: Closing | null): void {
        const { [visit]: _, ...others } = this.closings;
        const left = closing === null ? others : { ...others, [visit]: closing };
        this.#write('closings', Object.keys(left).length > 0 ? left : null);
    }

    #kept(): Kept {
        return this.#failed ? this.#memory : (this.#read<Kept>('kept') ?? this.#memory);
    }

    #keep(kept: Kept): void {
        this.#memory = kept;
        this.#failed = !this.#write('kept', kept);
    }

    #read<T>(name: string): T | null {
        try {
            const text = this.storage.getItem(this.#prefix + name);
            return text === null ? null : (JSON.parse(text) as T);
        } catch {
            return null;
        }
    }

    #write(name: string, value: unknown): boolean {
        try {
            if (value === null) {
                this.storage.removeItem(this.#prefix + name);
            } else {
                this.storage.setItem(this.#prefix + name, JSON.stringify(value));
            }
            return true;
        } catch {
            return false;
        }
    }
}

function troubleOf(entry: Entry, { status, sentence, caught }: EntryAnswer): Trouble | null {
    if (caught !== null) {
        return {
            entry,
            sentence: [
                sentence,
                `What ${entry.name} said is about who a technician is. We may not follow it, and say so.`,
            ]
                .filter(Boolean)
                .join(' '),
            caught,
            note: false,
        };
    }
    return sentence === null ? null : { entry, sentence, caught: null, note: status === 'STORED' };
}
