// Measures the board in Chromium with 16,800 visits and prints one table: npm run bench
import { startChromium } from '../browser/chromium.mjs';
import { serveDemo } from '../demo/bundle.mjs';

const RUNS = 20;
const { url, stop } = await serveDemo();
const browser = await startChromium(['--enable-precise-memory-info', '--js-flags=--expose-gc']);
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${url}/bench.html`);
await page.waitForFunction(() => window.bench);

// Wall clock tells what a person waits; the thread's own clock also tells the truth on a busy machine.
const clock = await page.context().newCDPSession(page);
await clock.send('Performance.enable', { timeDomain: 'threadTicks' });
const busy = async () => {
    const { metrics } = await clock.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
};

const rows = [];
const figure = (number) => number.toFixed(1);
async function measure(what, goal, run) {
    const began = await busy();
    const times = (await run()).sort((a, b) => a - b);
    const work = (await busy()) - began;
    const at = (share) => figure(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
    rows.push({
        what,
        runs: times.length,
        median: at(0.5),
        p95: at(0.95),
        goal,
        'cpu a run': figure(work / times.length),
    });
}

const before = await page.evaluate(() => window.bench.heap());
await page.evaluate(() => window.bench.firstPaint()); // warms the browser up, as the sign-in page would
const firstPaint = async (part) => {
    const times = [];
    for (let run = 0; run < RUNS; run++) {
        times.push((await page.evaluate(() => window.bench.firstPaint()))[part]);
    }
    return times;
};
await measure('first paint after data', 150, () => firstPaint(0));
await measure('all visits read, out of view too', '', () => firstPaint(1));
const move = (runs, part) =>
    page.evaluate(([count, name]) => window.bench.move(count).then((times) => times[name]), [runs, part]);
await measure('one move, script and layout', 12, () => move(RUNS, 'work'));
await measure('one move, until painted', '', () => move(RUNS, 'frame'));
await measure('lift until verdicts are painted', '', () => page.evaluate((runs) => window.bench.lift(runs), RUNS));
const search = (part) =>
    page.evaluate(([runs, name]) => window.bench.search(runs).then((times) => times[name]), [RUNS, part]);
await measure('search over all, script', 50, () => search('work'));
await measure('search over all, until painted', '', () => search('frame'));
await measure('scroll 120 px a frame, between frames', 33, () => page.evaluate(() => window.bench.scroll(120)));
await measure('scroll a screen a frame, between frames', '', () => page.evaluate(() => window.bench.scroll(800)));
const nodes = await page.evaluate(() => window.bench.nodes());
const after = await page.evaluate(() => window.bench.heap());
const visits = await page.evaluate(() => window.bench.visits);

console.log(`${visits} visits, ${nodes} nodes in the page, Chromium ${browser.version()}`);
console.log('Milliseconds; cpu is what the main thread of the page used, opening the board included.');
console.table(rows);
console.log(
    `Heap: ${figure(after)} MB with the board, ${figure(before)} MB before; both hold the bench's own copy of the data.`,
);
await browser.close();
await stop();
