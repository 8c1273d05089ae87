import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryAnswer, TechnicianDay } from './phone-data.js';
import { entryOf } from './phone-entries.js';
import { PhoneStore } from './phone-store.js';

/** As a browser's: text only, and full when it is told so. */
class FakeStorage implements Storage {
    full = false;
    readonly #texts = new Map<string, string>();
    get length(): number {
        return this.#texts.size;
    }
    key(at: number): string | null {
        return [...this.#texts.keys()][at] ?? null;
    }
    getItem(key: string): string | null {
        return this.#texts.get(key) ?? null;
    }
    setItem(key: string, text: string): void {
        if (this.full) {
            throw new DOMException('full', 'QuotaExceededError');
        }
        this.#texts.set(key, text);
    }
    removeItem(key: string): void {
        this.#texts.delete(key);
    }
    clear(): void {
        this.#texts.clear();
    }
}

let storage: FakeStorage;
const open = (user = 'ana', technician = 'ANA') => new PhoneStore(user, technician, storage);
const entry = () => entryOf({ visit: 'D10', name: 'Dorothy' }, 'READ', 0, { mark: 'm' });
const answer = (id: string, more: Partial<EntryAnswer> = {}): EntryAnswer => ({
    id,
    status: 'STORED',
    sentence: null,
    caught: null,
    ...more,
});
const day = { technician: 'ANA' } as TechnicianDay;

beforeEach(() => {
    storage = new FakeStorage();
});

describe('what the phone keeps', () => {
    it('is there again after a reload, in its order', () => {
        const [first, second] = [entry(), entry()];
        open().add(first);
        open().add(second);
        expect(open().entries).toEqual([first, second]);
        open().settle(first, answer(first.id));
        expect(open().entries).toEqual([second]);
        expect(open().troubles).toEqual([]);
    });

    it('keeps what there is to know until somebody has read it', () => {
        const [conflict, note] = [entry(), entry()];
        const store = open();
        store.add(conflict);
        store.add(note);
        store.settle(conflict, answer(conflict.id, { status: 'CONFLICT', sentence: 'It was given to Ben.' }));
        store.settle(note, answer(note.id, { sentence: 'Read it again.' }));
        expect(open().troubles.map(({ sentence, note }) => [sentence, note])).toEqual([
            ['It was given to Ben.', false],
            ['Read it again.', true],
        ]);
        open().dismiss(open().troubles[0]!);
        expect(open().troubles).toHaveLength(1);
    });

    it('asks about a wish that may not be followed', () => {
        const said = entry();
        open().add(said);
        open().settle(said, answer(said.id, { caught: { options: ['A skill'], toSay: 'We send …' } }));
        expect(open().troubles[0]).toMatchObject({ caught: { options: ['A skill'] } });
    });

    it('tells a thing once, also when two tabs have sent it', () => {
        const twice = entry();
        open().add(twice);
        const conflict = answer(twice.id, { status: 'CONFLICT', sentence: 'Closed already.' });
        open().settle(twice, conflict);
        open().settle(twice, conflict);
        expect(open().troubles).toHaveLength(1);
    });

    it('belongs to one person: the day of another is forgotten, what they entered is not', () => {
        const ben = open('ben', 'BEN');
        ben.keepDay(day);
        ben.add(entry());
        const ana = open();
        ana.keepDay(day);
        ana.forgetOthers();
        expect(ana.day).toEqual(day);
        expect(ana.entries).toEqual([]);
        expect(open('ben', 'BEN').day).toBeNull();
        expect(open('ben', 'BEN').entries).toHaveLength(1);
    });

    it('goes on in the page when the phone has no room, and says so', () => {
        const store = open();
        storage.full = true;
        const kept = entry();
        store.add(kept);
        expect(store.failed).toBe(true);
        expect(store.entries).toEqual([kept]);
        storage.full = false;
        store.add(entry());
        expect(store.failed).toBe(false);
        expect(open().entries).toHaveLength(2);
    });

    it('keeps what is being filled in', () => {
        const closing = { outcome: null, why: '', said: 'Half a sen', nothingSaid: false, at: 7 };
        open().keepClosing('D10', closing);
        open().keepClosing('B1', closing);
        open().keepClosing('B1', null);
        expect(open().closings).toEqual({ D10: closing });
    });

    it('survives what is no JSON', () => {
        storage.setItem('dorothy-day:ana:ANA:kept', '{broken');
        expect(open().entries).toEqual([]);
    });
});
