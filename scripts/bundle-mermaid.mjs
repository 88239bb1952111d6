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

/** What of Mermaid's code gives way to src/flow/page. */
const changes = [
  // Text wrapping asks for the width of a line many times per label: it may be told without a layout.
  {
    from: '(line2) => computeWidthOfText(labelGroup, lineHeight, line2) <= width',
    to: '(line2) => globalThis.fitLine(labelGroup, line2, width) ?? computeWidthOfText(labelGroup, lineHeight, line2) <= width',
  },
  {
    from: 'let code = root.select(enclosingDivID_selector).node().innerHTML;',
    to: 'let code = globalThis.serializeDrawing(root.select(enclosingDivID_selector).node());',
  },
];

/** @type {import('esbuild').Plugin} Makes the changes; fails where a new Mermaid no longer has each place exactly once. */
const changeMermaid = {
  name: 'change-mermaid',
  setup(builder) {
    const found = new Map(changes.map(({ from }) => [from, 0]));
    builder.onLoad({ filter: /[\\/]mermaid[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const { from, to } of changes) {
        const parts = contents.split(from);
        found.set(from, (found.get(from) ?? 0) + parts.length - 1);
        contents = parts.join(to);
      }
      return { contents, loader: 'js' };
    });
    builder.onEnd(() => {
      for (const [from, times] of found)
        if (times !== 1) throw new Error(`Expected "${from}" once in Mermaid, found it ${times} times`);
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  banner: {
    js: '// Mermaid (MIT) and the libraries that it draws flowcharts with. See https://mermaid.js.org',
  },
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
    plugins: [flowchartsOnly, changeMermaid],
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
