import { describe, expect, it } from 'vitest';
import { TUE, WED, board, card, delta } from './board-fixture.js';
import { Spotlight } from './spotlight.js';

const story = () =>
    board(
        card('late', { 3: 'Grace', 7: WED, 13: 2, 16: 'promised Ana', 17: 1, 18: 1 }),
        card('waits', { 3: 'Walter', 5: null, 6: null, 7: null, 9: null, 11: 'unassigned', 17: 1, 18: 1 }),
        card('early', { 3: 'Dorothy', 7: TUE, 13: 2, 16: 'promised Ana', 17: 1, 18: 1 }),
        card('fine', { 3: 'Rosa', 7: TUE }),
    );
const ask = (more: object) => ({ find: '', filter: '', exception: null, ...more });

describe('the spotlight', () => {
    it('leaves everything as bright when nothing is looked for', () => {
        const spotlight = new Spotlight(story());
        expect(spotlight.look(ask({}), null)).toBe(false);
        expect(spotlight.matches).toBeNull();
        expect(spotlight.step(1)).toBeUndefined();
    });

    it('steps through the matches in the order of time, the unassigned last, and round', () => {
        const spotlight = new Spotlight(story());
        spotlight.look(ask({ exception: 'promise' }), null);
        expect([1, 1, 1, 1].map(() => spotlight.step(1)?.name)).toEqual(['Dorothy', 'Grace', 'Walter', 'Dorothy']);
        expect(spotlight.step(-1)?.name).toBe('Walter');
    });

    it('goes to the last one first when asked to go back', () => {
        const spotlight = new Spotlight(story());
        spotlight.look(ask({ exception: 'promise' }), null);
        expect(spotlight.step(-1)?.name).toBe('Walter');
    });

    it('says place, person, day and reason', () => {
        const spotlight = new Spotlight(story());
        spotlight.look(ask({ exception: 'promise' }), null);
        expect(spotlight.sentence(spotlight.step(1)!)).toBe('1 of 3: Dorothy, Tuesday, promised Ana');
        spotlight.step(1);
        expect(spotlight.sentence(spotlight.step(1)!)).toBe('3 of 3: Walter, unassigned');
        expect(spotlight.found).toBe('3 visits found.');
    });

    it('wants chip, filter and text at once', () => {
        const spotlight = new Spotlight(story());
        spotlight.look(ask({ exception: 'promise', find: 'dor', filter: 'light=customer-red' }), null);
        expect([...spotlight.matches!]).toEqual(['early']);
        spotlight.look(ask({ exception: 'promise', find: 'dor', filter: 'light=green' }), null);
        expect([...spotlight.matches!]).toEqual([]);
    });

    it('follows changes of others without repainting what stays as it was', () => {
        const model = story();
        const spotlight = new Spotlight(model);
        spotlight.look(ask({ exception: 'promise' }), null);
        const before = spotlight.matches;
        model.apply(delta(11, { cards: [card('fine', { 1: 2, 3: 'Rosa', 7: WED })] }));
        expect(spotlight.look(ask({ exception: 'promise' }), null)).toBe(false);
        expect(spotlight.matches).toBe(before);
        spotlight.step(1);
        model.apply(delta(12, { cards: [card('early', { 1: 2, 3: 'Dorothy', 7: TUE })] }));
        expect(spotlight.look(ask({ exception: 'promise' }), null)).toBe(true);
        expect([...spotlight.matches!].sort()).toEqual(['late', 'waits']);
        expect(spotlight.at).toBeNull();
    });

    it('takes an exception it does not know as none', () => {
        const spotlight = new Spotlight(story());
        spotlight.look(ask({ exception: 'mood' }), null);
        expect(spotlight.matches).toBeNull();
    });
});
