// Bundles what the reader's browser receives: `kb.css`, the classic scripts and the icon, into dist/site/assets. Run when the package is built:
// node scripts/build-assets.mjs [folder]
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Browsers of the last four years; older ones still get pages that read well without script. */
const target = ['chrome109', 'edge109', 'firefox115', 'safari16'];

/** Entry files below `site/`, and the name of what each becomes. */
const entries = {
  kb: 'site/scripts/kb.ts',
  theme: 'site/scripts/theme.ts',
  search: 'site/scripts/search.ts',
  picture: 'site/scripts/picture.ts',
  guide: 'site/scripts/guide.ts',
  dev: 'site/scripts/dev.ts',
  offline: 'site/scripts/offline/offline.ts',
  worker: 'site/scripts/offline/worker.ts',
  'worker-end': 'site/scripts/offline/worker-end.ts',
};

/**
 * Writes the assets into `outDir`, an absolute path, made where it does not exist. Scripts are classic ones (no modules), because only those run from `file://`.
 * Rejects when something does not bundle.
 * @param {string} outDir
 */
async function buildAssets(outDir) {
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    absWorkingDir: root,
    outdir: outDir,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target,
    logLevel: 'error',
  };
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    build({
      ...shared,
      entryPoints: entries,
      format: 'iife',
    }),
    build({ ...shared, entryPoints: { kb: 'site/styles/kb.css' } }),
    ...['icon.svg', 'icon-192.png', 'icon-512.png'].map((icon) =>
      copyFile(join(root, 'site', icon), join(outDir, icon)),
    ),
  ]);
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildAssets(argv[2] ?? join(root, 'dist/site/assets'));
