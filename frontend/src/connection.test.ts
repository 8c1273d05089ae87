import { describe, expect, it } from 'vitest';
import { Connection } from './connection.js';

const at = (time: string) => new Date(`2026-10-05T${time}`);

describe('the connection', () => {
    it('says since when it is lost, on the clock of the person who looks', () => {
        const connection = new Connection();
        expect(connection.sentence).toBeNull();
        expect(connection.lose(at('09:05:30'))).toBe(true);
        expect(connection.lose(at('09:30:00'))).toBe(false);
        expect(connection.sentence).toBe('No connection since 9:05. You can go on looking; moves wait in your draft.');
        expect(connection.find()).toBe(true);
        expect(connection.find()).toBe(false);
        expect(connection.lost).toBe(false);
    });

    it('is tried soon at first, then every quarter of a minute, and soon again after the next loss', () => {
        const connection = new Connection();
        connection.lose(at('09:05:30'));
        const waits = Array.from({ length: 7 }, () => connection.nextTry() / 1_000);
        expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
        connection.find();
        connection.lose(at('10:00:00'));
        expect(connection.nextTry()).toBe(1_000);
    });
});
