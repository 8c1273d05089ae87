// Builds the elements into dist/: a hashed ES module each, what they share in chunks, the map's worker, and board.properties,
// which tells the Java side the names; and the service worker of the technician's day.
import { build } from 'esbuild';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the Java side calls a module: the name of its file, and where it begins. */
const MODULES = {
    board: ['dispatch-board', 'src/screen.ts'],
    rail: ['rail', 'src/rail.ts'],
    beside: ['map-pane', 'src/map-pane.ts'],
    map: ['map-window', 'src/map-window.ts'],
    day: ['technician-day', 'src/technician-day.ts'],
    alone: ['day-alone', 'src/day-alone.ts'],
    person: ['person-window', 'src/person-window.ts'],
    comparison: ['side-by-side', 'src/side-by-side.ts'],
    quadrant: ['quadrant-picture', 'src/quadrant-picture.ts'],
    causes: ['causes-picture', 'src/causes-picture.ts'],
};

await rm('dist', { recursive: true, force: true });
const worker = await readFile(fileURLToPath(import.meta.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')), 'utf8');
const workerName = `map-worker-${createHash('sha256').update(worker).digest('hex').slice(0, 8).toUpperCase()}.js`;
const { metafile } = await build({
    entryPoints: Object.fromEntries(Object.values(MODULES)),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: 'dist',
    bundle: true,
    // The map is big and comes only when somebody opens it.
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    loader: { '.css': 'text' },
    define: { MAP_WORKER: JSON.stringify(`./${workerName}`) },
    metafile: true,
});
await writeFile(`dist/${workerName}`, worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
await buildDayWorker(metafile.outputs);
let names = '';
for (const [file, { entryPoint, bytes }] of Object.entries(metafile.outputs)) {
    const module = Object.keys(MODULES).find((name) => entryPoint === MODULES[name][1]);
    names += module ? `${module}.module=board/${basename(file)}\n` : '';
    console.log(`${file} ${Math.ceil(bytes / 1024)} KB`);
}
await writeFile('dist/board.properties', names);

/** The service worker keeps the scripts of its page, whose names are known only now. Its own name never changes. */
async function buildDayWorker(outputs) {
    const begins = Object.keys(outputs).find((file) => outputs[file].entryPoint === MODULES.alone[1]);
    const files = [];
    const gather = (file) => {
        if (!files.includes(file)) {
            files.push(file);
            outputs[file].imports.filter(({ kind }) => kind === 'import-statement').forEach(({ path }) => gather(path));
        }
    };
    gather(begins);
    const kept = files.map((file) => basename(file)).sort();
    await build({
        entryPoints: ['src/day-worker.ts'],
        outfile: 'dist/day-worker.js',
        bundle: true,
        format: 'iife',
        target: 'es2022',
        minify: true,
        define: {
            DAY_FILES: JSON.stringify(kept),
            DAY_BEGINS: JSON.stringify(basename(begins)),
            DAY_CACHE: JSON.stringify(
                `dorothy-day-${createHash('sha256').update(kept.join()).digest('hex').slice(0, 12)}`,
            ),
        },
    });
}
