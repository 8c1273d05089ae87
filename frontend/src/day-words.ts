import { addDays, shortWeekday } from './format.js';
import { isDate } from './bar-state.js';

/** Days as people type them. */

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
];
const LEAST_LETTERS = 3;
/** A day without a year is the one that is nearest, rather ahead of us than behind. */
const DAYS_BEHIND = 90;

/** `today`, `tue`, `next friday`, `12 oct`, `Oct 12 2027`, `2026-10-12`; null when it is no day. */
export function dayOf(text: string, today: string): string | null {
    const words = text
        .toLowerCase()
        .replace(/[.,]/g, ' ')
        .trim()
        .split(/\s+/)
        .map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
    const [first = '', second = '', third] = words;
    if (words.length === 1) {
        return isDate(first) ? first : (relative(first, today) ?? nextWeekday(first, today));
    }
    if (words.length === 2 && first === 'next') {
        const day = nextWeekday(second, addDays(today, 1));
        return day === null ? null : sameWeek(day, today) ? addDays(day, 7) : day;
    }
    if (words.length > 3) {
        return null;
    }
    return dateOf(first, second, third, today) ?? dateOf(second, first, third, today);
}

function relative(word: string, today: string): string | null {
    const days = { today: 0, tomorrow: 1, yesterday: -1 }[word];
    return days === undefined ? null : addDays(today, days);
}

function nextWeekday(word: string, from: string): string | null {
    const name = named(WEEKDAYS, word);
    if (name === null) {
        return null;
    }
    const short = (WEEKDAYS[name] as string).slice(0, 3);
    return Array.from({ length: 7 }, (_, i) => addDays(from, i)).find(
        (day) => shortWeekday(day).toLowerCase() === short,
    ) as string;
}

/** Weeks begin on Monday here. */
function sameWeek(day: string, today: string): boolean {
    const monday = nextWeekday('monday', addDays(today, -6));
    return monday !== null && day >= monday && day < addDays(monday, 7);
}

function dateOf(dayWord: string, monthWord: string, yearWord: string | undefined, today: string): string | null {
    const month = named(MONTHS, monthWord);
    if (month === null || !/^\d{1,2}$/.test(dayWord) || (yearWord !== undefined && !/^\d{4}$/.test(yearWord))) {
        return null;
    }
    const dated = (year: number) => `${year}-${String(month + 1).padStart(2, '0')}-${dayWord.padStart(2, '0')}`;
    const year = Number(today.slice(0, 4));
    if (yearWord !== undefined) {
        return isDate(dated(Number(yearWord))) ? dated(Number(yearWord)) : null;
    }
    const earliest = addDays(today, -DAYS_BEHIND);
    return [year - 1, year, year + 1].map(dated).find((day) => isDate(day) && day >= earliest) ?? null;
}

function named(names: readonly string[], word: string): number | null {
    const place = word.length < LEAST_LETTERS ? -1 : names.findIndex((name) => name.startsWith(word));
    return place < 0 ? null : place;
}
