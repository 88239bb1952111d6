// Bundles Mermaid's modules for flowcharts into dist/mermaid: loading them one by one takes longer than drawing ten pictures.
//   flowchart-script.js   for the page that draws; src/flow/page spares Mermaid some work there
//   flowchart-parser.mjs  for Node, which reads flowcharts and draws none
// Run when the package is built: node scripts/bundle-mermaid.mjs
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const mermaidFolder = dirname(createRequire(import.meta.url).resolve('mermaid/package.json'));
const mermaidEntry = JSON.stringify(join(mermaidFolder, 'dist/mermaid.core.mjs'));

/** What Mermaid loads when it meets a flowchart; the modules of other diagrams stay out. */
const wanted = /\/(?:flowDiagram|dagre)-\w+\.mjs$/;

/** @type {import('esbuild').Plugin} */
const flowchartsOnly = {
  name: 'flowcharts-only',
  setup(builder) {
    builder.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && !wanted.test(path) ? { path, external: true } : undefined,
    );
  },
};

/** Text wrapping asks for the width of a line many times per label: `globalThis.fitLine` may answer without a layout. */
const fits = {
  from: '(line2) => computeWidthOfText(labelGroup, lineHeight, line2) <= width',
  to: '(line2) => globalThis.fitLine(labelGroup, line2, width) ?? computeWidthOfText(labelGroup, lineHeight, line2) <= width',
};

/** @type {import('esbuild').Plugin} Puts `fits.to` where one of Mermaid's modules has `fits.from`; fails where a new Mermaid no longer has exactly one. */
const fitLines = {
  name: 'fit-lines',
  setup(builder) {
    let found = 0;
    builder.onLoad({ filter: /[\\/]mermaid\.core[\\/].*\.mjs$/ }, async ({ path }) => {
      const parts = (await readFile(path, 'utf8')).split(fits.from);
      found += parts.length - 1;
      return { contents: parts.join(fits.to), loader: 'js' };
    });
    builder.onEnd(() => {
      if (found !== 1) throw new Error(`Expected "${fits.from}" once in Mermaid, found it ${found} times`);
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  banner: { js: '// Mermaid (MIT) and the libraries that it draws flowcharts with. See https://mermaid.js.org' },
  logLevel: 'error',
};

const relief = JSON.stringify(join(root, 'src/flow/page/relieve-mermaid.ts'));
await Promise.all([
  build({
    ...shared,
    stdin: {
      contents: `
        import mermaid from ${mermaidEntry};
        import purifier from 'dompurify';
        import rough from 'roughjs';
        import { relieveMermaid } from ${relief};
        relieveMermaid({ mermaid, purifier, rough });`,
      // Mermaid's own DOMPurify and rough.js, not another version of them.
      resolveDir: mermaidFolder,
    },
    outfile: join(root, 'dist/mermaid/flowchart-script.js'),
    format: 'iife',
    target: 'chrome109',
    plugins: [flowchartsOnly, fitLines],
  }),
  build({
    ...shared,
    stdin: {
      contents: `export { default as mermaid } from ${mermaidEntry}; export { default as purifier } from 'dompurify';`,
      resolveDir: mermaidFolder,
    },
    outfile: join(root, 'dist/mermaid/flowchart-parser.mjs'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [flowchartsOnly],
  }),
]);
