import { describe, expect, it } from 'vitest';
import { card, MON, snapshot, TUE } from './board-fixture.js';
import { BoardModel } from './board-model.js';
import { PALETTE, colourIndex } from './faces.js';
import { Places, type Place } from './map-data.js';
import { drawingOf, iconOf, markOf } from './map-features.js';
import { boundsOf, find, firstDay, pictureOf, settle, viewOf } from './map-picture.js';

const ALL = { day: MON, route: null, technician: null };

function board(cards = [card('a'), card('b')]): BoardModel {
    const model = new BoardModel();
    model.load(snapshot(cards));
    return model;
}

function placesAt(...visits: Place[]): Places {
    return new Places({ offices: [{ code: 'riverside', latitude: 41.88, longitude: -87.63, street: null }], visits });
}

describe('where things are', () => {
    it.each([
        [41.9, -87.6, [-87.6, 41.9]],
        [0, 12, [12, 0]],
        [-90, 180, [180, -90]],
        [0, 0, null],
        [90.5, 10, null],
        [10, -181, null],
        [NaN, 10, null],
    ])('%d/%d is %j', (latitude, longitude, at) => {
        expect(placesAt(['a', latitude, longitude, null]).of('a')?.at).toEqual(at);
    });

    it('does not draw an office that does not say where it is', () => {
        const places = new Places({
            offices: [{ code: 'riverside', latitude: null, longitude: null, street: null }],
            visits: [],
        });
        expect(places.ofOffice('riverside')?.at).toBeNull();
    });
});

describe('the picture of a day', () => {
    it('numbers the stops of a run in the order of the day, those without a time last', () => {
        const model = board([card('late', { 9: '15:00' }), card('open', { 9: null }), card('early', { 9: '08:00' })]);
        const [run] = pictureOf(model, placesAt(), ALL).runs;
        expect(run?.stops.map(({ number, visit }) => `${number} ${visit.code}`)).toEqual([
            '1 early',
            '2 late',
            '3 open',
        ]);
        expect(run?.technician?.name).toBe('Cy Lindgren');
    });

    it('shows only the chosen day', () => {
        const model = board([card('a'), card('b', { 7: TUE })]);
        const stops = (day: string | null) =>
            pictureOf(model, placesAt(), { day, route: null, technician: null }).runs.flatMap((run) =>
                run.stops.map((stop) => stop.visit.code),
            );
        expect(stops(MON)).toEqual(['a']);
        expect(stops(TUE)).toEqual(['b']);
    });

    it('of a chosen route shows all its days and no other route', () => {
        const model = board([card('a'), card('b', { 7: TUE }), card('c', { 5: 'south', 6: 'ana' })]);
        const { runs } = pictureOf(model, placesAt(), { day: null, route: 'north', technician: null });
        expect(runs.map((run) => `${run.name} ${run.date}`)).toEqual([`North side ${MON}`, `North side ${TUE}`]);
    });

    it('gives a stop that somebody else drives a run of its own', () => {
        const model = board([card('a'), card('b', { 6: 'ana' })]);
        expect(pictureOf(model, placesAt(), ALL).runs.map((run) => run.technician?.code)).toEqual(['ana', 'cy']);
    });

    it('keeps unassigned visits apart, on whatever day one looks, the longest overdue first', () => {
        const waiting = { 5: null, 6: null, 7: null, 11: 'unassigned' };
        const model = board([card('new', { ...waiting, 8: TUE }), card('old', { ...waiting, 8: MON })]);
        const picture = pictureOf(model, placesAt(), { day: TUE, route: null, technician: null });
        expect(picture.waiting.map(({ visit }) => visit.code)).toEqual(['old', 'new']);
        expect(picture.runs).toEqual([]);
    });

    it('lists what nobody can place instead of drawing it at sea', () => {
        const model = board();
        const places = placesAt(['a', 0, 0, 'Somewhere 1'], ['b', 41.9, -87.6, null]);
        const picture = pictureOf(model, places, ALL);
        expect(picture.lost.map(({ visit, street }) => `${visit.code} ${street}`)).toEqual(['a Somewhere 1']);
        expect(drawingOf(model, places, picture).stops.features.map(({ properties }) => properties.visit)).toEqual([
            'b',
        ]);
    });

    it('names the visits that came after the places were read', () => {
        expect(pictureOf(board(), placesAt(['a', 41, -87, null]), ALL).unknown).toEqual(['b']);
    });

    it('moves a stop where a draft puts it', () => {
        const model = board([card('a')]);
        model.draft('a', { route: 'south', date: TUE, start: '10:00', technician: 'ana' });
        expect(pictureOf(model, placesAt(), ALL).runs).toEqual([]);
        expect(pictureOf(model, placesAt(), { day: TUE, route: null, technician: null }).runs[0]?.name).toBe(
            'South side',
        );
    });

    it('of rows by technician joins all that one person drives, over whichever routes', () => {
        const model = board([
            card('a', { 9: '11:00' }),
            card('b', { 5: 'south', 9: '08:00' }),
            card('c', { 5: 'south', 6: 'ana' }),
            card('d', { 5: null, 6: null }),
        ]);
        model.arrange('people');
        const { runs } = pictureOf(model, placesAt(), ALL);
        expect(runs.map(({ name, over, stops }) => [name, over, stops.map(({ visit }) => visit.code)])).toEqual([
            ['Ana Petrov', 'South side', ['c']],
            ['Cy Lindgren', 'North side, South side', ['b', 'a']],
            ['Without a route', '', ['d']],
        ]);
    });

    it('of a chosen technician shows all their days and nobody else', () => {
        const model = board([card('a'), card('b', { 7: TUE }), card('c', { 6: 'ana' })]);
        model.arrange('people');
        const { runs } = pictureOf(model, placesAt(), { day: null, route: null, technician: 'cy' });
        expect(runs.map((run) => `${run.name} ${run.date}`)).toEqual([`Cy Lindgren ${MON}`, `Cy Lindgren ${TUE}`]);
        expect(settle(model, { day: MON, route: null, technician: 'gone' }, null).technician).toBeNull();
    });

    it('finds a stop with its run', () => {
        const picture = pictureOf(board(), placesAt(), ALL);
        expect(find(picture, 'b')?.run?.route).toBe('north');
        expect(find(picture, 'nobody')).toBeNull();
    });
});

