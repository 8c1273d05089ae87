import { SIGN, withBand, type Band } from '../src/signs.js';
import type { Absence, BoardSnapshot, Card, Light, Route, Run, Status, Technician } from '../src/board-data.js';

/** Made-up data: the morning on which Dorothy's visit stands with Cy, while Ana is on vacation. Fixed, so that pictures compare. */

const DAYS = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-12', '2026-10-13'];
const TODAY = DAYS[0] as string;

const ROUTES: [route: string, office: string, technician: string, name: string][] = [
    ['North side', 'riverside', 'cy', 'Cy Lindgren'],
    ['South side', 'riverside', 'ana', 'Ana Petrov'],
    ['Old town', 'riverside', 'ben', 'Ben Okafor'],
    ['Harbour', 'riverside', 'jo', 'Jo Novak'],
    ['Airport', 'riverside', 'ravi', 'Ravi Kumar'],
    ['Ridge', 'hilltop', 'lia', 'Lia Moreau'],
    ['Valley', 'hilltop', 'tess', 'Tess Sun'],
    ['Lakes', 'hilltop', 'eva', 'Eva Varga'],
];

const PEOPLE = [
    'Mrs Alvarez',
    'Greenleaf Deli',
    'Tom Becker',
    "St Anne's School",
    'Nadia Haddad',
    'Harbor Dental',
    'Mr Osei',
    'Lucky Noodle',
    'Priya Raman',
    'The Book Nook',
    'Ellen Fry',
    'Pine Court HOA',
    'Sam Whitlock',
    'Café Orsay',
    'June Park',
    'Oak Street Storage',
    'Walter Dunn',
    'Bright Kids',
    'Mei Chen',
    'Hotel Lindner',
    'Ruth Abel',
    'Corner Pharmacy',
    'Ivan Petrov',
    'Farid Nouri',
    'Mill Bakery',
    'Grace Ito',
    'Hill Clinic',
    'Otto Brandt',
    'Sunny Grocer',
    'Leah Stone',
];

const SERVICES = ['General pest control', 'Rodent control', 'Termite inspection'];

const STARTS = ['08:15', '10:00', '12:15', '14:30', '16:00'];

export function morning(): BoardSnapshot {
    const technicians: Technician[] = [];
    const routes: Route[] = [];
    const runs: Run[] = [];
    const absences: Absence[] = [];
    const visits: Card[] = [];
    let number = 0;
    const visit = (name: string, office: string, changes: Partial<Record<number, unknown>> = {}) => {
        const code = `v${++number}`;
        const card: unknown[] = [
            code,
            1,
            `c${number}`,
            name,
            office,
            null,
            null,
            null,
            TODAY,
            null,
            90,
            'unassigned',
            0,
            0,
            0,
            '',
            null,
            0,
            0,
            withBand(0, (number % 4) as Band),
            number % 7 === 0 ? 2 : number % 3 === 0 ? 1 : 0,
        ];
        Object.entries(changes).forEach(([place, value]) => (card[Number(place)] = value));
        const face = card[6] === null ? 0 : name === 'Dorothy' || number % 9 === 4 ? SIGN.NEW : SIGN.KNOWN;
        const protocol = card[14] === 1 ? SIGN.PROTOCOL : card[14] === 2 ? SIGN.UNLICENSED : 0;
        const unanswered = name === 'Mr Osei' && card[11] !== 'done' ? SIGN.UNANSWERED : 0;
        card[19] = (card[19] as number) | face | protocol | unanswered;
        visits.push(card as unknown as Card);
        return code;
    };
    ROUTES.forEach(([name, office, technician, person], place) => {
        technicians.push({ code: technician, name: person, office, shift: 480 });
        const route = `r${place}`;
        routes.push({ code: route, name, office, technician });
        DAYS.forEach((date, day) => {
            const vacation = technician === 'ana' && day < 5;
            const training = technician === 'ravi' && day === 4;
            const substitute = technician === 'tess' && day === 3 ? 'eva' : null;
            runs.push({
                route,
                date,
                technician: vacation || training ? null : (substitute ?? technician),
                away: vacation ? 'vacation' : training ? 'training' : null,
                shift: 480,
            });
            if (vacation || training) {
                absences.push({ technician, date, away: vacation ? 'vacation' : 'training' });
                return;
            }
            const many = 2 + ((place * 5 + day * 3) % 4) - (place > 4 ? 1 : 0);
            for (let i = 0; i < many; i++) {
                const mood = (place * 31 + day * 17 + i * 7) % 23;
                const light: Light = mood === 3 ? 1 : 0;
                const company: Light = mood === 5 ? 1 : 0;
                const status: Status =
                    day === 0 && i === 0 && place % 2 === 0 ? 'done' : mood === 11 ? 'confirmed' : 'planned';
                visit(PEOPLE[(place * 13 + day * 5 + i) % PEOPLE.length] as string, office, {
                    5: route,
                    6: substitute ?? technician,
                    7: date,
                    8: date,
                    9: STARTS[i],
                    10: 60 + ((place + day + i) % 4) * 15,
                    11: status,
                    12: mood === 13 ? 1 : 0,
                    13: light,
                    14: company,
                    15: mood === 7 ? 'r' : mood === 8 ? 'pw' : '',
                    16: light ? 'wanted Thursdays' : company ? '2 days late' : null,
                    17: mood % 4 === 0 ? 1 : 0,
                });
            }
        });
    });
    visit('Dorothy', 'riverside', {
        5: 'r0',
        6: 'cy',
        7: DAYS[1],
        8: DAYS[1],
        9: '09:00',
        10: 60,
        11: 'planned',
        13: 2,
        15: 'pr',
        16: 'promised Ana',
        17: 1,
        18: 1,
    });
    visit('Dr Sato', 'hilltop', {
        5: 'r5',
        6: 'lia',
        7: DAYS[2],
        8: DAYS[2],
        9: '07:30',
        11: 'planned',
        14: 2,
        16: 'licence expired',
    });
    visit('Mill Bakery', 'riverside', {
        5: 'r2',
        6: 'ben',
        7: DAYS[0],
        8: DAYS[0],
        9: '09:45',
        11: 'planned',
        13: 2,
        16: 'promised before 8',
        17: 1,
        18: 1,
    });
    visit('Rosa Lopez', 'riverside', { 8: '2026-10-03', 13: 1, 16: 'wanted Ana' });
    visit('Oak Street Storage', 'riverside', { 8: TODAY, 13: 2, 16: 'promised today', 17: 1, 18: 1 });
    visit('Grace Ito', 'riverside', { 8: DAYS[2] });
    visit('Hill Clinic', 'hilltop', { 8: DAYS[3] });
    visit('Walter Dunn', 'hilltop', { 8: DAYS[4], 13: 1, 15: 'r' });
    return {
        from: TODAY,
        days: DAYS,
        offices: [
            { code: 'riverside', name: 'Riverside', zone: 'America/Chicago', seq: 1, today: TODAY },
            { code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 1, today: TODAY },
        ],
        technicians,
        routes,
        runs,
        absences,
        visits,
        services: SERVICES,
        bands: [600, 1500],
    };
}
