import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryAnswer } from './phone-data.js';
import { entryOf } from './phone-entries.js';
import { FakeStorage } from './phone-fixture.js';
import { PhoneStore } from './phone-store.js';

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
        open().keepClosing('D10', null);
        expect(storage.getItem('dorothy-day:ana:ANA:closings')).toBeNull();
    });

    it('survives what is no JSON', () => {
        storage.setItem('dorothy-day:ana:ANA:kept', '{broken');
        expect(open().entries).toEqual([]);
    });
});
