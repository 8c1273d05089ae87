// Bundles the pages' scripts in memory, once, and serves them beside their HTML; for the demo, the browser tests and the bench.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PAGES = {
    '/index.html': './index.html',
    '/bench.html': '../bench/bench.html',
    '/beside.html': './beside.html',
    '/map': './map.html',
    '/person': './person.html',
};
const WORKER = 'map-worker.js';

/** Answers the address of the pages, and how to stop serving them. */
export async function serveDemo(port = 0) {
    const { outputFiles } = await build({
        entryPoints: {
            demo: here('demo.ts'),
            bench: here('../bench/bench-page.ts'),
            beside: here('beside.ts'),
            map: here('map.ts'),
            person: here('person.ts'),
        },
        bundle: true,
        splitting: true,
        loader: { '.css': 'text' },
        define: { MAP_WORKER: JSON.stringify(`./${WORKER}`) },
        format: 'esm',
        target: 'es2022',
        minify: !process.env.READABLE,
        outdir: here('.'),
        write: false,
        tsconfig: here('../tsconfig.json'),
    });
    const scripts = new Map(outputFiles.map((file) => [`/${basename(file.path)}`, file.text]));
    const worker = fileURLToPath(import.meta.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'));
    scripts.set(`/${WORKER}`, await readFile(worker, 'utf8'));
    const server = createServer(async (request, response) => {
        const path = request.url.split('?')[0];
        if (scripts.has(path)) {
            response.setHeader('Content-Type', 'text/javascript').end(scripts.get(path));
        } else if (PAGES[path]) {
            response.setHeader('Content-Type', 'text/html').end(await readFile(here(PAGES[path])));
        } else {
            response.writeHead(404).end();
        }
    });
    await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
    const stop = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
    };
    return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
