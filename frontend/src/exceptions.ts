import type { Visit } from './board-model.js';
import { SIGN } from './signs.js';

/** What needs somebody's eye; each is a chip over the board. A visit can be several of them. */

export type Exception =
    'promise' | 'wish' | 'protocol' | 'double' | 'unlicensed' | 'away' | 'unassigned' | 'unanswered' | 'remember';

export interface ExceptionKind {
    readonly code: Exception;
    readonly one: string;
    readonly many: string;
    /** The same where room is short, of one and of many. */
    readonly brief?: readonly [one: string, many: string];
    readonly look: 'bad' | 'warn' | 'plain';
    readonly holds: (visit: Visit) => boolean;
}

/** In the order of the chips: what hurts the customer first. */
export const EXCEPTIONS: readonly ExceptionKind[] = [
    kind('promise', 'promise broken', 'promises broken', 'bad', (visit) => visit.promisesBroken > 0, [
        'promise',
        'promises',
    ]),
    // A visit with a broken promise is not counted again as a broken wish.
    kind(
        'wish',
        'wish broken',
        'wishes broken',
        'warn',
        (visit) => visit.promisesBroken === 0 && visit.customerLight > 0,
        ['wish', 'wishes'],
    ),
    kind('double', 'double-booked', 'double-booked', 'bad', (visit) => has(visit, SIGN.DOUBLE_BOOKED)),
    kind('unlicensed', 'unlicensed', 'unlicensed', 'bad', (visit) => has(visit, SIGN.UNLICENSED)),
    kind('away', 'technician away', 'technicians away', 'bad', (visit) => has(visit, SIGN.AWAY)),
    kind('unassigned', 'unassigned', 'unassigned', 'plain', isUnassigned),
    kind('unanswered', 'unanswered wish', 'unanswered wishes', 'warn', (visit) => has(visit, SIGN.UNANSWERED), [
        'unanswered',
        'unanswered',
    ]),
    kind('remember', 'reminder not read', 'reminders not read', 'warn', (visit) => has(visit, SIGN.UNREAD), [
        'not read',
        'not read',
    ]),
    kind('protocol', 'protocol', 'protocols', 'plain', (visit) => has(visit, SIGN.PROTOCOL)),
];

export function exceptionOf(code: string | null): ExceptionKind | undefined {
    return EXCEPTIONS.find((kind) => kind.code === code);
}

/** Waits for a day, as the tray shows it. */
export function isUnassigned(visit: Visit): boolean {
    return visit.status === 'unassigned' || visit.date === null;
}

function has(visit: Visit, sign: number): boolean {
    return (visit.signs & sign) !== 0;
}

function kind(
    code: Exception,
    one: string,
    many: string,
    look: ExceptionKind['look'],
    holds: ExceptionKind['holds'],
    brief?: ExceptionKind['brief'],
): ExceptionKind {
    return { code, one, many, look, holds, ...(brief && { brief }) };
}
