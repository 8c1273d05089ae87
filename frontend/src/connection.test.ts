import { describe, expect, it } from 'vitest';
import { Connection } from './connection.js';

const at = (time: string) => new Date(`2026-10-05T${time}`);
const lostAt = (time: string, why: Parameters<Connection['lose']>[0] = 'silent') => {
    const connection = new Connection(at('08:00:00'));
    connection.hear(at(time));
    connection.lose(why);
    return connection;
};
const sentence = (connection: Connection, loaded = true, drafted = true, now = at('09:30:00')) =>
    connection.notice(loaded, drafted, now)?.sentence;

describe('the connection', () => {
    it('says nothing while it stands', () => {
        expect(new Connection(at('09:05:30')).notice(true, true, at('09:06:00'))).toBeNull();
    });

    it('says from when the picture is, on the clock of the person who looks', () => {
        expect(sentence(lostAt('09:05:30'))).toBe('No connection. You see the board as of 9:05. Your draft is kept.');
        expect(sentence(lostAt('17:02:00'), true, true, new Date('2026-10-06T08:00:00'))).toContain(
            'as of Mon 5 Oct, 17:02.',
        );
    });

    it('says what becomes of moves, and that a first picture is still to come', () => {
        expect(sentence(lostAt('09:05:30'), true, false)).toContain('What you move now waits in your draft.');
        expect(sentence(lostAt('09:05:30'), false, false)).toBe('No connection. The board appears when it is back.');
        expect(sentence(lostAt('09:05:30'), false, true)).toContain('Your draft is kept.');
    });

    it('says how the tries are going, and that there are none without a network', () => {
        const connection = lostAt('09:05:30');
        const progress = () => connection.notice(true, true, at('09:06:00'))?.progress;
        connection.nextTry();
        expect(progress()).toBe('Trying to reconnect');
        connection.nextTry();
        expect(progress()).toBe('Trying to reconnect, 2 times so far');
        connection.lose('offline');
        expect(progress()).toBe('Waiting for the network');
    });

    it('asks who was signed out to sign in, until the page is loaded again', () => {
        const connection = lostAt('09:05:30', 'signed-out');
        expect(connection.lose('offline')).toBe(false);
        expect(connection.notice(true, true, at('09:06:00'))).toEqual({
            sentence: 'You are signed out. You see the board as of 9:05. Your draft is kept.',
            progress: null,
            button: 'Sign in',
        });
    });

    it('tells once that it is lost and once that it is back', () => {
        const connection = new Connection(at('08:00:00'));
        expect([connection.lose('silent'), connection.lose('silent'), connection.lost]).toEqual([true, false, true]);
        expect([connection.find(), connection.find(), connection.lost]).toEqual([true, false, false]);
    });

    it('is tried soon at first, then every quarter of a minute, and soon again after the next loss', () => {
        const connection = lostAt('09:05:30');
        expect(Array.from({ length: 7 }, () => connection.nextTry() / 1_000)).toEqual([1, 2, 4, 8, 15, 15, 15]);
        connection.find();
        connection.lose('silent');
        expect(connection.nextTry()).toBe(1_000);
    });
});
