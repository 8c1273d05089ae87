import './technician-day.js';
import { whoWasHere } from './phone-keeper.js';

/**
 * The technician's day on a page of its own, which the service worker opens where there is no network: the element and what
 * the phone has kept, without Vaadin.
 */
const place = document.querySelector('main')!;
const who = whoWasHere(window.localStorage);
if (who !== null) {
    const day = document.createElement('technician-day');
    day.user = who.user;
    day.technician = who.technician;
    day.alone = true;
    place.append(day);
} else {
    const words = document.createElement('p');
    words.textContent = 'No network, and this phone keeps no day. Sign in where there is network.';
    const again = document.createElement('a');
    again.href = location.pathname;
    again.textContent = 'Try again';
    place.append(words, again);
}
