import { PALETTE } from './faces.js';

/** The page's colours as a canvas needs them, in the scheme that holds now. */
export interface Paint {
    readonly dark: boolean;
    readonly ink: string;
    readonly panel: string;
    readonly ground: string;
    readonly accent: string;
    /** Of a run that nobody drives. */
    readonly nobody: string;
    readonly onSign: string;
    /** Green, amber, red. */
    readonly tones: readonly [string, string, string];
    readonly faces: readonly string[];
}

/** Signs of the lights. Green is quiet: its shape is enough. */
export const SIGNS = ['', '!', '×'] as const;

/** The names of the design's colours, with what they are on a page that does not say. */
const COLOURS = {
    ink: ['--dorothy-ink', 'light-dark(#23262b, #e8e6e1)'],
    panel: ['--dorothy-panel', 'light-dark(#fff, #1e2126)'],
    ground: ['--dorothy-bg', 'light-dark(#f6f5f2, #16181c)'],
    accent: ['--dorothy-accent', 'light-dark(#2b5f75, #7fb8cf)'],
    nobody: ['--dorothy-soft', 'light-dark(#656970, #6d727b)'],
    onSign: ['--dorothy-on-light', 'light-dark(#fff, #16181c)'],
    ok: ['--dorothy-ok', 'light-dark(#2a7047, #6cc38d)'],
    warn: ['--dorothy-warn', 'light-dark(#955700, #f0b357)'],
    bad: ['--dorothy-bad', 'light-dark(#b3261e, #ff8a80)'],
} as const;

/** Asks the page, through an element of it, so that `light-dark` and `color-mix` are worked out by the browser. */
export function paintOf(host: HTMLElement): Paint {
    const probe = document.createElement('span');
    probe.hidden = true;
    host.append(probe);
    const resolve = (name: string, otherwise: string) => {
        probe.style.color = `var(${name}, ${otherwise})`;
        return getComputedStyle(probe).color;
    };
    const found = Object.fromEntries(
        Object.entries(COLOURS).map(([key, [name, otherwise]]) => [key, resolve(name, otherwise)]),
    ) as Record<keyof typeof COLOURS, string>;
    const faces = PALETTE.map((colour, i) => resolve(`--dorothy-face-${i}`, colour));
    probe.remove();
    const { ink, panel, ground, accent, nobody, onSign, ok, warn, bad } = found;
    return { dark: isDark(ground), ink, panel, ground, accent, nobody, onSign, tones: [ok, warn, bad], faces };
}

/** By the weight of the three colours of `rgb(…)`. */
export function isDark(colour: string): boolean {
    const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
