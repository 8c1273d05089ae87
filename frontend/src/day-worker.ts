/**
 * The service worker of the technician's day. It answers for two things only: for the page `day`, when no network does, with
 * a page of its own; and for the scripts of that page. No other screen, no data and no answer of the server is kept: the day
 * lies in the phone's storage, tied to its person.
 */

/** Names of the scripts, and the one to begin with; written by the build. */
declare const DAY_FILES: readonly string[];
declare const DAY_BEGINS: string;
/** Changes with the scripts. */
declare const DAY_CACHE: string;

interface Lasting extends Event {
    waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
    readonly request: Request;
    respondWith(answer: Promise<Response>): void;
}

interface Worker extends EventTarget {
    readonly registration: { readonly scope: string };
    readonly clients: { claim(): Promise<void> };
    skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;
const KEPT = 'dorothy-day-';
/** In a dead spot a request neither arrives nor fails. */
const PATIENCE_MILLIS = 6_000;
const day = new URL(worker.registration.scope);
const files = new Set(DAY_FILES.map((file) => new URL(`board/${file}`, day).href));

worker.addEventListener('install', (event) => {
    const kept = caches.open(DAY_CACHE).then((cache) => cache.addAll([...files]));
    (event as Lasting).waitUntil(kept.then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
    const old = caches
        .keys()
        .then((names) =>
            Promise.all(
                names.filter((name) => name.startsWith(KEPT) && name !== DAY_CACHE).map((name) => caches.delete(name)),
            ),
        );
    (event as Lasting).waitUntil(old.then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
    const { request } = event as Fetching;
    const url = new URL(request.url);
    if (request.method !== 'GET') {
        return;
    }
    if (request.mode === 'navigate' && url.origin === day.origin && url.pathname === day.pathname) {
        (event as Fetching).respondWith(page(request));
    } else if (files.has(url.href)) {
        (event as Fetching).respondWith(script(request));
    }
});

async function page(request: Request): Promise<Response> {
    let impatience: ReturnType<typeof setTimeout> | undefined;
    const dead = new Promise<never>((_, fail) => {
        impatience = setTimeout(() => fail(new Error('dead spot')), PATIENCE_MILLIS);
    });
    try {
        const response = await Promise.race([fetch(request), dead]);
        // A server behind a proxy that is being started anew.
        return response.status >= 502 && response.status <= 504 ? alone() : response;
    } catch {
        return alone();
    } finally {
        clearTimeout(impatience);
    }
}

async function script(request: Request): Promise<Response> {
    const cache = await caches.open(DAY_CACHE);
    return (await cache.match(request)) ?? fetch(request);
}

function alone(): Response {
    const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>My day · Dorothy</title><style>html{color-scheme:light dark;background:light-dark(#f6f5f2,#16181c);color:light-dark(#23262b,#e8e6e1);font:16px/1.4 system-ui,sans-serif}
body{margin:0}p,a{margin:16px;color:inherit}</style></head><body><main></main><script type="module" src="board/${DAY_BEGINS}"></script></body></html>`;
    return new Response(body, {
        headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy':
                "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
        },
    });
}
