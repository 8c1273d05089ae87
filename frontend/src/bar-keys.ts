/** The keys of the whole screen. The board's own keys, which move the focus and lift visits, are in `keyboard.ts`. */

export type BarKey = 'today' | 'back' | 'on' | 'find' | 'next' | 'previous' | 'keys' | 'palette' | 'groups';

export interface Pressed {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
    /** Some keyboards need AltGr for brackets, and some browsers then say Ctrl and Alt. */
    readonly altGraph: boolean;
}

export interface Where {
    /** The focus is in something that takes text. */
    readonly typing: boolean;
    /** A dialog is open: its keys are its own. */
    readonly dialog: boolean;
    /** A visit is in the air. */
    readonly lifting: boolean;
    /** Single keys can be switched off, for people who speak to their computer or hit keys by accident. */
    readonly singleKeys: boolean;
}

const SINGLE: Record<string, BarKey> = {
    t: 'today',
    '[': 'back',
    ']': 'on',
    '/': 'find',
    n: 'next',
    p: 'previous',
    c: 'groups',
    '?': 'keys',
};

/** What a key means to the screen; null leaves it to whoever has the focus. */
export function barKeyOf(pressed: Pressed, where: Where): BarKey | null {
    const key = pressed.key.toLowerCase();
    if (where.dialog || where.lifting) {
        return null;
    }
    if (key === 'k' && pressed.ctrlKey !== pressed.metaKey && !pressed.altKey) {
        return 'palette';
    }
    const command = (pressed.ctrlKey || pressed.metaKey || pressed.altKey) && !pressed.altGraph;
    return command || where.typing || !where.singleKeys ? null : (SINGLE[key] ?? null);
}

/** What the dialog of keys lists. */
export const KEY_GROUPS: readonly { title: string; keys: readonly (readonly [keys: string, does: string])[] }[] = [
    {
        title: 'The week',
        keys: [
            ['T', 'To today'],
            ['[', 'A week back'],
            [']', 'A week on'],
        ],
    },
    {
        title: 'Finding',
        keys: [
            ['/', 'Find on the board'],
            ['Enter', 'In the find field: the next match'],
            ['N', 'Next match'],
            ['P', 'Previous match'],
            ['Ctrl K or ⌘ K', 'Go to an office, a customer, a technician or a day'],
        ],
    },
    {
        title: 'On the board',
        keys: [
            ['← ↑ → ↓', 'Move between days and visits'],
            ['Enter', 'Open the customer of a visit'],
            ['Space', 'Lift a visit; arrows choose where, Enter drops, Esc puts it back'],
            ['M', 'Move a visit by a dialog'],
            ['C', 'Collapse or expand all offices'],
            ['G', 'Open or close the map'],
            ['?', 'This list'],
        ],
    },
];

/** Whether the focus stands where keys are text. */
export function takesText(path: readonly EventTarget[]): boolean {
    return path.some((target) => {
        const element = target as Partial<HTMLElement> & { type?: string };
        const name = element.localName;
        return (
            element.isContentEditable === true ||
            name === 'textarea' ||
            name === 'select' ||
            (name === 'input' && !NO_TEXT.has(element.type ?? 'text'))
        );
    });
}

const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']);
