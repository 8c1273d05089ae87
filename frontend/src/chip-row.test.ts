import { describe, expect, it } from 'vitest';
import type { BoardSummary } from './board-data.js';
import { chipRow, chipsOf } from './chip-row.js';

const counts = {
    promise: 3,
    wish: 1,
    double: 4,
    unlicensed: 0,
    away: 2,
    unassigned: 5,
    unanswered: 7,
    remember: 0,
    protocol: 7,
};
const summary: BoardSummary = { visits: 100, waiting: 2, counts };
const chips = chipsOf(summary, null);
const width = (words: string) => words.length * 6;
const words = (room: number | null, of = chips) => {
    const { shown, more, brief } = chipRow(of, room, width);
    return [shown.map((chip) => (brief ? chip.brief : chip.words)), more.map((chip) => chip.words)];
};

describe('the chips', () => {
    it('say what there is, one and many', () => {
        expect(chips.map((chip) => chip.words)).toEqual([
            '3 promises broken',
            '1 wish broken',
            '4 double-booked',
            '2 technicians away',
            '5 unassigned',
            '7 unanswered wishes',
            '7 protocols',
            '2 waiting for an answer',
        ]);
        expect(
            chipsOf({ ...summary, counts: { ...counts, remember: 2 } }, null).map((chip) => [chip.words, chip.brief]),
        ).toContainEqual(['2 reminders not read', '2 not read']);
        expect(chipsOf(null, null)).toEqual([]);
    });

    it('stand in full where there is room, or where lines do not matter', () => {
        expect(words(2_000)[0]).toEqual(chips.map((chip) => chip.words));
        expect(words(null)[1]).toEqual([]);
    });

    it('become brief first, then the last go behind a button', () => {
        expect(words(840)).toEqual([chips.map((chip) => chip.brief), []]);
        expect(words(400)).toEqual([
            ['3 promises', '1 wish', '4 double-booked'],
            ['2 technicians away', '5 unassigned', '7 unanswered wishes', '7 protocols', '2 waiting for an answer'],
        ]);
        expect(words(10)[0]).toEqual([]);
    });

    it('keep the one in view that is stepped through', () => {
        const chosen = chipsOf(summary, 'protocol');
        expect(words(400, chosen)[0]).toEqual(['3 promises', '1 wish', '4 double-booked', '7 protocols']);
    });

    it('show a chosen one that no visit is any more', () => {
        expect(chipsOf(summary, 'unlicensed').map((chip) => chip.words)).toContain('0 unlicensed');
    });
});
