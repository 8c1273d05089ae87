import { describe, expect, it } from 'vitest';
import { allToggled, readCollapsed, toggled, writeCollapsed } from './collapsed.js';

describe('the collapsed offices', () => {
    it('are read and written as one list', () => {
        expect([...readCollapsed('hill,,river')]).toEqual(['hill', 'river']);
        expect(readCollapsed('').size).toBe(0);
        expect(writeCollapsed(readCollapsed('hill,river'))).toBe('hill,river');
    });

    it('lose or gain one', () => {
        const one = readCollapsed('hill');
        expect(writeCollapsed(toggled(one, 'river'))).toBe('hill,river');
        expect(writeCollapsed(toggled(one, 'hill'))).toBe('');
        expect(writeCollapsed(one)).toBe('hill');
    });

    it('are all of them while one is open, then none', () => {
        const offices = ['hill', 'river'];
        expect([...allToggled(readCollapsed('hill'), offices)]).toEqual(offices);
        expect([...allToggled(readCollapsed('river,hill'), offices)]).toEqual([]);
    });
});
