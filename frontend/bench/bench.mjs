// Measures the board in Chromium with 16,800 visits and prints one table: npm run bench
import { startChromium } from '../browser/chromium.mjs';
import { serveDemo } from '../demo/bundle.mjs';

const RUNS = 20;
const { url, stop } = await serveDemo();
const browser = await startChromium(['--enable-precise-memory-info', '--js-flags=--expose-gc']);
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${url}/bench.html`);
await page.waitForFunction(() => window.bench);

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const rows = [];
const report = (what, times, goal) => {
    const sorted = [...times].sort((a, b) => a - b);
    const digits = (number) => number.toFixed(1);
    rows.push({
        what,
        runs: times.length,
        median: digits(at(sorted, 0.5)),
        p95: digits(at(sorted, 0.95)),
        max: digits(sorted.at(-1)),
        goal,
    });
};

const before = await page.evaluate(() => window.bench.heap());
await page.evaluate(() => window.bench.firstPaint()); // warms the browser up, as the sign-in page would
const paints = [];
for (let run = 0; run < RUNS; run++) {
    paints.push(await page.evaluate(() => window.bench.firstPaint()));
}
report('first paint after data, ms', paints, '200');
const moves = await page.evaluate((runs) => window.bench.move(runs), RUNS);
report('one move: work, ms', moves.work, '16');
report('one move: until painted, ms', moves.frame, '');
report('lift until verdicts are painted, ms', await page.evaluate((runs) => window.bench.lift(runs), RUNS), '');
report('scroll 120 px a frame, ms between frames', await page.evaluate(() => window.bench.scroll(120)), '33');
report('scroll a screen a frame, ms between frames', await page.evaluate(() => window.bench.scroll(800)), '');
const nodes = await page.evaluate(() => window.bench.nodes());
const after = await page.evaluate(() => window.bench.heap());

console.log(
    `${await page.evaluate(() => window.bench.visits)} visits, ${nodes} nodes in the page, Chromium ${browser.version()}`,
);
console.table(rows);
console.log(
    `heap: ${after.toFixed(1)} MB with the board, ${before.toFixed(1)} MB before (both with the bench's own copy of the data)`,
);
await browser.close();
await stop();