describe('what the map opens on', () => {
    it('is the day of the selected visit, else today, else the first day', () => {
        const model = board([card('a', { 7: TUE })]);
        expect(firstDay(model, 'a')).toBe(TUE);
        expect(firstDay(model, null)).toBe(MON);
    });

    it('comes back to a day of the board when the board goes on', () => {
        const model = board();
        expect(settle(model, { day: '2026-09-01', route: null, technician: null }, null)).toEqual({
            day: MON,
            route: null,
            technician: null,
        });
        expect(settle(model, { day: null, route: 'north', technician: null }, null)).toEqual({
            day: null,
            route: 'north',
            technician: null,
        });
        expect(settle(model, { day: null, route: 'gone', technician: null }, null)).toEqual({
            day: MON,
            route: null,
            technician: null,
        });
    });

    it('is the office in question when offices are far apart', () => {
        const model = new BoardModel();
        const week = snapshot([card('a'), card('b', { 4: 'hilltop', 5: null })]);
        week.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 1, today: MON });
        model.load(week);
        const places = new Places({
            offices: [
                { code: 'riverside', latitude: 41.88, longitude: -87.63, street: null },
                { code: 'hilltop', latitude: 39.74, longitude: -104.99, street: null },
            ],
            visits: [
                ['a', 41.9, -87.6, null],
                ['b', 39.7, -104.9, null],
            ],
        });
        const picture = pictureOf(model, places, ALL);
        expect(viewOf(model, places, picture, 'hilltop')).toEqual({
            west: -104.99,
            east: -104.9,
            south: 39.7,
            north: 39.74,
        });
        expect(viewOf(model, places, picture, null)?.east).toBe(-87.6);
    });

    it('has no box without places', () => {
        expect(boundsOf([null, undefined])).toBeNull();
    });
});

describe('what is drawn', () => {
    const places = placesAt(['a', 41.9, -87.6, null], ['b', 41.8, -87.5, null], ['c', 41.9, -87.6, null]);

    it('joins the stops of a run in order, in the colour of the technician’s face', () => {
        const model = board([card('a', { 9: '10:00' }), card('b', { 9: '08:00' })]);
        const { lines } = drawingOf(model, places, pictureOf(model, places, ALL));
        expect(lines.features.map(({ geometry }) => geometry.coordinates)).toEqual([
            [
                [-87.5, 41.8],
                [-87.6, 41.9],
            ],
        ]);
        expect(lines.features[0]?.properties.colour).toBe(colourIndex('cy'));
        expect(colourIndex('cy')).toBeLessThan(PALETTE.length);
    });

    it('says both lights and the number of a stop in its mark', () => {
        const model = board([card('a', { 13: 2, 14: 1 })]);
        const [stop] = drawingOf(model, places, pictureOf(model, places, ALL)).stops.features;
        expect(markOf(stop?.properties.icon ?? '')).toEqual({
            colour: colourIndex('cy'),
            number: 1,
            customer: 2,
            company: 1,
        });
        expect(stop?.properties.loud).toBe(7);
    });

    it('draws what nobody drives hollow and without a line', () => {
        const model = board([card('a', { 5: null, 6: null, 7: null, 11: 'unassigned' })]);
        const drawing = drawingOf(model, places, pictureOf(model, places, ALL));
        expect(drawing.lines.features).toEqual([]);
        expect(markOf(drawing.stops.features[0]?.properties.icon ?? '')).toMatchObject({ colour: -1, number: 0 });
    });

    it('sets visits at one address side by side', () => {
        const model = board([card('a'), card('c')]);
        const shifts = drawingOf(model, places, pictureOf(model, places, ALL)).stops.features.map(
            ({ properties }) => properties.shift[0],
        );
        expect(new Set(shifts).size).toBe(2);
    });

    it('takes no other name of an image for a mark', () => {
        expect(markOf('office')).toBeNull();
        expect(markOf('stop 1 2 3 4')).toBeNull();
        expect(markOf(iconOf({ colour: -1, number: 0, customer: 0, company: 2 }))).toEqual({
            colour: -1,
            number: 0,
            customer: 0,
            company: 2,
        });
    });
});
