import { describe, expect, it } from 'vitest';
import { board, card } from './board-fixture.js';
import { Finder, fold, indexOf, termsOf, type Index } from './find.js';

function found(find: string, index: Index | null = null, ...names: string[]): string[] {
    const model = board(...names.map((name, i) => card(`v${i}`, { 2: `c${i}`, 3: name })));
    const matches = new Finder(model).matcher(find, index);
    return matches ? [...model.visits()].filter(matches).map(({ name }) => name) : names;
}

describe('find', () => {
    it('does not mind case and accents, on either side', () => {
        expect(found('zoe nunez', null, 'Zoë Núñez', 'Ana')).toEqual(['Zoë Núñez']);
        expect(found('ÉCOLE', null, 'ecole des Amis')).toEqual(['ecole des Amis']);
        expect(found('lodz strasse', null, 'Łódź Straße')).toEqual(['Łódź Straße']);
    });

    it('finds Arabic with and without vowel signs and stretched letters', () => {
        expect(found('محمد', null, 'مُحَمَّد عبد الله', 'سارة')).toEqual(['مُحَمَّد عبد الله']);
        expect(found('احمد', null, 'أحمـــد')).toEqual(['أحمـــد']);
    });

    it('finds Chinese by a part of a word', () => {
        expect(found('小红', null, '王小红花店', '李明')).toEqual(['王小红花店']);
    });

    it('takes markup and patterns as text', () => {
        expect(found('<b>', null, '<b>Bold</b> Bakery', 'Bold')).toEqual(['<b>Bold</b> Bakery']);
        expect(found('a.c (', null, 'abc (x', 'a.c (x')).toEqual(['a.c (x']);
    });

    it('wants every word, wherever it stands', () => {
        const index = indexOf([['c0', 'Dorothy Hale', '7 Market Lane', 'Will you be the one doing the service?']]);
        expect(found('dorothy market', index, 'Dorothy', 'Rosa')).toEqual(['Dorothy']);
        expect(found('the one cy', index, 'Dorothy', 'Rosa')).toEqual(['Dorothy']);
        expect(found('dorothy sunday', index, 'Dorothy', 'Rosa')).toEqual([]);
    });

    it('knows the technician and the route from the card', () => {
        expect(found('lindgren', null, 'Dorothy')).toEqual(['Dorothy']);
        expect(found('north', null, 'Dorothy')).toEqual(['Dorothy']);
    });

    it('looks for nothing when nothing is written', () => {
        expect(new Finder(board()).matcher('   ', null)).toBeNull();
        expect(termsOf(' a  b a ')).toEqual(['a', 'b']);
        expect(fold('  Straße ')).toBe('strasse');
    });
});
