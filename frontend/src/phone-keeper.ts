/** Whose days lie in this phone's storage, and what is taken away when somebody leaves it. */

const DAYS = 'dorothy-day:';
const WHO = 'dorothy-day-who';

/** Who looked at their own day here last, for a page that opens where no server can say it. */
export interface Who {
    readonly user: string;
    readonly technician: string;
}

/** Where the keys of one person's day begin. */
export function keysOf(user: string): string {
    return `${DAYS}${user}:`;
}

export function rememberWho(storage: Storage, who: Who): void {
    try {
        storage.setItem(WHO, JSON.stringify(who));
    } catch {
        // A full phone opens no closed page, and goes on in an open one.
    }
}

export function whoWasHere(storage: Storage): Who | null {
    const who = read<Partial<Who>>(storage, WHO);
    return typeof who?.user === 'string' && typeof who.technician === 'string'
        ? { user: who.user, technician: who.technician }
        : null;
}

/** How much this person has entered here that no server has yet. */
export function unsentOf(storage: Storage, user: string): number {
    return keys(storage)
        .filter((key) => key.startsWith(keysOf(user)) && key.endsWith(':kept'))
        .reduce((sum, key) => sum + (read<{ entries?: unknown[] }>(storage, key)?.entries?.length ?? 0), 0);
}

/** They sign out. What they entered and what is half filled in stays until they are here again; all else goes. */
export function leave(storage: Storage, user: string): void {
    forget(storage, (key) => key.startsWith(keysOf(user)));
    if (whoWasHere(storage)?.user === user) {
        storage.removeItem(WHO);
    }
}

/** Somebody is signed in: what others saw here is gone, what they entered is not. */
export function forgetOthers(storage: Storage, user: string): void {
    forget(storage, (key) => !key.startsWith(keysOf(user)));
    const who = whoWasHere(storage);
    if (who !== null && who.user !== user) {
        storage.removeItem(WHO);
    }
}

function forget(storage: Storage, whose: (key: string) => boolean): void {
    for (const key of keys(storage).filter((one) => one.startsWith(DAYS) && whose(one))) {
        if (key.endsWith(':kept')) {
            keepUnsent(storage, key);
        } else if (!key.endsWith(':closings')) {
            storage.removeItem(key);
        }
    }
}

/** What there is only to know has been on the screen; what still needs an answer has words in it that nobody else has. */
function keepUnsent(storage: Storage, key: string): void {
    const kept = read<{ entries?: unknown[]; troubles?: { note?: boolean }[] }>(storage, key);
    const entries = kept?.entries ?? [];
    const troubles = (kept?.troubles ?? []).filter(({ note }) => note !== true);
    if (entries.length === 0 && troubles.length === 0) {
        storage.removeItem(key);
    } else if (troubles.length !== kept?.troubles?.length) {
        storage.setItem(key, JSON.stringify({ entries, troubles }));
    }
}

function keys(storage: Storage): string[] {
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
}

function read<T>(storage: Storage, key: string): T | null {
    try {
        const text = storage.getItem(key);
        return text === null ? null : (JSON.parse(text) as T);
    } catch {
        return null;
    }
}
