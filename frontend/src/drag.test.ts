import { describe, expect, it } from 'vitest';
import { EDGE, IDLE, edgeSpeed, next, type Effect, type Gesture, type PointerInput } from './drag.js';

const down = (touch: boolean): PointerInput => ({
    type: 'down',
    visit: 'dorothy',
    pointer: 1,
    touch,
    at: { x: 100, y: 100 },
});
const move = (x: number, y: number, pointer = 1): PointerInput => ({ type: 'move', pointer, at: { x, y } });
const up: PointerInput = { type: 'up', pointer: 1, at: { x: 100, y: 100 } };

function play(...inputs: PointerInput[]): { gesture: Gesture; effects: Effect[] } {
    let gesture = IDLE;
    const effects: Effect[] = [];
    for (const input of inputs) {
        const [then, effect] = next(gesture, input);
        gesture = then;
        effects.push(effect);
    }
    return { gesture, effects };
}

describe('with a mouse', () => {
    it('is a click below four pixels', () => {
        expect(play(down(false), move(102, 102), up).effects).toEqual([null, null, 'click']);
    });

    it('lifts at four pixels and drops where it is let go', () => {
        expect(play(down(false), move(104, 100), move(300, 200), up).effects).toEqual([null, 'lift', 'drag', 'drop']);
    });

    it('is cancelled in the air', () => {
        const { gesture, effects } = play(down(false), move(120, 100), { type: 'cancel' });
        expect(effects).toEqual([null, 'lift', 'cancel']);
        expect(gesture).toBe(IDLE);
    });

    it('does not listen to another pointer', () => {
        expect(play(down(false), move(300, 300, 2)).effects).toEqual([null, null]);
        expect(play(down(false), move(120, 100), { type: 'up', pointer: 2, at: { x: 0, y: 0 } }).gesture.phase).toBe(
            'lifted',
        );
    });
});

describe('with a finger', () => {
    it('lifts after a long press', () => {
        expect(
            play(down(true), move(103, 103), { type: 'long-press' }, move(200, 200), {
                ...up,
                at: { x: 200, y: 200 },
            } as PointerInput).effects,
        ).toEqual(['wait', null, 'lift', 'drag', 'drop']);
    });

    it('lets the page scroll when it moves early', () => {
        const { gesture, effects } = play(down(true), move(100, 130));
        expect(effects).toEqual(['wait', 'give-up']);
        expect(gesture).toBe(IDLE);
    });

    it('gives up when the browser takes over or a second finger comes', () => {
        expect(play(down(true), { type: 'cancel' }).effects).toEqual(['wait', 'give-up']);
        expect(play(down(true), { ...down(true), pointer: 2 } as PointerInput).effects).toEqual(['wait', 'give-up']);
    });

    it('asks for the menu when a long press ends where it began', () => {
        expect(play(down(true), { type: 'long-press' }, up).effects).toEqual(['wait', 'lift', 'menu']);
    });

    it('is a tap when it is short', () => {
        expect(play(down(true), up).effects).toEqual(['wait', 'click']);
    });
});

describe('edgeSpeed', () => {
    it('rests in the middle and grows towards the edges', () => {
        expect(edgeSpeed(500, 0, 1000)).toBe(0);
        expect(edgeSpeed(EDGE - 1, 0, 1000)).toBeLessThan(0);
        expect(edgeSpeed(2, 0, 1000)).toBeLessThan(edgeSpeed(30, 0, 1000));
        expect(edgeSpeed(999, 0, 1000)).toBeGreaterThan(edgeSpeed(970, 0, 1000));
        expect(edgeSpeed(5000, 0, 1000)).toBe(edgeSpeed(1000, 0, 1000));
    });
});
