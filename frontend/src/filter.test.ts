import { describe, expect, it } from 'vitest';
import { card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { filterMatcher, filterSize, readFilter, toggled, writeFilter } from './filter.js';
import { SIGN, withBand } from './signs.js';

const visit = (changes: Partial<Record<number, unknown>>) => visitOf(card('v', changes));
const fits = (filter: string, changes: Partial<Record<number, unknown>>) =>
    filterMatcher(readFilter(filter))?.(visit(changes));

describe('a filter', () => {
    it('goes into the address and back, with any name of a service', () => {
        const filter = { light: ['customer-red'], service: ['Ants; wasps | bees = 100 %', 'Rodent control'] };
        expect(readFilter(writeFilter(filter))).toEqual(filter);
        expect(writeFilter({ light: ['green'], service: [] })).toBe('light=green');
        expect(filterSize(filter)).toBe(3);
    });

    it('forgets what makes no sense', () => {
        expect(readFilter('mood=good;light;=x;service=%E0%A4%A;;status=done')).toEqual({ status: ['done'] });
        expect(filterMatcher(readFilter(''))).toBeNull();
    });

    it('is content with one value of a facet but wants every facet', () => {
        expect(fits('light=customer-red|customer-amber', { 13: 1 })).toBe(true);
        expect(fits('light=customer-red|customer-amber', { 14: 2 })).toBe(false);
        expect(fits('light=company-red;status=confirmed', { 14: 2 })).toBe(false);
        expect(fits('light=company-red;status=confirmed', { 14: 2, 11: 'confirmed' })).toBe(true);
        expect(fits('light=green', {})).toBe(true);
    });

    it('knows service, technician, face and value of a card', () => {
        expect(fits('service=Rodent%20control', { 20: 'Rodent control' })).toBe(true);
        expect(fits('service=Rodent%20control', { 20: null })).toBe(false);
        expect(fits('technician=cy', {})).toBe(true);
        expect(fits('technician=ana', {})).toBe(false);
        expect(fits('face=new', { 19: SIGN.NEW })).toBe(true);
        expect(fits('face=new|known', { 19: 0 })).toBe(false);
        expect(fits('value=3', { 19: withBand(0, 3) | SIGN.KNOWN })).toBe(true);
        expect(fits('value=0', { 19: withBand(0, 3) })).toBe(false);
    });

    it('counts a planned visit without a day as unassigned', () => {
        expect(fits('status=unassigned', { 7: null })).toBe(true);
        expect(fits('status=planned', { 7: null })).toBe(false);
    });

    it('switches values on and off', () => {
        const on = toggled({}, 'status', 'done');
        expect(on).toEqual({ status: ['done'] });
        expect(toggled(on, 'status', 'done')).toEqual({ status: [] });
    });
});
