import { describe, expect, it } from 'vitest';
import { MON, TUE, board, card, snapshot } from './board-fixture.js';
import { BoardModel } from './board-model.js';
import { hasWork } from './row-kinds.js';
import { cardsMeasure, layOut, metricsOf, rowAt, windowOf } from './rows.js';

const metrics = metricsOf('comfortable', false);
const table = (model: BoardModel, collapsed: string[] = [], used = metrics) =>
    layOut(model, new Set(collapsed), used, cardsMeasure(model, model.days, used));

describe('layOut', () => {
    it('gives every card of the fullest cell its place', () => {
        const cards = Array.from({ length: 40 }, (_, i) => card(`v${i}`));
        const row = table(board(...cards, card('other', { 7: TUE }))).rows.find((one) => one.key === 'route north');
        expect(row?.height).toBe(2 * metrics.pad + metrics.bar + 40 * (metrics.card + metrics.gap) + 1);
    });

    it('makes room for the name of a substitute and for the word of an absence', () => {
        const cards = [
            card('a', { 5: 'south', 7: TUE }),
            card('b', { 5: 'south', 7: TUE }),
            card('c', { 5: 'south', 7: TUE }),
        ];
        const row = table(board(...cards)).rows.find((one) => one.key === 'route south');
        expect(row?.height).toBe(2 * metrics.pad + metrics.bar + metrics.line + 3 * (metrics.card + metrics.gap) + 1);
    });

    it('keeps an empty row high enough for its name', () => {
        expect(table(board()).rows.map((row) => row.height)).toEqual([
            metrics.office,
            metrics.least + 1,
            metrics.least + 1,
        ]);
    });

    it('makes room in a collapsed office for what is inside, and takes it back', () => {
        const model = board(card('a'));
        const measure = cardsMeasure(model, model.days, metrics);
        const open = layOut(model, new Set(), metrics, measure);
        const folded = layOut(model, new Set(['riverside']), metrics, measure, open);
        expect(folded.rows.map(({ height }) => height)).toEqual([metrics.folded]);
        expect(layOut(model, new Set(), metrics, measure, folded).height).toBe(open.height);
    });

    it('puts rows below each other without a gap', () => {
        const { rows, height } = table(board(card('a'), card('b'), card('c'), card('d', { 5: null })));
        let top = 0;
        for (const row of rows) {
            expect(row.top).toBe(top);
            top += row.height;
        }
        expect(height).toBe(top);
    });

    it('leaves out rows in which nobody works and nothing stands, when asked to', () => {
        const keys = (days: string[], model: BoardModel) =>
            layOut(model, new Set(), metrics, cardsMeasure(model, days, metrics), undefined, (row) =>
                hasWork(model, row, days),
            ).rows.map(({ key }) => key);
        const empty = board();
        expect(keys([MON, TUE], empty)).toEqual(['office riverside', 'route north', 'route south']);
        expect(keys([TUE], empty)).toEqual(['office riverside', 'route north']);
        const waiting = board(card('left', { 5: 'south', 6: null, 7: TUE }));
        expect(keys([TUE], waiting)).toContain('route south');
        empty.arrange('people');
        expect(keys([TUE], empty)).toEqual(['office riverside', 'person riverside cy']);
    });

    it('shows only the head of a collapsed office', () => {
        expect(table(board(card('a')), ['riverside']).rows.map((row) => row.kind)).toEqual(['office']);
    });

    it('has a row for each technician when rows are people', () => {
        const model = board(card('a'), card('alone', { 6: null }));
        model.arrange('people');
        expect(table(model).rows.map((row) => row.key)).toEqual([
            'office riverside',
            'person riverside cy',
            'person riverside ana',
            'loose riverside',
        ]);
    });

    it('teaches where an office has no routes', () => {
        const model = new BoardModel();
        model.load(snapshot([], { routes: [], runs: [] }));
        expect(table(model).rows.map((row) => row.kind)).toEqual(['office', 'note']);
    });

    it('is lower when dense and stacks the head when narrow', () => {
        const cards = Array.from({ length: 8 }, (_, i) => card(`v${i}`));
        const height = (used = metrics) => table(board(...cards), [], used).height;
        expect(height(metricsOf('dense', false))).toBeLessThan(height());
        const used = metricsOf('dense', true);
        const model = board(...cards);
        const narrow = layOut(model, new Set(), used, cardsMeasure(model, [MON], used));
        expect(narrow.rows[1]?.height).toBeGreaterThan(used.head + 8 * used.card);
    });
});

describe('windowing', () => {
    const { rows, index, height } = table(board(...Array.from({ length: 9 }, (_, i) => card(`v${i}`))));
    const full = { rows, index, height };

    it('finds the row at every pixel', () => {
        for (let y = 0; y < height; y++) {
            const row = rows[rowAt(full, y)];
            expect(row && row.top <= y && y < row.top + row.height, `pixel ${y}`).toBe(true);
        }
    });

    it('clamps above and below', () => {
        expect(rowAt(full, -50)).toBe(0);
        expect(rowAt(full, height + 500)).toBe(rows.length - 1);
        expect(rowAt({ rows: [], index: new Map(), height: 0 }, 3)).toBe(-1);
    });

    it('draws the rows that touch the stretch and no others', () => {
        const second = rows[1]!;
        expect(windowOf(full, second.top, second.top + 1)).toEqual([1, 2]);
        expect(windowOf(full, 0, height)).toEqual([0, rows.length]);
        expect(windowOf({ rows: [], index: new Map(), height: 0 }, 0, 100)).toEqual([0, 0]);
    });
});
