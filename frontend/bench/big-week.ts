import { SIGN, withBand, type Band } from '../src/signs.js';
import type { BoardSnapshot, Card, Route, Run, Technician } from '../src/board-data.js';

const SERVICES = ['General pest control', 'Rodent control', 'Termite inspection'];

export const OFFICES = 20;
export const ROUTES = 15;
export const DAYS = 7;
export const VISITS = 8;

const FIRST = [
    'Rosa',
    'Ana',
    'Ben',
    'Christopher',
    'Dolores',
    'Emily',
    'Frank',
    'Guadalupe',
    'Helen',
    'Ivan',
    'Jacqueline',
];
const LAST = [
    'Miller',
    'Nguyen',
    "O'Brien",
    'Hernandez',
    'Kim',
    'Schmidt',
    'Washington',
    'Lee',
    'Kowalski',
    'Abara',
    'Fitzgerald',
    'Ruiz',
    'Hart',
];
const BUSINESSES = [' Bakery', ' & Sons Hardware', ' Dental Care', "'s Corner Market", ' Self Storage'];

/** As long as names are: of people, and now and then of a business. */
function nameOf(number: number): string {
    const of = (names: readonly string[], at: number) => names[at % names.length] as string;
    return number % 9 === 4
        ? of(LAST, number) + of(BUSINESSES, number)
        : `${of(FIRST, number)} ${of(LAST, number * 7)}`;
}

/** 20 offices × 15 routes × 7 days × 8 visits = 16,800, with a light here and there and a tray of 200. */
export function bigWeek(): BoardSnapshot {
    const days = Array.from({ length: DAYS }, (_, day) => `2026-10-${String(5 + day).padStart(2, '0')}`);
    const technicians: Technician[] = [];
    const routes: Route[] = [];
    const runs: Run[] = [];
    const visits: Card[] = [];
    const offices = Array.from({ length: OFFICES }, (_, office) => ({
        code: `office-${office}`,
        name: `Office ${office}`,
        zone: ['America/Chicago', 'America/Denver', 'Europe/Berlin'][office % 3] as string,
        seq: 1,
        today: '2026-10-05',
    }));
    for (const { code: office } of offices) {
        for (let route = 0; route < ROUTES; route++) {
            const technician = `${office}-t${route}`;
            const code = `${office}-r${route}`;
            technicians.push({ code: technician, name: `Technician ${route} Person`, office, shift: 540 });
            routes.push({ code, name: `Route ${route}`, office, technician });
            for (const date of days) {
                runs.push({ route: code, date, technician, away: null, shift: 540 });
                for (let visit = 0; visit < VISITS; visit++) {
                    visits.push(card(`${code}-${date}-${visit}`, visits.length, office, code, technician, date, visit));
                }
            }
        }
    }
    for (let i = 0; i < 200; i++) {
        const office = offices[i % OFFICES]!.code;
        visits.push([
            `open-${i}`,
            1,
            `c-open-${i}`,
            `Waiting Person ${i}`,
            office,
            null,
            null,
            null,
            days[i % DAYS]!,
            null,
            60,
            'unassigned',
            0,
            1,
            0,
            '',
            null,
            1,
            0,
            0,
            i % 3,
        ]);
    }
    return {
        from: days[0]!,
        days,
        offices,
        technicians,
        routes,
        runs,
        absences: [],
        visits,
        services: SERVICES,
        bands: [600, 1500],
    };
}

function card(
    code: string,
    number: number,
    office: string,
    route: string,
    technician: string,
    date: string,
    visit: number,
): Card {
    const mood = number % 17;
    return [
        code,
        1,
        `c-${number}`,
        nameOf(number),
        office,
        route,
        technician,
        date,
        date,
        `${String(8 + visit).padStart(2, '0')}:00`,
        50,
        mood === 5 ? 'confirmed' : 'planned',
        mood === 9 ? 1 : 0,
        mood === 3 ? 2 : mood === 4 ? 1 : 0,
        mood === 7 ? 1 : 0,
        mood === 2 ? 'pr' : '',
        mood === 3 ? 'promised somebody else' : null,
        mood % 5 === 0 ? 1 : 0,
        mood === 3 ? 1 : 0,
        withBand(mood === 5 ? SIGN.NEW : SIGN.KNOWN, (number % 4) as Band) | (mood === 7 ? SIGN.PROTOCOL : 0),
        number % SERVICES.length,
    ];
}
