// Bundles a page's script in memory and serves it beside its HTML; for the demo, the browser tests and the bench.
import { context } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Answers the address of the pages `demo/` and `bench/`, and how to stop serving them. */
export async function serveDemo(port = 0) {
    const bundler = await context({
        entryPoints: { demo: here('demo.ts'), bench: here('../bench/bench-page.ts') },
        bundle: true,
        format: 'esm',
        target: 'es2022',
        minify: true,
        outdir: here('.'),
        write: false,
        logLevel: 'error',
        tsconfig: here('../tsconfig.json'),
    });
    const server = await bundler.serve({ servedir: here('.'), host: '127.0.0.1', port });
    return { url: `http://127.0.0.1:${server.port}`, stop: () => bundler.dispose() };
}
