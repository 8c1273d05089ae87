import type { BoardSnapshot, Card } from '../src/board-data.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import { painted, scrollDown, wait } from './frames.js';
import { firstPicture, moveOf, moves, scrollerOf, searches } from './measures.js';

/** Runs on the real screen of a real server, put there by `board.mjs`. */

/** What a busy hour does to one open board: twenty colleagues move thirty visits each. */
export const HOUR = { moves: 600, searches: 60, pickUps: 60, zooms: 30, weeks: 20, screens: 300 };

let week: BoardSnapshot;
const board = () => document.querySelector('dispatch-board') as DispatchBoard;
const answers = () =>
    performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/api\/board\?/.test(name)) as PerformanceResourceTiming[];

/** From the arrival of the snapshot's last byte until its picture is painted: what is in view, and all; called before the page has it. */
async function firstPaint(): Promise<[inView: number, whole: number]> {
    performance.setResourceTimingBufferSize(1_000);
    while (!board()) {
        await new Promise(requestAnimationFrame);
    }
    const { inView, whole } = await firstPicture(board());
    for (let i = 0; i < 50 && answers().length === 0; i++) {
        await wait(10);
    }
    const arrived = answers()[0]!.responseEnd;
    return [inView - arrived, whole - arrived];
}

/** The bench's own copy of what the board shows, for changes that look like the server's. */
async function copy(): Promise<void> {
    const { offices, from, days, url } = board();
    week = await (await fetch(`${url}?${new URLSearchParams({ offices, from, days: String(days) })}`)).json();
}

const forget = () => void (week = { ...week, visits: [] });

/** Everything of a busy hour, as fast as it goes but for at most `most` milliseconds; answers how many moves there were. */
async function hour(most: number): Promise<number> {
    const end = performance.now() + most;
    const scroller = scrollerOf(board());
    const cards = week.visits.filter((card) => card[5] !== null);
    const every = (often: number, i: number) => i % Math.round(HOUR.moves / often) === 0;
    let i = 0;
    for (; i < HOUR.moves && performance.now() < end; i++) {
        board().patch(moveOf(board(), week, cards[(i * 37) % cards.length] as Card, i));
        if (every(HOUR.screens, i)) {
            scroller.scrollTop = (i * 700) % scroller.scrollHeight;
        }
        if (every(HOUR.searches, i)) {
            board().find = ['rosa m', 'hernandez', 'dental care', 'lee'][i % 4] as string;
            await painted();
            board().find = '';
        }
        if (every(HOUR.pickUps, i)) {
            await pickUp();
        }
        if (every(HOUR.zooms, i)) {
            board().zoom = 'day';
            await wait(150);
            board().zoom = 'week';
        }
        if (every(HOUR.weeks, i)) {
            await otherWeek(i % 2 === 0 ? 7 : -7);
            await otherWeek(i % 2 === 0 ? -7 : 7);
        }
        await painted();
    }
    return i;
}

/** Lifts a visit by the keyboard, waits for what every place would mean, and puts it back. */
async function pickUp(): Promise<void> {
    const card = board().shadowRoot!.querySelector<HTMLElement>('.scroller [data-visit]');
    if (!card) {
        return;
    }
    const press = (key: string) =>
        card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    card.focus();
    press(' ');
    for (let i = 0; i < 120 && !board().shadowRoot!.querySelector('.cell.judged'); i++) {
        await painted();
    }
    await wait(60);
    press('Escape');
    await painted();
}

async function otherWeek(days: number): Promise<void> {
    const from = new Date(`${board().from}T00:00:00Z`);
    from.setUTCDate(from.getUTCDate() + days);
    const ready = new Promise((resolve) => board().addEventListener('board-ready', resolve, { once: true }));
    board().from = from.toISOString().slice(0, 10);
    await Promise.race([ready, wait(10_000)]);
}

const screen = {
    HOUR,
    firstPaint,
    copy,
    forget,
    hour,
    moves: (runs: number) => moves(board(), week, runs),
    searches: () => searches(board()),
    scroll: (step: number, most: number) => scrollDown(scrollerOf(board()), step, most),
    visits: () => week.visits.length,
    nodes: () => board().shadowRoot!.querySelectorAll('*').length,
};

declare global {
    interface Window {
        screenBench: typeof screen;
    }
}

window.screenBench = screen;
