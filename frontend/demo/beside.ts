import '../src/dispatch-board.js';
import type { DispatchBoard } from '../src/dispatch-board.js';
import '../src/map-pane.js';
import { FakeServer } from './fake-server.js';
import { morning } from './morning.js';
import { placesOf } from './places.js';

/** The board with the map beside it, as the real screen has them. */
const server = new FakeServer(morning());
server.places = placesOf(server.snapshot);
server.install();
const board = document.querySelector('dispatch-board') as DispatchBoard;
board.$server = server;
Object.assign(window, { board, server });
