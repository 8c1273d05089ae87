/** From pointer events to "lifted", "moved", "dropped". Pure: time and timers come from outside. */

/** A mouse must move this far before a press becomes a drag; less is a click. */
const MOUSE_THRESHOLD = 4;
/** A finger must rest this long; earlier movement is scrolling. */
export const LONG_PRESS_MILLIS = 300;
/** A resting finger trembles. */
const TOUCH_TOLERANCE = 8;
/** Within this distance of an edge the board scrolls by itself. */
export const EDGE = 44;
const FASTEST = 18;

export interface Point {
    readonly x: number;
    readonly y: number;
}

export type Gesture =
    | { readonly phase: 'idle' }
    | {
          readonly phase: 'pressed';
          readonly visit: string;
          readonly pointer: number;
          readonly touch: boolean;
          readonly from: Point;
      }
    | {
          readonly phase: 'lifted';
          readonly visit: string;
          readonly pointer: number;
          readonly touch: boolean;
          readonly from: Point;
      };

export type PointerInput =
    | { type: 'down'; visit: string; pointer: number; touch: boolean; at: Point }
    | { type: 'move'; pointer: number; at: Point }
    | { type: 'up'; pointer: number; at: Point }
    | { type: 'long-press' }
    | { type: 'cancel' };

/** What the element has to do: `wait` starts the long-press timer, `give-up` forgets a press, `click` selects, `menu` offers other ways to move. */
export type Effect = 'wait' | 'lift' | 'drag' | 'drop' | 'menu' | 'cancel' | 'click' | 'give-up' | null;

export const IDLE: Gesture = { phase: 'idle' };

export function next(gesture: Gesture, input: PointerInput): [Gesture, Effect] {
    switch (gesture.phase) {
        case 'idle':
            if (input.type !== 'down') {
                return [gesture, null];
            }
            return [
                { phase: 'pressed', visit: input.visit, pointer: input.pointer, touch: input.touch, from: input.at },
                input.touch ? 'wait' : null,
            ];
        case 'pressed':
            return pressed(gesture, input);
        case 'lifted':
            return lifted(gesture, input);
    }
}

function pressed(gesture: Gesture & { phase: 'pressed' }, input: PointerInput): [Gesture, Effect] {
    if (input.type === 'down' || input.type === 'cancel') {
        return [IDLE, 'give-up']; // a second finger, or the browser took over for scrolling
    }
    if (input.type === 'long-press') {
        return [{ ...gesture, phase: 'lifted' }, 'lift'];
    }
    if (input.pointer !== gesture.pointer) {
        return [gesture, null];
    }
    if (input.type === 'up') {
        return [IDLE, 'click'];
    }
    const moved = way(gesture.from, input.at);
    if (gesture.touch) {
        return moved > TOUCH_TOLERANCE ? [IDLE, 'give-up'] : [gesture, null];
    }
    return moved >= MOUSE_THRESHOLD ? [{ ...gesture, phase: 'lifted' }, 'lift'] : [gesture, null];
}

function lifted(gesture: Gesture & { phase: 'lifted' }, input: PointerInput): [Gesture, Effect] {
    if (input.type === 'cancel') {
        return [IDLE, 'cancel'];
    }
    if (input.type === 'down' || input.type === 'long-press' || input.pointer !== gesture.pointer) {
        return [gesture, null];
    }
    if (input.type === 'move') {
        return [gesture, 'drag'];
    }
    // A finger that presses long and lets go without moving wants the menu, as everywhere else on a phone.
    return [IDLE, gesture.touch && way(gesture.from, input.at) <= TOUCH_TOLERANCE ? 'menu' : 'drop'];
}

function way(from: Point, to: Point): number {
    return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Pixels to scroll in this frame when the pointer is near an edge: faster the nearer, 0 in the middle. */
export function edgeSpeed(at: number, start: number, end: number): number {
    if (at < start + EDGE) {
        return -Math.ceil(FASTEST * Math.min(1, (start + EDGE - at) / EDGE));
    }
    if (at > end - EDGE) {
        return Math.ceil(FASTEST * Math.min(1, (at - end + EDGE) / EDGE));
    }
    return 0;
}
