import { describe, expect, it } from 'vitest';
import { KEY_GROUPS, barKeyOf, takesText, type Pressed, type Where } from './bar-keys.js';

const free: Where = { typing: false, dialog: false, lifting: false, singleKeys: true };
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    altGraph: false,
    ...more,
});

describe('the keys of the screen', () => {
    it('mean the same with Shift or Caps Lock', () => {
        expect(['t', 'T', '[', ']', '/', 'n', 'P', 'c', '?'].map((key) => barKeyOf(press(key), free))).toEqual([
            'today',
            'today',
            'back',
            'on',
            'find',
            'next',
            'previous',
            'groups',
            'keys',
        ]);
    });

    it('are text while somebody types, except Ctrl-K', () => {
        const typing = { ...free, typing: true };
        expect(barKeyOf(press('t'), typing)).toBeNull();
        expect(barKeyOf(press('/'), typing)).toBeNull();
        expect(barKeyOf(press('k', { ctrlKey: true }), typing)).toBe('palette');
    });

    it('leave commands of the browser alone', () => {
        expect(barKeyOf(press('t', { ctrlKey: true }), free)).toBeNull();
        expect(barKeyOf(press('n', { metaKey: true }), free)).toBeNull();
        expect(barKeyOf(press('k', { ctrlKey: true, metaKey: true }), free)).toBeNull();
    });

    it('reach brackets behind AltGr', () => {
        expect(barKeyOf(press('[', { ctrlKey: true, altKey: true, altGraph: true }), free)).toBe('back');
    });

    it('belong to a dialog while it is open, and to a visit in the air', () => {
        expect(barKeyOf(press('t'), { ...free, dialog: true })).toBeNull();
        expect(barKeyOf(press('k', { metaKey: true }), { ...free, dialog: true })).toBeNull();
        expect(barKeyOf(press('n'), { ...free, lifting: true })).toBeNull();
    });

    it('can be switched off, all but Ctrl-K', () => {
        const off = { ...free, singleKeys: false };
        expect(barKeyOf(press('t'), off)).toBeNull();
        expect(barKeyOf(press('k', { metaKey: true }), off)).toBe('palette');
    });

    it('are all listed', () => {
        const listed = KEY_GROUPS.flatMap(({ keys }) => keys.map(([key]) => key)).join(' ');
        ['T', '[', ']', '/', 'N', 'P', '?', 'K'].forEach((key) => expect(listed).toContain(key));
    });
});

describe('typing', () => {
    it('is known by the field, not by its look', () => {
        const field = (localName: string, more = {}) => [{ localName, ...more } as unknown as EventTarget];
        expect(takesText(field('input', { type: 'search' }))).toBe(true);
        expect(takesText(field('textarea'))).toBe(true);
        expect(takesText(field('select'))).toBe(true);
        expect(takesText(field('div', { isContentEditable: true }))).toBe(true);
        expect(takesText(field('input', { type: 'checkbox' }))).toBe(false);
        expect(takesText(field('div'))).toBe(false);
    });
});
