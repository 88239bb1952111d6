// Bundles what tsc made of the program into dist/program, with the three libraries that every command loads: a command that reads a few
// files spends most of its time opening modules. What Node loads as it is, because it is large, native or seldom wanted, stays outside.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies, optionalDependencies, peerDependencies } = createRequire(import.meta.url)(
  '../package.json',
);

/** Loaded by every command. */
const bundled = new Set(['commander', 'yaml', 'zod']);
const external = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  .filter((name) => !bundled.has(name))
  .flatMap((name) => [name, `${name}/*`]);

const outdir = join(root, 'dist/program');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: [join(root, 'dist/src/cli/main.js'), join(root, 'dist/src/cli/host.js')],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external,
  chunkNames: 'chunks/[name]-[hash]',
  // commander and yaml are CommonJS, which asks for Node's own modules.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
});
