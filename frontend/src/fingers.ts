import type { Point } from './drag.js';

/** What a finger does on a list: it scrolls, swipes sideways, or rests on something. */

const SWIPE = 60;
const LONG_PRESS_MILLIS = 500;
const TREMBLE = 8;

/** 1 from right to left, as one turns a page; null when it was no swipe. */
export function swipeOf(from: Point, to: Point): 1 | -1 | null {
    const [x, y] = [to.x - from.x, to.y - from.y];
    return Math.abs(x) < SWIPE || Math.abs(y) > Math.abs(x) / 2 ? null : x < 0 ? 1 : -1;
}

export interface FingersHost {
    swipe(by: 1 | -1): void;
    /** A finger rests on this visit. */
    rest(visit: string): void;
}

/** Listens from a press to its end; the press of a mouse is none of it. */
export class Fingers {
    #from: Point | null = null;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #rested = false;

    constructor(private readonly host: FingersHost) {}

    /** Whether the press that has just ended was a long one; the click that follows it means nothing. */
    get rested(): boolean {
        const rested = this.#rested;
        this.#rested = false;
        return rested;
    }

    press(event: PointerEvent, visit: string | null): void {
        this.stop();
        this.#rested = false;
        if (event.pointerType === 'mouse') {
            return;
        }
        this.#from = { x: event.clientX, y: event.clientY };
        window.addEventListener('pointermove', this.#onMove);
        window.addEventListener('pointerup', this.#onUp);
        window.addEventListener('pointercancel', this.#onCancel);
        if (visit !== null) {
            this.#timer = setTimeout(() => {
                this.stop();
                this.#rested = true;
                this.host.rest(visit);
            }, LONG_PRESS_MILLIS);
        }
    }

    stop(): void {
        clearTimeout(this.#timer);
        this.#from = null;
        window.removeEventListener('pointermove', this.#onMove);
        window.removeEventListener('pointerup', this.#onUp);
        window.removeEventListener('pointercancel', this.#onCancel);
    }

    readonly #onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
        if (this.#from && Math.hypot(x - this.#from.x, y - this.#from.y) > TREMBLE) {
            clearTimeout(this.#timer);
        }
    };

    readonly #onUp = ({ clientX: x, clientY: y }: PointerEvent) => {
        const by = this.#from && swipeOf(this.#from, { x, y });
        this.stop();
        if (by) {
            this.#rested = true;
            this.host.swipe(by);
        }
    };

    readonly #onCancel = () => this.stop();
}
