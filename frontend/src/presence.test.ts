import { describe, expect, it } from 'vitest';
import { board, card } from './board-fixture.js';
import { Presence } from './presence.js';

const ben = { visit: 'dorothy', by: 'Ben Okafor', own: false };

describe('a visit that somebody else is moving', () => {
    it('says so in full and, on its card, in short', () => {
        const presence = new Presence();
        presence.take([ben]);
        expect(presence.sentence('dorothy')).toBe('Ben Okafor is moving this');
        expect(presence.brief('dorothy')).toBe('Ben is moving this');
        expect([presence.sentence('rosa'), presence.brief('rosa')]).toEqual([null, null]);
    });

    it('may be in one’s own hands, in another window', () => {
        const presence = new Presence();
        presence.take([{ ...ben, own: true }]);
        expect(presence.sentence('dorothy')).toBe('You are moving this in another window');
        expect(presence.brief('dorothy')).toBe('You are moving this');
    });

    it('warns whoever lifts it too', () => {
        const presence = new Presence();
        const visit = board(card('dorothy')).visit('dorothy')!;
        expect(presence.warning(visit)).toBeNull();
        presence.take([ben]);
        expect(presence.warning(visit)).toBe(
            'Ben Okafor is moving dorothy too. Whoever lets go first is saved; the other is told.',
        );
    });

    it('is drawn again when it is taken up, changes hands, or is let go, and not otherwise', () => {
        const presence = new Presence();
        expect(presence.take([ben])).toEqual(['dorothy']);
        expect(presence.take([{ ...ben }])).toEqual([]);
        expect(presence.take([{ ...ben, by: 'Ivy Vance' }])).toEqual(['dorothy']);
        expect(presence.take([{ ...ben, visit: 'rosa', by: 'Ivy Vance' }])).toEqual(['dorothy', 'rosa']);
        expect(presence.take([])).toEqual(['rosa']);
        expect(presence.brief('rosa')).toBeNull();
    });
});
