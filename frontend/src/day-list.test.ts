import { describe, expect, it } from 'vitest';
import { MON, TUE, board, card } from './board-fixture.js';
import { dayOfOne, duration, technicianBeside } from './day-list.js';
import { DayPlan } from './day-plan.js';

const plan = new DayPlan(
    MON,
    new Map([
        [
            'riverside',
            {
                code: 'riverside',
                seq: 1,
                shifts: [{ technician: 'cy', from: '08:00', to: '16:30', away: null }],
                drives: [
                    ['a', 'b', 20],
                    ['b', 'c', 40],
                ],
            },
        ],
    ]),
);

describe('the day of one technician', () => {
    const model = board(
        card('c', { 9: '11:30' }),
        card('a', { 9: '08:00' }),
        card('b', { 5: 'south', 9: '10:00', 10: 75 }),
        card('later', { 9: null }),
        card('other', { 6: 'ana' }),
        card('tomorrow', { 7: TUE }),
        card('off', { 11: 'cancelled' }),
    );
    const day = dayOfOne(model, 'cy', MON, plan);

    it('lists their stops by time on whatever route, those without a time last', () => {
        expect(day.stops.map(({ visit }) => visit.code)).toEqual(['a', 'b', 'c', 'later']);
    });

    it('says the drives, what is left over between stops, and where time is short', () => {
        expect(day.stops.map(({ drive, free, tight }) => [drive, free, tight])).toEqual([
            [null, 0, false],
            [20, 40, false],
            [40, 0, true],
            [null, 0, false],
        ]);
    });

    it('adds up work and road', () => {
        expect([day.work, day.road, day.shift?.from]).toEqual([60 * 3 + 75, 60, '08:00']);
    });
});

describe('the technicians', () => {
    it('follow each other around the end', () => {
        const model = board();
        expect(technicianBeside(model, 'cy', 1)).toBe('ana');
        expect(technicianBeside(model, 'ana', 1)).toBe('cy');
        expect(technicianBeside(model, 'cy', -1)).toBe('ana');
        expect(technicianBeside(model, '', 1)).toBe('cy');
        expect(technicianBeside(model, 'gone', -1)).toBe('ana');
    });
});

describe('duration', () => {
    it('is written as people say it', () => {
        expect([45, 120, 255, 0].map(duration)).toEqual(['45 min', '2 h', '4 h 15 min', '0 min']);
    });
});
