import { describe, expect, it } from 'vitest';
import { PLAIN, printAddress, readState, savedQuery, writeState, type BarState } from './bar-state.js';

const everything: BarState = {
    offices: ['RIVER', 'HILL'],
    from: '2026-10-05',
    zoom: 'day',
    day: '2026-10-06',
    rows: 'people',
    density: 'dense',
    working: true,
    collapsed: ['HILL', 'SEA&SUN'],
    person: 'ana',
    find: 'Ana & "Zoë" دوروثي',
    filter: 'light=red;service=Rodent%20control',
    colour: 'service',
    exception: 'promise',
    visit: 'D10',
};

describe('the address', () => {
    it('carries the whole screen there and back', () => {
        expect(readState(writeState(everything))).toEqual(everything);
    });

    it('says nothing of what is as usual', () => {
        expect(writeState({ ...PLAIN, offices: ['RIVER'], from: '2026-10-05' })).toBe('offices=RIVER&from=2026-10-05');
    });

    it('is readable where nothing needs hiding', () => {
        expect(writeState({ ...everything, find: 'ana', filter: '', visit: null })).toBe(
            'offices=RIVER,HILL&from=2026-10-05&zoom=day&day=2026-10-06&rows=people&density=dense&working=only&collapsed=HILL,SEA%26SUN&person=ana&find=ana&colour=service&exception=promise',
        );
    });

    it('knows day, week and month, and takes anything else for the week', () => {
        expect(['day', 'week', 'month', 'year', ''].map((zoom) => readState(`zoom=${zoom}`).zoom)).toEqual([
            'day',
            'week',
            'month',
            'week',
            'week',
        ]);
        expect(writeState({ ...PLAIN, zoom: 'month' })).toBe('zoom=month');
    });

    it('survives offices with a comma or an ampersand in their code', () => {
        const state = { ...PLAIN, offices: ['A&B'], from: '2026-10-05' };
        expect(readState(writeState(state)).offices).toEqual(['A&B']);
    });

    it('keeps no dates and no visit in a saved view', () => {
        expect(readState(savedQuery(everything))).toEqual({ ...everything, from: '', day: null, visit: null });
    });

    it('knows each spacing, and the day also where a week is set: a phone shows one day of it', () => {
        expect(readState('density=overview').density).toBe('overview');
        expect(writeState({ ...PLAIN, density: 'overview', day: '2026-10-06' })).toBe(
            'day=2026-10-06&density=overview',
        );
    });

    it('takes what makes no sense as if it were not there', () => {
        expect(
            readState('?offices=, RIVER ,,RIVER&from=2026-02-31&zoom=year&rows=x&density=x&colour=mauve&day=soon'),
        ).toEqual({ ...PLAIN, offices: ['RIVER'] });
        expect(readState('from=9999-12-31').from).toBe('');
        expect(readState('')).toEqual(PLAIN);
    });

    it('leads to the paper of an office and a day', () => {
        expect(printAddress('A&B', '2026-10-06')).toBe('print?office=A%26B&date=2026-10-06');
    });
});
