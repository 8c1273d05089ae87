import { describe, expect, it } from 'vitest';
import type { Entry, Stop, TechnicianDay } from './phone-data.js';
import { closingLacks, entryOf, mustRead, runWords, stateWords, withEntries, type Closing } from './phone-entries.js';

const DOROTHY: Stop = {
    visit: 'D10',
    name: 'Dorothy',
    fullName: 'Dorothy Hale',
    date: '2026-10-06',
    start: '09:00',
    minutes: 40,
    status: 'planned',
    service: null,
    address: null,
    phone: null,
    access: null,
    note: null,
    remember: { words: ['The dog is called Bruno.'], mark: 'm1', readAt: null },
    wishes: [],
    came: [],
    newHere: null,
    ask: null,
    checkedIn: null,
    checkedOut: null,
    why: null,
};
const DAY: TechnicianDay = {
    technician: 'ANA',
    name: 'Ana Petrov',
    office: 'Albany',
    zone: 'America/New_York',
    today: '2026-10-06',
    now: '2026-10-06T12:00:00Z',
    mayWrite: true,
    days: [{ date: '2026-10-06', away: null, stops: [DOROTHY], elsewhere: [] }],
};
const NINE = Date.parse('2026-10-06T13:00:00Z');
const CLOSING: Closing = { outcome: 'DONE', why: '', said: '', nothingSaid: true, at: NINE };

const after = (...entries: Entry[]) => withEntries(DAY, entries).days[0]!.stops[0]!;

describe('the day with what is not sent yet', () => {
    it('shows what was entered as if it had arrived', () => {
        const read = entryOf(DOROTHY, 'READ', NINE, { mark: 'm1' });
        const begun = entryOf(DOROTHY, 'CHECK_IN', NINE, { mark: 'm1' });
        const over = entryOf(DOROTHY, 'CHECK_OUT', NINE + 60_000, { outcome: 'MISSED', why: 'Nobody opened.' });
        expect(mustRead(DOROTHY)).toBe(true);
        expect(mustRead(after(read))).toBe(false);
        expect(after(read, begun).checkedIn).toBe('2026-10-06T13:00:00.000Z');
        expect(after(read, begun, over)).toMatchObject({
            status: 'missed',
            checkedOut: '2026-10-06T13:01:00.000Z',
            why: 'Nobody opened.',
        });
        expect(DAY.days[0]!.stops[0]).toBe(DOROTHY);
    });

    it('does not take other words for read', () => {
        expect(mustRead(after(entryOf(DOROTHY, 'READ', NINE, { mark: 'older' })))).toBe(true);
    });

    it('keeps what the server knew first', () => {
        const known = { ...DOROTHY, checkedIn: '2026-10-06T12:55:00Z', status: 'done' as const };
        const day = { ...DAY, days: [{ ...DAY.days[0]!, stops: [known] }] };
        const late = [entryOf(DOROTHY, 'CHECK_IN', NINE), entryOf(DOROTHY, 'CHECK_OUT', NINE, { outcome: 'MISSED' })];
        expect(withEntries(day, late).days[0]!.stops[0]).toEqual(known);
    });

    it('makes an id of its own each time', () => {
        expect(entryOf(DOROTHY, 'READ', NINE).id).not.toBe(entryOf(DOROTHY, 'READ', NINE).id);
    });
});

describe('closing a visit', () => {
    it.each<[Partial<Closing>, string | null]>([
        [{}, null],
        [{ outcome: null }, 'Say whether it was done or missed.'],
        [{ outcome: 'MISSED', why: ' ' }, 'Say why it was missed.'],
        [{ outcome: 'MISSED', why: 'Nobody opened.' }, null],
        [{ nothingSaid: false, said: ' \n' }, 'Write down what they said, or say that they said nothing.'],
        [{ nothingSaid: false, said: 'Thank you.' }, null],
    ])('%j lacks %s', (change, sentence) => {
        expect(closingLacks({ ...CLOSING, ...change })).toBe(sentence);
    });

    it('says how long is too long', () => {
        expect(closingLacks({ ...CLOSING, said: 'x'.repeat(10_000) })).toContain(
            'may have 2000 letters; this has 10000',
        );
        expect(closingLacks({ ...CLOSING, outcome: 'MISSED', why: 'x'.repeat(2_001) })).toContain('this has 2001');
    });
});

describe('the line about what is sent', () => {
    it('says it plainly', () => {
        expect(stateWords(3, 'fine', true, '9:02')).toBe('Not sent yet: 3');
        expect(stateWords(0, 'fine', true, '9:02')).toBe('Sent');
        expect(stateWords(0, 'fine', false, '9:02')).toBe('As of 9:02');
        expect(stateWords(3, 'lost', true, '9:02')).toBe('No network. Not sent yet: 3. It is kept on this phone.');
        expect(stateWords(0, 'lost', true, '9:02')).toBe('No network. You see the day as of 9:02.');
        expect(stateWords(2, 'signed-out', true, null)).toContain('You are signed out. Not sent yet: 2.');
    });

    it('counts what is left of the run', () => {
        expect(runWords([])).toBe('0 visits');
        expect(runWords([DOROTHY])).toBe('1 visit');
        expect(runWords([DOROTHY, { ...DOROTHY, status: 'done' }])).toBe('2 visits, 1 to go');
        expect(runWords([{ ...DOROTHY, status: 'missed' }])).toBe('1 visit, all closed');
    });
});
