import { describe, expect, it } from 'vitest';
import { card } from './board-fixture.js';
import { visitOf } from './board-model.js';
import { startBeside } from './lifting.js';

describe('visits moved together along the hours', () => {
    const at = (start: string | null) => visitOf(card('D10', { 9: start, 10: 30 }));

    it('keep their distance in time', () => {
        expect(startBeside(at('09:00'), at('10:30'), '13:15')).toBe('14:45');
        expect(startBeside(at('09:00'), at('08:00'), '13:15')).toBe('12:15');
    });

    it('stay within the day', () => {
        expect(startBeside(at('09:00'), at('16:00'), '20:00')).toBe('23:30');
        expect(startBeside(at('09:00'), at('08:00'), '00:15')).toBe('00:00');
    });

    it('leave the start to the server where one has none', () => {
        expect(startBeside(at(null), at('10:30'), '13:15')).toBeNull();
        expect(startBeside(at('09:00'), at(null), '13:15')).toBeNull();
    });
});
