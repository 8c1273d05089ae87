import type { BoardDelta, BoardSnapshot, Card } from '../src/board-data.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import { painted, wait } from './frames.js';

/** What is measured on an open board, whether it stands alone or on the real screen. All times are in milliseconds. */

export interface Times {
    /** Script and layout. */
    readonly work: number[];
    /** Until it is painted. */
    readonly frame: number[];
}

/** When the picture is painted as far as it is in view, and when with all visits read; see {@link performance.now}. */
export async function firstPicture(board: DispatchBoard): Promise<{ inView: number; whole: number }> {
    const comes = (event: string) => new Promise((resolve) => board.addEventListener(event, resolve, { once: true }));
    const ready = comes('board-ready');
    await Promise.race([comes('board-drawn'), ready]);
    await painted();
    const inView = performance.now();
    await ready;
    await painted();
    return { inView, whole: performance.now() };
}

/** A change of somebody else: a visit goes to another route and day of its office. */
export function moveOf(board: DispatchBoard, week: BoardSnapshot, card: Card, place: number): BoardDelta {
    const office = card[4];
    const seq = board.model.office(office)?.seq ?? 0;
    const routes = board.model.routesOf(office);
    const moved = [...card] as typeof card;
    moved[1] = (board.model.truth(card[0])?.version ?? card[1]) + 1;
    moved[5] = routes[place % Math.min(2, routes.length)]?.code ?? null;
    moved[7] = week.days[place % week.days.length] ?? null;
    return { office, prev: seq, seq: seq + 1, cards: [moved], gone: [], runs: [], by: 'Bench' };
}

/** One visit moved between two rows in view. */
export async function moves(board: DispatchBoard, week: BoardSnapshot, runs: number): Promise<Times> {
    const first = board.model.offices[0]?.code;
    const card = week.visits.find((visit) => visit[4] === first && visit[5] !== null)!;
    return measured(runs, (i) => {
        board.patch(moveOf(board, week, card, i));
        return drawn(board);
    });
}

const SEARCHES = ['rosa m', 'technician', 'c', 'route 3', 'nobody'];

/** A new text in the find field until the others are dimmed, over all visits with street and words of each. */
export async function searches(board: DispatchBoard, texts = SEARCHES, runs = 20): Promise<Times> {
    board.find = 'warm';
    await wait(1_000); // the words of the customers arrive
    const times = await measured(runs, (i) => {
        board.find = texts[i % texts.length] as string;
        return drawn(board);
    });
    board.find = '';
    await painted();
    return times;
}

async function measured(runs: number, change: (i: number) => Promise<void>): Promise<Times> {
    const work: number[] = [];
    const frame: number[] = [];
    for (let i = 0; i < runs; i++) {
        await painted();
        const began = performance.now();
        await change(i);
        work.push(performance.now() - began);
        await painted();
        frame.push(performance.now() - began);
    }
    return { work, frame };
}

/** The change is in the page and laid out. */
async function drawn(board: DispatchBoard): Promise<void> {
    await board.updateComplete;
    board.shadowRoot!.querySelector('.rows')!.getBoundingClientRect();
}

export const scrollerOf = (board: DispatchBoard) => board.shadowRoot!.querySelector('.scroller')!;
