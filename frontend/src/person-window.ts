import { visitOf, WindowLink } from './window-link.js';

export interface PersonServer {
    show(visit: string): void;
}

/**
 * The customer in a window of their own: the server draws the person, this says which visit the board has selected.
 */
export class PersonWindow extends HTMLElement {
    /** Set by Vaadin. */
    $server?: PersonServer;
    #link: WindowLink | null = null;

    connectedCallback(): void {
        const board = this.getAttribute('board-number') ?? '';
        window.addEventListener('dorothy-select', this.#onSelect);
        window.addEventListener('pagehide', this.#onLeave);
        if (board !== '') {
            const here = () => this.#link?.send({ type: 'dorothy-here', window: 'person' });
            this.#link = new WindowLink(board, { who: here });
            here();
        }
    }

    disconnectedCallback(): void {
        window.removeEventListener('dorothy-select', this.#onSelect);
        window.removeEventListener('pagehide', this.#onLeave);
        this.#link?.close();
    }

    readonly #onSelect = (event: Event) => {
        const visit = visitOf(event);
        if (visit !== null) {
            this.$server?.show(visit);
            const address = new URL(location.href);
            address.searchParams.set('visit', visit);
            history.replaceState(history.state, '', address);
        }
    };

    readonly #onLeave = () => this.#link?.send({ type: 'dorothy-gone', window: 'person' });
}

customElements.define('person-window', PersonWindow);
