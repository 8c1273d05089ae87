import '../src/screen.js';
import type { BoardBar } from '../src/board-bar.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import { readState } from '../src/bar-state.js';
import type { Views } from '../src/bar-data.js';
import { FakeServer, savedViews } from './fake-server.js';
import { morning } from './morning.js';

const server = new FakeServer(morning());
server.install();

/** What the checks would say: Dorothy wants Ana; everybody else minds only absences. */
server.verdict = (card, route, date) => {
    const run = server.snapshot.runs.find((one) => one.route === route && one.date === date);
    if (run?.away) {
        return { 2: card[3] === 'Dorothy' && run.away === 'vacation' ? 0 : 1, 3: 2, 4: `on ${run.away}`, 7: 0 };
    }
    if (card[3] !== 'Dorothy') {
        return date < card[8] ? { 2: 1, 4: 'before it is due', 7: 2 } : {};
    }
    const late = server.snapshot.days.indexOf(date) >= 5;
    switch (run?.technician) {
        case 'ana':
            return { 2: 0, 3: 1, 4: date === '2026-10-12' ? 'Ana is back · 6 days late' : 'Ana · 7 days late', 7: 1 };
        case 'ben':
            return {
                2: 2,
                3: late ? 1 : 0,
                4: late ? 'promised Ana · 6 days late' : 'promised Ana · has met Ben',
                7: 2,
            };
        case 'eva':
        case 'lia':
        case 'tess':
            return { 2: 2, 3: 2, 4: 'other office', 7: 0 };
        default:
            return { 2: 2, 3: 1, 4: '4th face in 10', 7: 2 };
    }
};
server.outcome = ({ visit, route, date }) => {
    if (route === null || date === null) {
        return undefined;
    }
    const [, , , , , , , allowed] = [
        ...Object.values({
            ...[route, date, 0, 0, '', null, null, 1],
            ...server.verdict(server.card(visit)!, route, date),
        }),
    ];
    return allowed === 2
        ? { status: 'needs', sentence: 'This needs the customer’s consent or your reason.', card: null }
        : undefined;
};

const board = document.querySelector('dispatch-board') as DispatchBoard;
board.$server = server;
server.told = (outcome) => board.reviewed(outcome);
const bar = document.querySelector('board-bar') as BoardBar;
bar.own = JSON.stringify(server.snapshot.offices);
const views: Views = { views: [], problem: null };
bar.$server = {
    ...savedViews(views),
    view: (offices, from, days) => {
        server.calls.push(['view', offices, from, days]);
        board.offices = offices.join(',');
        board.from = from;
        return Promise.resolve({ offices, from });
    },
};
const { offices, from } = readState(location.search);
bar.entry = {
    query: location.search,
    offices: offices.length > 0 ? [...offices] : board.offices.split(','),
    from: from || board.from,
};
Object.assign(window, { bar, board, server });
