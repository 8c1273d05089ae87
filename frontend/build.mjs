// Builds the elements into dist/: a hashed ES module each, and board.properties, which tells the Java side their names.
import { build } from 'esbuild';
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** What the Java side calls a module: the name of its file, and where it begins. */
const MODULES = { board: ['dispatch-board', 'src/screen.ts'], rail: ['rail', 'src/rail.ts'] };

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
    entryPoints: Object.fromEntries(Object.values(MODULES)),
    entryNames: '[name]-[hash]',
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    metafile: true,
});
let names = '';
for (const [file, { entryPoint, bytes }] of Object.entries(metafile.outputs)) {
    const module = Object.keys(MODULES).find((name) => entryPoint === MODULES[name][1]);
    if (module) {
        names += `${module}.module=board/${basename(file)}\n`;
        console.log(`${file} ${Math.ceil(bytes / 1024)} KB`);
    }
}
await writeFile('dist/board.properties', names);
