import { describe, expect, it } from 'vitest';
import { PALETTE, colourIndex, initials } from './faces.js';

describe('faces', () => {
    it('folds the code into the palette as the Java side does', () => {
        expect(colourIndex('', 10)).toBe(0);
        expect(colourIndex('A', 1000)).toBe(65);
        expect(colourIndex('ab', 100_000)).toBe(31 * 97 + 98);
        // "technician-with-a-long-code".hashCode() & 0x7fffffff in Java, modulo 10
        expect(colourIndex('technician-with-a-long-code', 2 ** 31)).toBe(javaHash('technician-with-a-long-code'));
        expect(colourIndex('技師', 2 ** 31)).toBe(javaHash('技師'));
    });

    it('stays within the palette', () => {
        for (let i = 0; i < 500; i++) {
            expect(colourIndex(`T-${i}`)).toBeLessThan(PALETTE.length);
        }
    });

    it('takes the first letters of the first and the last word', () => {
        expect(initials('Ana Petrov')).toBe('AP');
        expect(initials('Juan Carlos de la Cruz')).toBe('JC');
        expect(initials("Dorothy Hale, Hale's Gifts")).toBe('DH');
        expect(initials('Petrov, Ana')).toBe('PA');
        expect(initials('Ben')).toBe('B');
        expect(initials('  ')).toBe('?');
        expect(initials('<b>Eve</b>')).toBe('B');
    });

    it('keeps letters of other scripts whole', () => {
        expect(initials('王 小明')).toBe('王小');
        expect(initials('محمد علي')).toBe('مع');
        expect(initials('É\u0301lise Öz')).toBe('É\u0301Ö');
    });
});

/** Java's `hashCode` without its sign, computed with 32-bit integers. */
function javaHash(text: string): number {
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
        hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
    }
    return hash & 0x7fffffff;
}
