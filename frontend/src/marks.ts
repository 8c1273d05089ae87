/** The small marks on a card: what matters to this customer, one letter each on the wire. */

export interface Mark {
    sign: string;
    label: string;
}

const MARKS: Record<string, Mark> = {
    r: { sign: '✎', label: 'please remember' },
    p: { sign: 'P', label: 'wants a certain person' },
    n: { sign: 'N', label: 'somebody is never to come' },
    f: { sign: 'F', label: 'wants familiar faces' },
    d: { sign: 'D', label: 'the day matters' },
    w: { sign: 'T', label: 'the time matters' },
    c: { sign: 'C', label: 'call first' },
    l: { sign: 'L', label: 'a language matters' },
    s: { sign: 'S', label: 'a skill is wanted' },
};

const ORDER = Object.keys(MARKS);
const NONE: readonly Mark[] = [];

/** Please-remember first, then in the order above; letters this version does not know are left out. */
export function marksOf(letters: string): readonly Mark[] {
    return letters === ''
        ? NONE
        : ORDER.filter((letter) => letters.includes(letter)).map((letter) => MARKS[letter] as Mark);
}
