import { describe, expect, it } from 'vitest';
import { dayOf } from './day-words.js';

/** A Wednesday. */
const TODAY = '2026-10-07';

describe('a day as people type it', () => {
    it.each([
        ['2026-10-12', '2026-10-12'],
        ['today', TODAY],
        ['Tomorrow', '2026-10-08'],
        ['yesterday', '2026-10-06'],
        ['wed', TODAY],
        ['tue', '2026-10-13'],
        ['thursday', '2026-10-08'],
        ['next fri', '2026-10-16'],
        ['next wed', '2026-10-14'],
        ['next mon', '2026-10-12'],
        ['12 oct', '2026-10-12'],
        ['12. October', '2026-10-12'],
        ['Oct 12th', '2026-10-12'],
        ['oct 12, 2027', '2027-10-12'],
        ['3 january', '2027-01-03'],
        ['30 sep', '2026-09-30'],
        ['29 feb 2028', '2028-02-29'],
    ])('%s is %s', (text, day) => {
        expect(dayOf(text, TODAY)).toBe(day);
    });

    it.each(['', 'tu', 'dorothy', '31 feb', '32 oct', '12 oct 26', '2026-02-31', 'next', '12 oct 2026 noon', 'oct'])(
        '%s is none',
        (text) => {
            expect(dayOf(text, TODAY)).toBeNull();
        },
    );
});
