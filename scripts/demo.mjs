// `npm run demo`: builds the sample base into public/, shows what lint and report say of it, and how to open the site.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The day for which the sample base was written: it has articles in every state then. */
const today = '2026-11-16';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs one `kb` command for the person who watches; resolves to its exit code. */
function kb(...args) {
  console.log(`\n$ npx kb ${args.join(' ')}`);
  return spawnSync(process.execPath, ['bin/kb.js', ...args], { cwd: root, stdio: 'inherit' }).status ?? 2;
}

if (!existsSync(path.join(root, 'dist'))) {
  spawnSync(process.execPath, ['scripts/compile.mjs'], { cwd: root, stdio: 'inherit' });
}

// The sample base holds expired articles on purpose, so lint and report are expected to find some (exit code 1).
const lint = kb('lint', '--today', today);
const report = kb('report', '--today', today);
const build = kb('build', '--check', '--today', today);

if (lint > 1 || report > 1 || build !== 0) {
  process.exitCode = 1;
} else {
  console.log(`
The site is in public/. Open it with a double click on
  ${pathToFileURL(path.join(root, 'public', 'index.html')).href}
or serve it with
  npx kb preview`);
}
