import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryAnswer, TechnicianDay } from './phone-data.js';
import { entryOf } from './phone-entries.js';
import { FakeStorage } from './phone-fixture.js';
import { forgetOthers, leave, rememberWho, unsentOf, whoWasHere } from './phone-keeper.js';
import { PhoneStore } from './phone-store.js';

let storage: FakeStorage;
const open = (user = 'ana', technician = 'ANA') => new PhoneStore(user, technician, storage);
const entry = () => entryOf({ visit: 'D10', name: 'Dorothy' }, 'READ', 0, { mark: 'm' });
const answered = (id: string, more: Partial<EntryAnswer>): EntryAnswer => ({
    id,
    status: 'STORED',
    sentence: null,
    caught: null,
    ...more,
});
const day = { technician: 'ANA' } as TechnicianDay;
const left = () => Array.from({ length: storage.length }, (_, at) => storage.key(at)).sort();

beforeEach(() => {
    storage = new FakeStorage();
});

describe('whose day lies in the phone', () => {
    it('is remembered for a page that opens without network', () => {
        expect(whoWasHere(storage)).toBeNull();
        rememberWho(storage, { user: 'ana', technician: 'ANA' });
        expect(whoWasHere(storage)).toEqual({ user: 'ana', technician: 'ANA' });
        storage.setItem('dorothy-day-who', '{"user":7}');
        expect(whoWasHere(storage)).toBeNull();
        storage.full = true;
        expect(() => rememberWho(storage, { user: 'ana', technician: 'ANA' })).not.toThrow();
    });

    it('goes when its person signs out, and nothing of it is left', () => {
        const ana = open();
        ana.keepDay(day);
        rememberWho(storage, { user: 'ana', technician: 'ANA' });
        const told = entry();
        ana.add(told);
        ana.settle(told, answered(told.id, { sentence: 'Read it again.' }));
        leave(storage, 'ana');
        expect(left()).toEqual([]);
    });

    it('leaves what was entered and not sent, and what is half filled in, to its person', () => {
        const ana = open();
        const [waits, conflict] = [entry(), entry()];
        ana.keepDay(day);
        ana.add(conflict);
        ana.settle(conflict, answered(conflict.id, { status: 'CONFLICT', sentence: 'It was given to Ben.' }));
        ana.add(waits);
        ana.keepClosing('B1', { outcome: null, why: '', said: 'Half a sen', nothingSaid: false, at: 7 });
        expect(unsentOf(storage, 'ana')).toBe(1);
        leave(storage, 'ana');
        expect(unsentOf(storage, 'ana')).toBe(1);
        expect(open().day).toBeNull();
        expect(open().entries).toEqual([waits]);
        expect(open().troubles).toHaveLength(1);
        expect(open().closings).toHaveProperty('B1');
    });

    it('goes when somebody else signs in, but for what was not sent', () => {
        const ben = open('ben', 'BEN');
        ben.keepDay(day);
        ben.add(entry());
        rememberWho(storage, { user: 'ben', technician: 'BEN' });
        open().keepDay(day);
        forgetOthers(storage, 'ana');
        expect(open().day).toEqual(day);
        expect(open('ben', 'BEN').day).toBeNull();
        expect(whoWasHere(storage)).toBeNull();
        expect(unsentOf(storage, 'ben')).toBe(1);
        expect(unsentOf(storage, 'ana')).toBe(0);
    });

    it('stays when the same person is back, and leaves other things of the browser alone', () => {
        storage.setItem('dorothy-draft', 'of the board');
        open().keepDay(day);
        rememberWho(storage, { user: 'ana', technician: 'ANA' });
        forgetOthers(storage, 'ana');
        leave(storage, 'ben');
        expect(open().day).toEqual(day);
        expect(whoWasHere(storage)).not.toBeNull();
        leave(storage, 'ana');
        expect(left()).toEqual(['dorothy-draft']);
    });
});
