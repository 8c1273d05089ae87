import { describe, expect, it } from 'vitest';
import type { BoardDay, Card } from './board-data.js';
import { MON, TUE, board, card } from './board-fixture.js';
import { DayPlan } from './day-plan.js';
import { subjectsOf } from './row-kinds.js';
import { metricsOf } from './rows.js';
import { Axis, blocksOf, fullHours, hoursOf, lanesMeasure, legsOf, share, snapped, timeOf } from './timeline.js';

const NORTH = 'route north';
const NOTHING = new DayPlan(MON);
const visits = (...cards: Card[]) => board(...cards).cell(NORTH, MON);
const hours = (cards: Card[], plan = NOTHING) => hoursOf(board(...cards), MON, [NORTH], plan);

function plan(changes: Partial<BoardDay['offices'][number]>): DayPlan {
    return NOTHING.with({ date: MON, offices: [{ code: 'riverside', seq: 1, shifts: [], drives: [], ...changes }] });
}

describe('the hours that are shown', () => {
    it('are at least a usual day', () => {
        expect(hours([card('a')])).toEqual({ from: 7 * 60, to: 18 * 60 });
    });

    it('reach from the earliest to the latest visit, in whole hours', () => {
        expect(hours([card('a', { 9: '05:40' }), card('b', { 9: '19:30', 10: 45 })])).toEqual({
            from: 5 * 60,
            to: 21 * 60,
        });
    });

    it('reach around the shifts', () => {
        const shifts = [{ technician: 'cy', from: '06:00', to: '22:15', away: null }];
        expect(hours([], plan({ shifts }))).toEqual({ from: 6 * 60, to: 23 * 60 });
    });

    it('end with the day when a visit goes beyond midnight', () => {
        expect(hours([card('a', { 9: '23:30', 10: 120 })]).to).toBe(24 * 60);
    });

    it('are the same object for as long as they are the same', () => {
        const before = hours([card('a')]);
        expect(hoursOf(board(card('b')), MON, [NORTH], NOTHING, before)).toBe(before);
    });

    it('are named one by one', () => {
        expect(fullHours({ from: 420, to: 600 })).toEqual([420, 480, 540]);
        expect(share({ from: 420, to: 620 }, 520)).toBe(50);
        expect(share({ from: 420, to: 620 }, 0)).toBe(0);
    });
});

describe('the axis', () => {
    const axis = new Axis(150 + 1320, { from: 7 * 60, to: 18 * 60 }, 150);

    it('finds the minute under the pointer, and nothing on the head of the row', () => {
        expect(axis.at(150)).toEqual({ column: 1, minute: 420 });
        expect(axis.at(150 + 240)).toEqual({ column: 1, minute: 540 });
        expect(axis.at(149)).toBeNull();
        expect(axis.at(150 + 1320)).toBeNull();
    });

    it('goes on where a block is held by its end', () => {
        expect(axis.minuteAt(150 - 60)).toBe(390);
        expect(axis.minuteAt(-9_999)).toBe(0);
    });

    it('scrolls sideways rather than squeeze an hour', () => {
        const narrow = new Axis(400, { from: 420, to: 1080 }, 150);
        expect(narrow.leastWidth).toBe(150 + 660);
        expect(narrow.scale).toBe(1);
    });
});

describe('a chosen start', () => {
    it('is on five minutes', () => {
        expect([543, 542, 540].map((minute) => timeOf(snapped(minute, 60)))).toEqual(['09:05', '09:00', '09:00']);
    });

    it('lets the visit end on the same day', () => {
        expect(timeOf(snapped(1439, 60))).toBe('23:00');
        expect(snapped(-20, 60)).toBe(0);
        expect(snapped(700, 3_000)).toBe(0);
    });
});

describe('blocks', () => {
    const lanes = (...cards: Card[]) => blocksOf(visits(...cards), undefined);

    it('stand in one lane when they follow each other', () => {
        const { blocks, lanes: count } = lanes(card('a'), card('b', { 9: '10:00' }));
        expect(count).toBe(1);
        expect(blocks.map(({ lane, clash }) => [lane, clash])).toEqual([
            [0, false],
            [0, false],
        ]);
    });

    it('never hide each other, and say that they clash', () => {
        const { blocks, lanes: count } = lanes(card('a'), card('b', { 9: '09:30' }), card('c', { 9: '10:00' }));
        expect(count).toBe(2);
        expect(blocks.map(({ visit, lane, clash }) => [visit.code, lane, clash])).toEqual([
            ['a', 0, true],
            ['b', 1, true],
            ['c', 0, true],
        ]);
    });

    it('are all there when a hundred start at once', () => {
        const many = Array.from({ length: 100 }, (_, i) => card(`v${i}`));
        expect(new Set(lanes(...many).blocks.map(({ lane }) => lane)).size).toBe(100);
    });

    it('do not clash when different people drive them', () => {
        const { blocks } = lanes(card('a'), card('b', { 6: 'ana' }));
        expect(blocks.map(({ lane, clash }) => [lane, clash])).toEqual([
            [0, false],
            [1, false],
        ]);
    });

    it('stand at the start of the shift when nobody has said when', () => {
        const shift = { technician: 'cy', from: '07:15', to: '15:00', away: null };
        const { blocks } = blocksOf(visits(card('a', { 9: null })), shift);
        expect(blocks[0]).toMatchObject({ from: 435, untimed: true, clash: false });
    });

    it('are long enough to be seen, and end with the day', () => {
        const { blocks } = lanes(card('a', { 10: 1 }), card('b', { 9: '23:55', 10: 90 }));
        expect(blocks.map(({ from, to }) => [from, to])).toEqual([
            [540, 555],
            [1425, 1440],
        ]);
    });

    it('make the row as high as its lanes', () => {
        const metrics = metricsOf('dense', false);
        const model = board(card('a'), card('b'), card('c'));
        const [row] = subjectsOf(model, model.offices[0]!);
        expect(lanesMeasure(model, MON, metrics, NOTHING)(row!)).toBe(
            2 * metrics.pad + 3 * (metrics.lane + metrics.gap) + metrics.road + 1,
        );
        expect(lanesMeasure(model, TUE, metrics, NOTHING)(row!)).toBe(
            2 * metrics.pad + (metrics.lane + metrics.gap) + metrics.road + 1,
        );
    });
});

describe('drives', () => {
    const drives: [string, string, number][] = [
        ['a', 'b', 20],
        ['b', 'c', 45],
    ];
    const day = [card('a'), card('b', { 9: '11:00' }), card('c', { 9: '12:30' })];

    it('lead from the end of one stop to the next, and say when time is short', () => {
        expect(
            legsOf(visits(...day), plan({ drives })).map(({ leaves, minutes, tight }) => [leaves, minutes, tight]),
        ).toEqual([
            [600, 20, false],
            [720, 45, true],
        ]);
    });

    it('are not drawn where the server has not said', () => {
        expect(legsOf(visits(...day), NOTHING)).toEqual([]);
    });

    it('pass by a visit that was missed', () => {
        const missed = card('m', { 9: '10:15', 11: 'missed' });
        expect(legsOf(visits(...day, missed), plan({ drives })).map(({ to }) => to.code)).toEqual(['b', 'c']);
    });
});
