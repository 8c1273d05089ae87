// The board on the real screen of a running server, and other schedulers over the same data, in Chromium; started by the
// benchmark "board", which names address, user, password, offices and first day in DOROTHY_BENCH_*.
// Standard output carries the lines of the table, grouped by what is measured.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../browser/chromium.mjs';
import { PEERS, servePeers } from './peers/peers.mjs';

const { DOROTHY_BENCH_ADDRESS: address, DOROTHY_BENCH_USER: user, DOROTHY_BENCH_PASSWORD: password } = process.env;
const RUNS = Number(process.env.DOROTHY_BENCH_RUNS ?? 20);
const SCROLLS = Math.ceil(RUNS / 2);
/** Pixels a frame: eight screens a second, as fast as a hand turns a wheel. */
const STEP = 120;
/** Milliseconds that one operation of another scheduler may take in all. */
const BUDGET = 10_000;
/** Milliseconds that one scroll from top to bottom may take, and the hour of work. */
const PATIENCE = 20_000;
const HOUR_PATIENCE = 120_000;
/** Milliseconds that all of one other scheduler may take; what it has not done by then is not in the table, and said. */
const PEER_PATIENCE = 150_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { framesOf, line, runsWithin } = await bundled('figures.ts').then(
    (text) => import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`),
);
process.env.CHROMIUM ??= process.env.DOROTHY_CHROMIUM;

async function bundled(entry, format = 'esm') {
    const { outputFiles } = await build({
        entryPoints: [here(entry)],
        bundle: true,
        format,
        target: 'es2022',
        write: false,
        tsconfig: here('../tsconfig.json'),
    });
    return outputFiles[0].text;
}

const say = (sentence) => console.error(sentence);
/** What is measured, in the order of the table. */
const OPERATIONS = [
    ['first paint after data', 'ms', '<= 150'],
    // Nobody else reads the rest later.
    ['all visits read, out of view too', 'ms', ''],
    ['one move, script and layout', 'ms', '<= 12'],
    ['one move, until painted', 'ms', ''],
    ['search over all, script and layout', 'ms', '<= 50'],
    ['search over all, until painted', 'ms', ''],
    // Two frames of a screen that draws sixty a second are 33.3 ms.
    ['scroll top to bottom, longest frame', 'ms', '<= 33.4'],
    ['scroll top to bottom, all frames', 'ms', ''],
    ['browser heap', 'MB', ''],
    ['browser heap after an hour of work', 'MB', '<= 120'],
    ['nodes in the page', '', ''],
];
const results = new Map(OPERATIONS.map(([name]) => [name, []]));
function keep(operation, who, times) {
    results.get(operation).push([who, times]);
    // At once too: what was measured is not lost when a later one is broken off.
    say(line(`${operation}: ${who}`, ...unitAndGoal(operation, who), times));
}

const notes = [];
let browser = await freshBrowser();
say(`Chromium ${browser.version()}, headless, drawn by the processor; 1440 × 900`);
// The browser goes with us, however we end.
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
        notes.push('Broken off before its end.');
        printTable();
        void browser.close().finally(() => process.exit(1));
    });
}
try {
    const week = await measureDorothy();
    const peers = await servePeers(week).catch((error) => {
        notes.push(`The other schedulers could not be installed: ${String(error.message).split('\n')[0]}`);
        return null;
    });
    if (peers) {
        try {
            for (const peer of PEERS) {
                // Each in a browser of its own, which can be closed under a scheduler that does not come back.
                await browser.close();
                browser = await freshBrowser();
                const limit = setTimeout(() => {
                    notes.push(
                        `${peer} was not done after ${PEER_PATIENCE / 1000} s; what is missing was not reached.`,
                    );
                    void browser.close();
                }, PEER_PATIENCE);
                await measurePeer(peers.url, peer).finally(() => clearTimeout(limit));
            }
        } finally {
            await peers.stop();
        }
    }
} finally {
    await browser.close();
}
printTable();

function freshBrowser() {
    return startChromium(['--enable-precise-memory-info', '--js-flags=--expose-gc']);
}

function unitAndGoal(operation, who) {
    const [, unit, goal] = OPERATIONS.find(([name]) => name === operation);
    return [unit, who === 'Dorothy' ? goal : ''];
}

function printTable() {
    for (const [operation, found] of results) {
        for (const [who, times] of found) {
            console.log(line(`${operation}: ${who}`, ...unitAndGoal(operation, who), times));
        }
    }
    notes.forEach((note) => console.log(`note|${note}`));
}

/** Answers the snapshot's text. */
async function measureDorothy() {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript({ content: await bundled('screen-page.ts', 'iife') });
    const page = await context.newPage();
    await page.goto(`${address}/login`);
    await page.fill('input[name=username]', user);
    await page.fill('input[name=password]', password);
    await page.press('input[name=password]', 'Enter');
    await page.waitForSelector('dispatch-board');

    say('Dorothy: first paint');
    const { DOROTHY_BENCH_OFFICES: offices, DOROTHY_BENCH_FROM: from } = process.env;
    const firstPaints = [];
    const wholes = [];
    for (let run = -2; run < RUNS; run++) {
        await page.goto('about:blank');
        await page.goto(`${address}/?offices=${offices}&from=${from}`, { waitUntil: 'commit' });
        const [inView, whole] = await page.evaluate(() => window.screenBench.firstPaint());
        if (run >= 0) {
            firstPaints.push(inView);
            wholes.push(whole);
        }
        await page.waitForTimeout(300);
    }
    keep('first paint after data', 'Dorothy', firstPaints);
    keep('all visits read, out of view too', 'Dorothy', wholes);
    keep('nodes in the page', 'Dorothy', [await page.evaluate(() => window.screenBench.nodes())]);
    keep('browser heap', 'Dorothy', [await heap(page)]);
    await page.evaluate(() => window.screenBench.copy());
    say(`Dorothy: ${await page.evaluate(() => window.screenBench.visits())} visits; moves, searches, scrolling`);
    const moves = await page.evaluate((runs) => window.screenBench.moves(runs), RUNS);
    keep('one move, script and layout', 'Dorothy', moves.work);
    keep('one move, until painted', 'Dorothy', moves.frame);
    const searches = await page.evaluate(() => window.screenBench.searches());
    keep('search over all, script and layout', 'Dorothy', searches.work);
    keep('search over all, until painted', 'Dorothy', searches.frame);
    const frames = [];
    for (let run = 0; run < SCROLLS; run++) {
        frames.push(
            framesOf(await page.evaluate(([step, most]) => window.screenBench.scroll(step, most), [STEP, PATIENCE])),
        );
    }
    keep('scroll top to bottom, longest frame', 'Dorothy', frames.map(longest));
    keep('scroll top to bottom, all frames', 'Dorothy', frames.flat());
    say('Dorothy: an hour of work');
    const made = await page.evaluate((most) => window.screenBench.hour(most), HOUR_PATIENCE);
    await page.evaluate(() => window.screenBench.forget());
    keep('browser heap after an hour of work', 'Dorothy', [await heap(page)]);
    const hour = await page.evaluate(() => window.screenBench.HOUR);
    notes.push(
        `An hour of work: ${made === hour.moves ? '' : `broken off after ${made} of `}${hour.moves} moves by others, ${hour.pickUps} pick-ups, ${hour.searches} searches, ` +
            `${hour.zooms} zooms, ${2 * hour.weeks} changes of week, ${hour.screens} screens scrolled; without the waiting.`,
    );
    const path = `${address}/api/board?offices=${offices}&from=${from}&days=7`;
    const text = await (await context.request.get(path)).text();
    await context.close();
    return text;
}

async function measurePeer(url, peer) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
        const page = await context.newPage();
        const open = async () => {
            await page.goto('about:blank');
            await page.goto(`${url}/${peer}`);
            await page.waitForFunction(() => window.peer);
            return page.evaluate(() => window.peer.firstPaint());
        };
        const warm = await open();
        const { name, note } = await page.evaluate(() => ({ name: window.peer.name, note: window.peer.note }));
        say(`${name}: ${await page.evaluate(() => window.peer.events())} events`);
        if (note) {
            notes.push(`${name}: ${note}`);
        }
        const times = [];
        for (let run = runsWithin(BUDGET, warm, RUNS, 2); run > 0; run--) {
            times.push(await open());
        }
        keep('first paint after data', name, times);
        keep('nodes in the page', name, [await page.evaluate(() => window.peer.nodes())]);
        for (const [operation, what] of [
            ['one move, until painted', 'moves'],
            ['search over all, until painted', 'searches'],
        ]) {
            const [one] = await page.evaluate((call) => window.peer[call](1), what);
            const runs = runsWithin(BUDGET, one, RUNS, 2);
            keep(operation, name, await page.evaluate(([call, often]) => window.peer[call](often), [what, runs]));
        }
        const scrolled = await page.evaluate(([step, most]) => window.peer.scroll(step, most), [STEP, PATIENCE]);
        const frames = [framesOf(scrolled.moments)];
        const spent = scrolled.moments.at(-1) - scrolled.moments[0];
        for (let run = runsWithin(BUDGET, spent, SCROLLS, 1); run > 1; run--) {
            frames.push(
                framesOf(
                    (await page.evaluate(([step, most]) => window.peer.scroll(step, most), [STEP, PATIENCE])).moments,
                ),
            );
        }
        keep('scroll top to bottom, longest frame', name, frames.map(longest));
        keep('scroll top to bottom, all frames', name, frames.flat());
        keep('browser heap', name, [await heap(page)]);
        if (scrolled.reached < scrolled.height - STEP) {
            notes.push(`${name}: scrolled ${Math.round(scrolled.reached)} of ${scrolled.height} pixels.`);
        }
    } catch (error) {
        if (browser.isConnected()) {
            notes.push(`${peer} broke off: ${String(error.message).split('\n')[0]}`);
        }
    } finally {
        await context.close().catch(() => {});
    }
}

/** Megabytes of script after everything unneeded is thrown away. */
async function heap(page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('HeapProfiler.enable');
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    await devtools.detach();
    return usedSize / 2 ** 20;
}

function longest(frames) {
    return Math.max(...frames);
}
