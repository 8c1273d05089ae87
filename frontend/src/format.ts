/** Dates, times and sentences in the board's plain English. Dates are `yyyy-MM-dd`, so they compare as text. */

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const DAY_MILLIS = 86_400_000;

function utc(date: string): Date {
    return new Date(`${date}T00:00:00Z`);
}

export function weekday(date: string): string {
    return WEEKDAYS[utc(date).getUTCDay()] ?? '';
}

export function shortWeekday(date: string): string {
    return weekday(date).slice(0, 3);
}

/** `6 Oct` */
export function dayAndMonth(date: string): string {
    const day = utc(date);
    return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]?.slice(0, 3)}`;
}

const spoken = new Map<string, string>();

/** `Tuesday 6 October`. Remembered, because every card says its day. */
export function spokenDate(date: string): string {
    let words = spoken.get(date);
    if (words === undefined) {
        const day = utc(date);
        words = `${weekday(date)} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
        spoken.set(date, words);
    }
    return words;
}

export function daysBetween(from: string, to: string): number {
    return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MILLIS);
}

/** `08:15` becomes `8:15`, as people write it. */
export function clockTime(time: string | null): string {
    return time === null ? '' : time.replace(/^0/, '');
}

/** Minutes since midnight of `HH:mm`; called for every visit of the board, so it cuts no strings. */
export function minuteOfDay(time: string): number {
    return digit(time, 0) * 600 + digit(time, 1) * 60 + digit(time, 3) * 10 + digit(time, 4);
}

function digit(text: string, at: number): number {
    return text.charCodeAt(at) - 48;
}

/** When an unassigned visit is due, seen from today: `since 2 d`, `today`, a weekday, or the date when it is far off. */
export function dueLabel(due: string, today: string): string {
    const days = daysBetween(today, due);
    if (days < 0) {
        return `since ${-days} d`;
    }
    if (days === 0) {
        return 'today';
    }
    return days < 7 ? shortWeekday(due) : dayAndMonth(due);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The date and the time on the wall in a zone. An unknown zone is shown as UTC rather than breaking the board. */
export function localNow(zone: string, now: Date): { date: string; time: string } {
    let clock = clocks.get(zone);
    if (!clock) {
        clock = clockOf(zone);
        clocks.set(zone, clock);
    }
    const part = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]));
    return { date: `${part.year}-${part.month}-${part.day}`, time: clockTime(`${part.hour}:${part.minute}`) };
}

function clockOf(zone: string): Intl.DateTimeFormat {
    const options = {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    } as const;
    try {
        return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    } catch {
        return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    }
}

/** Share of promises kept, rounded down so that 100 % is only said when it is true. A dash when none fell due. */
export function keptPromises(due: number, broken: number): string {
    return due === 0 ? '–' : `${Math.floor((100 * (due - broken)) / due)} %`;
}

/** `1 visit`, `2 visits` */
export function count(number: number, noun: string): string {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function addDays(date: string, days: number): string {
    return new Date(utc(date).getTime() + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** `5 – 13 October`, `28 September – 6 October 2027`: the year is said where it is not today's. */
export function spokenRange(from: string, to: string, today: string): string {
    const [start, end] = [utc(from), utc(to)];
    const short = from.slice(0, 7) !== to.slice(0, 7);
    const name = (day: Date) => (MONTHS[day.getUTCMonth()] ?? '').slice(0, short ? 3 : undefined);
    const month = (day: Date) => `${day.getUTCDate()} ${name(day)}`;
    const last =
        end.getUTCFullYear() === utc(today).getUTCFullYear() ? month(end) : `${month(end)} ${end.getUTCFullYear()}`;
    if (start.getUTCFullYear() !== end.getUTCFullYear()) {
        return `${month(start)} ${start.getUTCFullYear()} – ${last}`;
    }
    if (from === to) {
        return last;
    }
    return `${start.getUTCMonth() === end.getUTCMonth() ? start.getUTCDate() : month(start)} – ${last}`;
}
