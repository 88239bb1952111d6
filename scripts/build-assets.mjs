// Bundles what the reader's browser receives: the style sheets, the classic scripts and the icon, into dist/site/assets. Run when the package is built:
// node scripts/build-assets.mjs [folder]
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
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
  quiz: 'site/scripts/quiz.ts',
  cases: 'site/scripts/cases.ts',
  context: 'site/scripts/context.ts',
  macros: 'site/scripts/macros.ts',
  values: 'site/scripts/values.ts',
  'follow-ups': 'site/scripts/follow-ups.ts',
  keypad: 'site/scripts/keypad.ts',
  path: 'site/scripts/path.ts',
  home: 'site/scripts/home.ts',
  go: 'site/scripts/go.ts',
  field: 'site/scripts/field/field.ts',
  urgent: 'site/scripts/field/urgent.ts',
  usage: 'site/scripts/usage/usage.ts',
  dev: 'site/scripts/dev.ts',
  offline: 'site/scripts/offline/offline.ts',
  worker: 'site/scripts/offline/worker.ts',
  'worker-end': 'site/scripts/offline/worker-end.ts',
};

/** Style sheets: one for every page, the others for the pages that need them. */
const styles = {
  kb: 'site/styles/kb.css',
  picture: 'site/styles/picture-page.css',
  guide: 'site/styles/guide-page.css',
  quiz: 'site/styles/quiz-page.css',
  cases: 'site/styles/cases.css',
  context: 'site/styles/context.css',
  macros: 'site/styles/macros.css',
  'follow-ups': 'site/styles/follow-ups.css',
  keypad: 'site/styles/keypad.css',
  printed: 'site/styles/printed.css',
  health: 'site/styles/health-page.css',
  field: 'site/styles/field-dialogs.css',
  urgent: 'site/styles/urgent.css',
  search: 'site/styles/search-page.css',
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
    // It runs in pages of other tools, whose browsers nobody knows.
    build({
      ...shared,
      entryPoints: { embed: 'site/scripts/embed/embed.ts' },
      format: 'iife',
      target: 'es2019',
    }),
    build({ ...shared, entryPoints: styles }),
    ...['icon.svg', 'icon-192.png', 'icon-512.png'].map((icon) =>
      copyFile(join(root, 'site', icon), join(outDir, icon)),
    ),
  ]);
  for (const name of Object.keys(styles)) {
    const sheet = join(outDir, `${name}.css`);
    await writeFile(sheet, withPlainColours(await readFile(sheet, 'utf8')));
  }
}

/**
 * The sheet with the light theme's colours once more, for browsers that know no `light-dark()` (Chromium before 123, Safari before 17.5): before each
 * declaration, which they skip, and for the variables, where they would show none at all, at the end.
 * @param {string} css minified
 */
function withPlainColours(css) {
  const plain = (/** @type {string} */ text) => text.replaceAll(/light-dark\(([^,]+),[^)]+\)/g, '$1');
  const [variables = ''] = /(?<=^:root\{)[^}]*/.exec(css) ?? [];
  const colours = variables.split(';').filter((line) => line.includes('light-dark('));
  const doubled = css.replaceAll(
    /(?<=[{;])[a-z][a-z-]*:light-dark\([^)]+\)/g,
    (line) => `${plain(line)};${line}`,
  );
  if (colours.length === 0) return doubled;
  return `${doubled}@supports not (color:light-dark(#000,#fff)){:root:root{color-scheme:light;${plain(colours.join(';'))}}}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildAssets(argv[2] ?? join(root, 'dist/site/assets'));
