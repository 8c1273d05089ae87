// Installs the other schedulers into target/, where nothing is shipped from, and serves a page for each over the same data.
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = here('../../../target/bench-peers');
export const PEERS = ['daypilot', 'vis-timeline', 'event-calendar'];

/** @param {string} week the board's own answer, as text */
export async function servePeers(week) {
    await mkdir(FOLDER, { recursive: true });
    const lock = await readFile(here('package-lock.json'), 'utf8');
    const before = await readFile(`${FOLDER}/package-lock.json`, 'utf8').catch(() => '');
    const installed = await readFile(`${FOLDER}/node_modules/.package-lock.json`).catch(() => null);
    if (lock !== before || !installed) {
        for (const file of ['package.json', 'package-lock.json']) {
            await cp(here(file), `${FOLDER}/${file}`);
        }
        await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
    }
    const { outputFiles } = await build({
        entryPoints: PEERS.map((peer) => here(`${peer}.mjs`)),
        nodePaths: [`${FOLDER}/node_modules`],
        bundle: true,
        format: 'esm',
        target: 'es2022',
        minify: true,
        loader: { '.css': 'text' },
        outdir: here('.'),
        write: false,
        logLevel: 'error',
    });
    const scripts = new Map(outputFiles.map((file, i) => [`/${PEERS[i]}.js`, file.text]));
    const server = createServer((request, response) => {
        const peer = request.url.slice(1);
        if (request.url === '/week.json') {
            response.setHeader('Content-Type', 'application/json').end(week);
        } else if (scripts.has(request.url)) {
            response.setHeader('Content-Type', 'text/javascript').end(scripts.get(request.url));
        } else if (PEERS.includes(peer)) {
            response
                .setHeader('Content-Type', 'text/html')
                .end(
                    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${peer}</title>` +
                        '<style>body{margin:0;height:100vh;overflow:hidden;font:13px sans-serif}#box{height:100vh}</style>' +
                        `<body><div id="box"></div><script type="module" src="/${peer}.js"></script></body></html>`,
                );
        } else {
            response.writeHead(404).end();
        }
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const stop = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
    };
    return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
