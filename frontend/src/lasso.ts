import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Point } from './drag.js';

export interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
}

/** Less is a click on empty board. */
const THRESHOLD = 5;

export function boxOf(from: Point, to: Point): Box {
    return {
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        right: Math.max(from.x, to.x),
        bottom: Math.max(from.y, to.y),
    };
}

export function touches(a: Box, b: Box): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The board, as far as a lasso needs it. */
export interface LassoGround {
    /** The cards that are drawn, with where they are on the screen. */
    cards(): Iterable<{ visit: string; box: Box }>;
    /** Those inside; `more` keeps what was chosen before. */
    choose(visits: string[], more: boolean): void;
    /** A click on empty board, without any movement. */
    click(): void;
    draw(): void;
    origin(): Point;
}

/** A rectangle drawn by the mouse over empty board. */
export class Lasso {
    #from: Point | null = null;
    #box: Box | null = null;
    #more = false;

    constructor(private readonly ground: LassoGround) {}

    get drawing(): boolean {
        return this.#box !== null;
    }

    start(event: PointerEvent): void {
        if (event.button !== 0 || event.pointerType !== 'mouse') {
            return;
        }
        this.#from = { x: event.clientX, y: event.clientY };
        this.#more = event.ctrlKey || event.metaKey || event.shiftKey;
        window.addEventListener('pointermove', this.#onMove);
        window.addEventListener('pointerup', this.#onUp);
        window.addEventListener('pointercancel', this.stop);
    }

    readonly stop = (): void => {
        this.#from = null;
        this.#box = null;
        window.removeEventListener('pointermove', this.#onMove);
        window.removeEventListener('pointerup', this.#onUp);
        window.removeEventListener('pointercancel', this.stop);
        this.ground.draw();
    };

    view(): TemplateResult | typeof nothing {
        if (!this.#box) {
            return nothing;
        }
        const { x, y } = this.ground.origin();
        const { left, top, right, bottom } = this.#box;
        const place = {
            left: `${left - x}px`,
            top: `${top - y}px`,
            width: `${right - left}px`,
            height: `${bottom - top}px`,
        };
        return html`<div class="lasso" style=${styleMap(place)}></div>`;
    }

    readonly #onMove = (event: PointerEvent): void => {
        const to = { x: event.clientX, y: event.clientY };
        if (!this.#from || (!this.#box && Math.hypot(to.x - this.#from.x, to.y - this.#from.y) < THRESHOLD)) {
            return;
        }
        this.#box = boxOf(this.#from, to);
        this.ground.draw();
    };

    readonly #onUp = (): void => {
        const box = this.#box;
        if (box) {
            const inside = [...this.ground.cards()].filter((card) => touches(card.box, box));
            this.ground.choose(
                inside.map((card) => card.visit),
                this.#more,
            );
        } else if (!this.#more) {
            this.ground.click();
        }
        this.stop();
    };
}
