import '../src/person-window.js';
import type { PersonWindow } from '../src/person-window.js';

/** What the server does with the address of the customer's own window, without a customer. */
const asked = new URL(location.href).searchParams;
const view = document.createElement('person-window') as PersonWindow;
view.setAttribute('board-number', asked.get('board') ?? '');
view.textContent = asked.get('visit') ?? '';
view.$server = { show: (visit) => (view.textContent = visit) };
document.body.append(view);
