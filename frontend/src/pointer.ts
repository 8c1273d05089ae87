import { IDLE, LONG_PRESS_MILLIS, edgeSpeed, next, type Gesture, type Point, type PointerInput } from './drag.js';

/** What the board does when a visit is dragged. Points are client coordinates. */
export interface DragListener {
    lift(visit: string, at: Point): void;
    drag(at: Point): void;
    drop(at: Point): void;
    cancel(): void;
    click(visit: string, event: Modifiers): void;
    /** Shift went down or up while a visit is in the air. */
    shift(held: boolean): void;
    /** A long press without a move. */
    menu(visit: string): void;
    /** The part that scrolls by itself when the pointer is near its edge. */
    scroller(): Element | null;
}

/** The keys that were held when a card was pressed. */
export type Modifiers = Pick<PointerEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Turns the browser's pointer events into a drag: the wiring around the pure state machine in `drag.ts`. */
export class PointerDrag {
    #gesture: Gesture = IDLE;
    #at: Point = { x: 0, y: 0 };
    #timer = 0;
    #frame = 0;
    #touchedAt = 0;
    #pressed: Modifiers = { ctrlKey: false, metaKey: false, shiftKey: false };
    #shift = false;
    #wasInMiddle = false;

    constructor(
        private readonly host: HTMLElement,
        private readonly listener: DragListener,
    ) {}

    get lifted(): boolean {
        return this.#gesture.phase === 'lifted';
    }

    /** A press on a card. */
    start(event: PointerEvent, visit: string): void {
        if (event.button !== 0) {
            return;
        }
        const touch = event.pointerType !== 'mouse';
        this.#pressed = event;
        this.#shift = event.shiftKey;
        this.#touchedAt = touch ? event.timeStamp : 0;
        this.#feed({ type: 'down', visit, pointer: event.pointerId, touch, at: pointOf(event) });
        window.addEventListener('pointermove', this.#onMove);
        window.addEventListener('pointerup', this.#onUp);
        window.addEventListener('pointercancel', this.#onCancel);
        window.addEventListener('keydown', this.#onKey);
        window.addEventListener('keyup', this.#onKey);
    }

    /** Forgets the gesture; the board has ended the drag itself. */
    stop(): void {
        this.#gesture = IDLE;
        clearTimeout(this.#timer);
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        window.removeEventListener('pointermove', this.#onMove);
        window.removeEventListener('pointerup', this.#onUp);
        window.removeEventListener('pointercancel', this.#onCancel);
        window.removeEventListener('keydown', this.#onKey);
        window.removeEventListener('keyup', this.#onKey);
    }

    /** Long presses open the browser's menu on some tablets; it would end the drag. */
    isLongPress(event: MouseEvent): boolean {
        return this.#touchedAt > 0 && event.timeStamp - this.#touchedAt < 2_000;
    }

    /** Once a visit is lifted the finger must not scroll the page. Must be registered as not passive. */
    readonly holdScroll = {
        handleEvent: (event: TouchEvent): void => {
            if (this.lifted && event.cancelable) {
                event.preventDefault();
            }
        },
        passive: false,
    };

    readonly #onMove = (event: PointerEvent) => {
        this.#hold(event.shiftKey);
        this.#feed({ type: 'move', pointer: event.pointerId, at: pointOf(event) });
    };
    readonly #onUp = (event: PointerEvent) => this.#feed({ type: 'up', pointer: event.pointerId, at: pointOf(event) });
    readonly #onKey = (event: KeyboardEvent) => {
        if (event.key === 'Escape' && event.type === 'keydown') {
            this.#feed({ type: 'cancel' });
        } else {
            this.#hold(event.shiftKey);
        }
    };
    readonly #onCancel = () => this.#feed({ type: 'cancel' });

    #hold(shift: boolean): void {
        const changed = shift !== this.#shift;
        this.#shift = shift;
        if (changed && this.lifted) {
            this.listener.shift(shift);
            this.listener.drag(this.#at);
        }
    }

    #feed(input: PointerInput): void {
        const before = this.#gesture;
        const [gesture, effect] = next(before, input);
        this.#gesture = gesture;
        if ('at' in input) {
            this.#at = input.at;
        }
        switch (effect) {
            case 'wait':
                this.#timer = window.setTimeout(() => this.#feed({ type: 'long-press' }), LONG_PRESS_MILLIS);
                break;
            case 'lift':
                clearTimeout(this.#timer);
                this.#lift();
                break;
            case 'drag':
                this.listener.drag(this.#at);
                break;
            case 'drop':
                this.stop();
                this.listener.drop(this.#at);
                break;
            case 'menu':
                this.stop();
                this.listener.cancel();
                this.listener.menu((before as Gesture & { phase: 'lifted' }).visit);
                break;
            case 'cancel':
                this.stop();
                this.listener.cancel();
                break;
            case 'click':
                this.stop();
                this.listener.click((before as Gesture & { phase: 'pressed' }).visit, this.#pressed);
                break;
            case 'give-up':
                this.stop();
                break;
        }
    }

    #lift(): void {
        const gesture = this.#gesture as Gesture & { phase: 'lifted' };
        // The card itself may leave the page when its row scrolls away, and its pointer events with it.
        this.host.setPointerCapture(gesture.pointer);
        this.listener.lift(gesture.visit, this.#at);
        this.listener.shift(this.#shift);
        this.#wasInMiddle = false;
        if (this.lifted) {
            this.#frame = requestAnimationFrame(this.#scroll);
        }
    }

    readonly #scroll = () => {
        const scroller = this.listener.scroller();
        if (!this.lifted || !scroller) {
            return;
        }
        const { left, top } = { left: scroller.scrollLeft, top: scroller.scrollTop };
        scroller.scrollBy(...this.#speed(scroller.getBoundingClientRect()));
        if (scroller.scrollLeft !== left || scroller.scrollTop !== top) {
            this.listener.drag(this.#at);
        }
        this.#frame = requestAnimationFrame(this.#scroll);
    };

    /** Edges count once the pointer has been in the middle: a visit lifted from the tray must not scroll the board away. */
    #speed({ left, right, top, bottom }: DOMRect): [number, number] {
        const { x, y } = this.#at;
        if (x < left || x > right || y < top || y > bottom) {
            return [0, 0];
        }
        const speed: [number, number] = [edgeSpeed(x, left, right), edgeSpeed(y, top, bottom)];
        this.#wasInMiddle ||= speed[0] === 0 && speed[1] === 0;
        return this.#wasInMiddle ? speed : [0, 0];
    }
}

function pointOf(event: PointerEvent): Point {
    return { x: event.clientX, y: event.clientY };
}
