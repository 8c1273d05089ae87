import type { Visit } from './board-model.js';
import type { Point } from './drag.js';

const FLIGHT_MILLIS = 240;

/** The board, as far as the card in the air needs it. */
export interface Sky {
    readonly renderRoot: ParentNode;
    readonly updateComplete: Promise<boolean>;
    requestUpdate(): void;
    getBoundingClientRect(): DOMRect;
}

/** The card under the pointer, and the card on its way back: drawn over the board, positioned without another update. */
export class Ghost {
    visit: Visit | null = null;
    #grip = { x: 0, y: 0, width: 0 };
    #at: Point = { x: 0, y: 0 };

    constructor(private readonly sky: Sky) {}

    get box(): DOMRect | undefined {
        return this.#element?.getBoundingClientRect();
    }

    /** How far from its left edge the card is held. */
    get grip(): number {
        return this.#grip.x;
    }

    /** Picks a card up where the pointer holds it; `width` is its own where it changes in the air. */
    pick(visit: Visit, card: DOMRect, at: Point, width = card.width): void {
        this.visit = visit;
        this.#grip = { x: Math.min(at.x - card.left, width - 4), y: at.y - card.top, width };
        this.sky.requestUpdate();
        this.#at = at;
        void this.sky.updateComplete.then(() => this.follow(this.#at)); // the pointer may have gone on before the card is drawn
    }

    follow(at: Point): void {
        this.#at = at;
        this.#place({ x: at.x - this.#grip.x, y: at.y - this.#grip.y }, this.#grip.width);
    }

    drop(): void {
        this.visit = null;
        this.sky.requestUpdate();
    }

    /** Lets a card travel back, so that the eye finds where it went. Motion is for those who want it. */
    async fly(visit: Visit, from: DOMRect, to: DOMRect): Promise<void> {
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
            return;
        }
        this.visit = visit;
        this.sky.requestUpdate();
        await this.sky.updateComplete;
        this.#place({ x: to.left, y: to.top }, to.width);
        const element = this.#element;
        const there = element?.style.transform ?? '';
        const here = `${there} translate(${from.left - to.left}px, ${from.top - to.top}px)`;
        const flight = element?.animate([{ transform: here }, { transform: there }], {
            duration: FLIGHT_MILLIS,
            easing: 'ease-out',
        });
        await flight?.finished.catch(() => undefined);
        if (this.visit === visit) {
            this.drop();
        }
    }

    get #element(): HTMLElement | null {
        return this.sky.renderRoot.querySelector('.ghost');
    }

    #place({ x, y }: Point, width: number): void {
        const element = this.#element;
        if (element) {
            const box = this.sky.getBoundingClientRect();
            element.style.width = `${width}px`;
            element.style.transform = `translate(${x - box.left}px, ${y - box.top}px)`;
        }
    }
}
