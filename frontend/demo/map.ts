import '../src/map-window.js';
import type { MapWindow } from '../src/map-window.js';
import { FakeServer } from './fake-server.js';
import { morning } from './morning.js';
import { placesOf } from './places.js';

/** What the server does with the address of the map's own window. */
const server = new FakeServer(morning());
server.places = placesOf(server.snapshot);
server.install();
const asked = new URL(location.href).searchParams;
const view = document.createElement('map-window') as MapWindow;
view.boardNumber = asked.get('board') ?? '';
view.offices = asked.get('offices') ?? '';
view.from = asked.get('from') ?? '';
view.days = Number(asked.get('days') ?? 7);
view.day = asked.get('day');
view.route = asked.get('route');
view.selected = asked.get('visit');
view.pmtiles = asked.get('pmtiles') ?? '';
view.$server = { follow: (...period) => server.calls.push(['follow', ...period]) };
document.body.append(view);
Object.assign(window, { server });
