import { describe, expect, it } from 'vitest';
import {
    addDays,
    clockTime,
    daysBetween,
    dueLabel,
    keptPromises,
    localNow,
    minuteOfDay,
    spokenDate,
    spokenRange,
} from './format.js';

describe('format', () => {
    it('writes times as people do', () => {
        expect(clockTime('08:15')).toBe('8:15');
        expect(clockTime('14:30')).toBe('14:30');
        expect(clockTime('00:05')).toBe('0:05');
        expect(clockTime(null)).toBe('');
        expect(minuteOfDay('14:30')).toBe(870);
    });

    it('counts days across the change of the clocks', () => {
        expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
        expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    });

    it('says when an unassigned visit is due, seen from today', () => {
        expect(dueLabel('2026-10-03', '2026-10-05')).toBe('since 2 d');
        expect(dueLabel('2026-10-05', '2026-10-05')).toBe('today');
        expect(dueLabel('2026-10-08', '2026-10-05')).toBe('Thu');
        expect(dueLabel('2026-10-12', '2026-10-05')).toBe('12 Oct');
    });

    it('says a date in full for the ear', () => {
        expect(spokenDate('2026-10-06')).toBe('Tuesday 6 October');
    });

    it('shows the wall clock of the office, not of the browser', () => {
        const now = new Date('2026-10-05T14:12:00Z');
        expect(localNow('America/Chicago', now)).toEqual({ date: '2026-10-05', time: '9:12' });
        expect(localNow('Pacific/Auckland', now)).toEqual({ date: '2026-10-06', time: '3:12' });
    });

    it('falls back to UTC for a zone the browser does not know', () => {
        expect(localNow('Mars/Olympus', new Date('2026-10-05T14:12:00Z')).time).toBe('14:12');
    });

    it('never rounds a broken promise away', () => {
        expect(keptPromises(1000, 1)).toBe('99 %');
        expect(keptPromises(16, 1)).toBe('93 %');
        expect(keptPromises(4, 0)).toBe('100 %');
        expect(keptPromises(0, 0)).toBe('–');
    });
});

describe('a range of days', () => {
    it('says the month once and the year only when it is another one', () => {
        expect(spokenRange('2026-10-12', '2026-10-20', '2026-10-05')).toBe('12 – 20 October');
        expect(spokenRange('2026-09-28', '2026-10-06', '2026-10-05')).toBe('28 Sep – 6 Oct');
        expect(spokenRange('2027-10-05', '2027-10-13', '2026-10-05')).toBe('5 – 13 October 2027');
        expect(spokenRange('2026-12-28', '2027-01-05', '2026-10-05')).toBe('28 Dec 2026 – 5 Jan 2027');
        expect(spokenRange('2026-10-05', '2026-10-05', '2026-10-05')).toBe('5 October');
    });

    it('counts days over the end of a month and over a leap day', () => {
        expect(addDays('2026-10-28', 7)).toBe('2026-11-04');
        expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    });
});
