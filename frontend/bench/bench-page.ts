import '../src/dispatch-board.js';
import type { VerdictTarget } from '../src/board-data.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import { linesOf } from '../src/board-fixture.js';
import { bigWeek } from './big-week.js';
import { framesOf } from './figures.js';
import { painted, scrollDown, wait } from './frames.js';
import { firstPicture, moves, scrollerOf, searches, type Times } from './measures.js';

/** Runs inside the browser; `bench.mjs` drives it and prints the table. Every time is in milliseconds. */

declare global {
    interface Window {
        bench: typeof bench;
        gc?: () => void;
    }
    interface Performance {
        memory?: { usedJSHeapSize: number };
    }
}

const week = bigWeek();
const lines = linesOf(week);
let arrived = 0;
let first = { inView: 0, whole: 0 };

globalThis.fetch = async (input) => {
    if (String(input).includes('/words')) {
        const customers = week.visits.map((card) => [
            card[2],
            card[3],
            '7 Market Lane',
            'Will you be the one doing it?',
        ]);
        return Response.json({ customers });
    }
    const response = new Response(lines, { headers: { 'Content-Type': 'application/x-ndjson' } });
    // The bytes are here; reading them as JSON belongs to the board.
    arrived = performance.now();
    return response;
};

const idle = () => wait(250);

async function open(): Promise<DispatchBoard> {
    document.querySelector('dispatch-board')?.remove();
    const board = document.createElement('dispatch-board') as DispatchBoard;
    board.offices = week.offices.map((office) => office.code).join(',');
    board.from = week.from;
    board.$server = {
        pickUp: async ({ visits, versions }) => ({
            visits,
            versions,
            targets: week.routes.flatMap((route) =>
                week.days.map((date): VerdictTarget => [
                    route.code,
                    date,
                    2,
                    1,
                    '4th face in 10',
                    '09:00',
                    route.technician,
                    2,
                    route.code,
                    null,
                ]),
            ),
        }),
        drop: async () => ({ status: 'refused', sentence: '', card: null }),
        select: () => undefined,
        moveTo: () => undefined,
    };
    const picture = firstPicture(board);
    document.body.append(board);
    first = await picture;
    return board;
}

const bench = {
    visits: week.visits.length,

    heap(): number {
        window.gc?.();
        return (performance.memory?.usedJSHeapSize ?? 0) / 2 ** 20;
    },

    /** From the arrival of the data until the picture is painted: what is in view, and all of it. */
    async firstPaint(): Promise<[inView: number, whole: number]> {
        await open();
        await idle();
        return [first.inView - arrived, first.whole - arrived];
    },

    /** One visit moved by a change of somebody else between two rows in view. */
    async move(runs: number): Promise<Times> {
        const board = await open();
        await idle();
        return moves(board, week, runs);
    },

    /** From the press that lifts to 2,100 verdicts painted where they are in view. */
    async lift(runs: number): Promise<number[]> {
        const board = await open();
        await idle();
        const times: number[] = [];
        for (let i = 0; i < runs; i++) {
            const card = board.shadowRoot!.querySelector<HTMLElement>('.scroller [data-visit]')!;
            card.focus();
            await painted();
            const began = performance.now();
            card.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, composed: true }));
            while (!board.shadowRoot!.querySelector('.verdict.bad')) {
                await painted();
            }
            times.push(performance.now() - began);
            card.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
            await painted();
        }
        return times;
    },

    async search(runs: number): Promise<Times> {
        return searches(await open(), undefined, runs);
    },

    /** Time between frames while scrolling from top to bottom, `step` pixels a frame. */
    async scroll(step: number): Promise<number[]> {
        const board = await open();
        await idle();
        return framesOf(await scrollDown(scrollerOf(board), step));
    },

    async nodes(): Promise<number> {
        const board = await open();
        return board.shadowRoot!.querySelectorAll('*').length;
    },
};

window.bench = bench;
