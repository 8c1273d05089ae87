import { describe, expect, it } from 'vitest';
import type { Light, VerdictTarget } from './board-data.js';
import { MON, TUE, WED, board, card } from './board-fixture.js';
import type { BoardModel } from './board-model.js';
import { codeOf, subjectsOf } from './row-kinds.js';
import { Verdicts, provisionalVerdict, spokenVerdict, toneOf } from './verdicts.js';

const target = (route: string, date: string, text = ''): VerdictTarget => [
    route,
    date,
    2,
    1,
    text,
    '09:00',
    'cy',
    2,
    route,
    null,
];
const map = (...targets: VerdictTarget[]) => ({ visits: ['dorothy'], versions: [1], targets });

describe('toneOf', () => {
    it('never shows as good what the customer minds, whatever the company says', () => {
        for (const company of [0, 1, 2] as Light[]) {
            expect(toneOf(2, company, 1)).toBe('bad');
            expect(toneOf(1, company, 1)).toBe('caution');
        }
    });

    it('is good for the customer even where the company would rather not', () => {
        expect(toneOf(0, 0, 1)).toBe('good');
        expect(toneOf(0, 1, 1)).toBe('good');
        expect(toneOf(0, 2, 2)).toBe('caution');
    });

    it('is blocked where a drop is refused', () => {
        expect(toneOf(0, 0, 0)).toBe('blocked');
    });
});

describe('Verdicts', () => {
    it('finds a target by route and day', () => {
        const verdicts = new Verdicts(map(target('north', TUE, '4th face in 10')));
        expect(verdicts.at('north', TUE)).toMatchObject({
            customer: 2,
            company: 1,
            text: '4th face in 10',
            tone: 'bad',
            start: '09:00',
        });
        expect(verdicts.at('north', WED)).toBeUndefined();
    });

    it('keeps the targets it knew when an office is opened later', () => {
        const verdicts = new Verdicts(map(target('ridge', MON)), new Verdicts(map(target('north', TUE))));
        expect(verdicts.at('north', TUE)).toBeDefined();
        expect(verdicts.at('ridge', MON)).toBeDefined();
    });
});

const rowOf = (model: BoardModel, code: string) =>
    subjectsOf(model, model.offices[0]!).find((row) => codeOf(row) === code)!;

describe('until the server answers', () => {
    const visitor = (minutes: number) => {
        const model = board(card('dorothy', { 10: minutes }), card('full', { 7: WED, 10: 450 }));
        return { model, dorothy: model.visit('dorothy')! };
    };

    it('says who is away', () => {
        const { model, dorothy } = visitor(60);
        expect(provisionalVerdict(model, dorothy, rowOf(model, 'south'), TUE)).toMatchObject({
            text: 'vacation',
            tone: 'unknown',
            customer: null,
        });
    });

    it('says which run would be too full', () => {
        const { model, dorothy } = visitor(60);
        expect(provisionalVerdict(model, dorothy, rowOf(model, 'north'), WED).text).toBe('full');
        expect(provisionalVerdict(model, dorothy, rowOf(model, 'south'), WED).text).toBe('');
    });

    it('does not forbid what only the server can judge', () => {
        const { model, dorothy } = visitor(60);
        expect(provisionalVerdict(model, dorothy, rowOf(model, 'south'), TUE).allowed).not.toBe(0);
    });
});

describe('spokenVerdict', () => {
    it('says both lights, the reason and what a drop needs', () => {
        const verdict = new Verdicts(map(target('north', TUE, '4th face in 10'))).at('north', TUE)!;
        expect(spokenVerdict(verdict)).toBe(
            'Customer red, company amber: 4th face in 10. Needs a consent or a reason.',
        );
    });

    it('admits that it does not know yet', () => {
        const model = board(card('dorothy'));
        expect(spokenVerdict(provisionalVerdict(model, model.visit('dorothy')!, rowOf(model, 'south'), TUE))).toBe(
            'vacation. Not checked yet.',
        );
    });
});
