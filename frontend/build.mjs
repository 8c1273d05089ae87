// Builds the element into dist/: one hashed ES module, and board.properties, which tells the Java side its name.
import { build } from 'esbuild';
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
    entryPoints: { 'dispatch-board': 'src/screen.ts' },
    entryNames: '[name]-[hash]',
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    metafile: true,
});
const module = basename(Object.keys(metafile.outputs).find((name) => name.endsWith('.js')));
await writeFile('dist/board.properties', `board.module=board/${module}\n`);
console.log(`dist/${module} ${Math.round(metafile.outputs[`dist/${module}`].bytes / 1024)} KB`);
