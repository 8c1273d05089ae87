import { describe, expect, it } from 'vitest';
import { MON, TUE, board, card, snapshot } from './board-fixture.js';
import { BoardModel } from './board-model.js';
import { codeOf, standsIn, subjectsOf, titlesOf, unusualRoute, workdayOf, type RowSubject } from './row-kinds.js';

function people(...visits: Parameters<typeof board>): { model: BoardModel; rows: RowSubject[] } {
    const model = board(...visits);
    model.arrange('people');
    return { model, rows: subjectsOf(model, model.offices[0]!) };
}

const named = (rows: RowSubject[], code: string) => rows.find((row) => codeOf(row) === code)!;

describe('a row by technician', () => {
    it('holds all visits of a day, whatever their route', () => {
        const { model, rows } = people(card('a'), card('b', { 5: 'south', 9: '08:00' }), card('c', { 6: 'ana' }));
        expect(model.cell(named(rows, 'cy').key, MON).map((visit) => visit.code)).toEqual(['b', 'a']);
    });

    it('names the person first and the usual routes below', () => {
        const { model, rows } = people();
        expect(titlesOf(model, named(rows, 'ana'))).toEqual({ title: 'Ana Petrov', under: 'South side' });
    });

    it('says why the technician is away', () => {
        const { model, rows } = people();
        expect(workdayOf(model, named(rows, 'ana'), TUE)).toEqual({ technician: 'ana', away: 'vacation', shift: 480 });
        expect(workdayOf(model, named(rows, 'ana'), MON)?.away).toBeNull();
    });

    it('marks a visit on a route that is not the usual one', () => {
        const { model, rows } = people(card('own'), card('other', { 5: 'south' }));
        const row = named(rows, 'cy');
        expect(unusualRoute(model, row, model.visit('own')!)).toBeNull();
        expect(unusualRoute(model, row, model.visit('other')!)).toBe('South side');
    });

    it('is where a visit of that technician stands', () => {
        const { model, rows } = people(card('a'));
        expect(standsIn(named(rows, 'cy'), model.visit('a')!)).toBe(true);
        expect(standsIn(named(rows, 'ana'), model.visit('a')!)).toBe(false);
    });
});

describe('a guest', () => {
    const withGuest = (...visits: Parameters<typeof board>) => {
        const model = new BoardModel();
        const base = snapshot(visits);
        base.technicians.push({ code: 'lia', name: 'Lia Moreau', office: 'hilltop', shift: 480 });
        model.load(base);
        model.arrange('people');
        return model;
    };

    it('has a row below the technicians of the office for as long as they drive there', () => {
        const model = withGuest(card('a', { 6: 'lia' }));
        const rows = subjectsOf(model, model.offices[0]!);
        expect(rows.map(codeOf)).toEqual(['cy', 'ana', 'lia']);
        expect(titlesOf(model, named(rows, 'lia')).under).toBe('guest');
        expect(subjectsOf(withGuest(), model.offices[0]!).map(codeOf)).toEqual(['cy', 'ana']);
    });

    it('has one row only, at home, when their own office is on the board', () => {
        const model = new BoardModel();
        const base = snapshot([card('a', { 6: 'lia' })]);
        base.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 1, today: MON });
        base.technicians.push({ code: 'lia', name: 'Lia Moreau', office: 'hilltop', shift: 480 });
        model.load(base);
        model.arrange('people');
        expect(subjectsOf(model, base.offices[0]!).map(codeOf)).toEqual(['cy', 'ana']);
        expect(model.rowOf(model.visit('a')!)).toBe('person hilltop lia');
    });
});
