// Builds the package into dist/: TypeScript, then the styles and scripts of the reader's site. Run by `npm ci` and before packing.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

const require = createRequire(import.meta.url);
const typescript = path.dirname(require.resolve('typescript/package.json'));

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run(path.join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.build.json');
run('scripts/bundle-program.mjs');
run('scripts/build-assets.mjs');
run('scripts/bundle-search.mjs');
run('scripts/bundle-mermaid.mjs');
