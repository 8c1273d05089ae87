/** Initials and a stable colour for a person. The Java class `Face` in `uikit` has the same two functions. */

/** The page's `--dorothy-face-N`, for a board that stands alone. Each carries white text at a contrast of at least 4.5. */
export const PALETTE = [
    '#2b7a78',
    '#7a5ea8',
    '#b0583a',
    '#a0446b',
    '#4d7c3a',
    '#3b6ea5',
    '#8a6d1d',
    '#94603b',
    '#2b5f75',
    '#5d5bb0',
];

/** Index into a palette, folded over the UTF-16 code units of the technician's code. */
export function colourIndex(code: string, length: number = PALETTE.length): number {
    let hash = 0;
    for (let i = 0; i < code.length; i++) {
        hash = (31 * hash + code.charCodeAt(i)) % 2 ** 31;
    }
    return hash % length;
}

const graphemes = new Intl.Segmenter();
const known = new Map<string, string>();

/** First letters of the first and the last word; whole letters, also where a letter is several code points. */
export function initials(name: string): string {
    let letters = known.get(name);
    if (letters === undefined) {
        const person = wordsOf(name.split(',', 1)[0] ?? '');
        const words = person.length > 1 ? person : wordsOf(name);
        const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
        letters = ends.map((word) => firstLetter(word ?? '')).join('') || '?';
        known.set(name, letters);
    }
    return letters;
}

function wordsOf(text: string): string[] {
    return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function firstLetter(word: string): string {
    for (const { segment } of graphemes.segment(word)) {
        if (/[\p{L}\p{N}]/u.test(segment)) {
            return segment.toLocaleUpperCase('en');
        }
    }
    return '';
}
