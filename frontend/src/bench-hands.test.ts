import { describe, expect, it } from 'vitest';
import { handIntentOf } from './bench-hands.js';

const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
});
const ctrl = { ctrlKey: true };

describe('keys for several visits', () => {
    it('undo and redo wherever the focus is, also on a Mac', () => {
        expect(handIntentOf(key('z', ctrl), null)).toBe('undo');
        expect(handIntentOf(key('Z', { metaKey: true, shiftKey: true }), 'card')).toBe('redo');
        expect(handIntentOf(key('y', ctrl), 'cell')).toBe('redo');
    });

    it('choose one visit, or all of its run', () => {
        expect(handIntentOf(key(' ', ctrl), 'card')).toBe('choose');
        expect(handIntentOf(key('a', ctrl), 'card')).toBe('choose-run');
        expect(handIntentOf(key('a', ctrl), null), 'text fields and buttons keep theirs').toBeNull();
        expect(handIntentOf(key(' ', ctrl), 'cell')).toBeNull();
    });

    it('open what can be done with a run', () => {
        expect(handIntentOf(key('r'), 'card')).toBe('run-menu');
        expect(handIntentOf(key('ContextMenu'), 'cell')).toBe('run-menu');
        expect(handIntentOf(key('ContextMenu'), 'card'), 'a card has its own').toBeNull();
        expect(handIntentOf(key('r', ctrl), 'card'), 'the browser reloads').toBeNull();
    });

    it('leave other keys alone', () => {
        expect(handIntentOf(key(' '), 'card')).toBeNull();
        expect(handIntentOf(key('z'), 'card')).toBeNull();
        expect(handIntentOf(key('z', { ...ctrl, altKey: true }), 'card')).toBeNull();
    });
});
