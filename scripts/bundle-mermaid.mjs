// Bundles Mermaid's modules for flowcharts into dist/mermaid: loading them one by one takes longer than drawing ten pictures.
//   flowcharts.mjs  Mermaid, for Node, which reads, and for the page, which draws
//   page.mjs        src/flow/page, which spares Mermaid some work in the page
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

/** What of Mermaid's code gives way to quicker code; where src/flow/page is not there, as in Node, the code is Mermaid's own. */
const changes = [
  // Text wrapping asks for the width of a line many times per label: it may be told without a layout.
  {
    from: '(line2) => computeWidthOfText(labelGroup, lineHeight, line2) <= width',
    to: '(line2) => globalThis.fitLine?.(labelGroup, line2, width) ?? computeWidthOfText(labelGroup, lineHeight, line2) <= width',
  },
  {
    from: 'let code = root.select(enclosingDivID_selector).node().innerHTML;',
    to: 'const frame = root.select(enclosingDivID_selector).node(); let code = globalThis.serializeDrawing?.(frame) ?? frame.innerHTML;',
  },
  // Whoever asks for one setting gets a copy of them all, hundreds of times per flowchart. None is changed but those of flowcharts.
  {
    from: 'return assignWithDepth_default({}, currentConfig);',
    to: 'return { ...currentConfig, flowchart: { ...currentConfig.flowchart } };',
  },
  // Only lines of another look have use for their length.
  {
    from: 'const len = typeof pathNode.getTotalLength === "function" ? pathNode.getTotalLength() : 0;',
    to: 'const len = edge.look === "neo" ? pathNode.getTotalLength() : 0;',
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
  format: 'esm',
  target: ['chrome109', 'node20'],
  legalComments: 'eof',
  logLevel: 'error',
};

await Promise.all([
  build({
    ...shared,
    stdin: {
      contents: `
        export { default as mermaid } from ${mermaidEntry};
        export { default as purifier } from 'dompurify';
        export { default as rough } from 'roughjs';`,
      // Mermaid's own DOMPurify and rough.js, not another version of them.
      resolveDir: mermaidFolder,
    },
    outfile: join(root, 'dist/mermaid/flowcharts.mjs'),
    plugins: [flowchartsOnly, changeMermaid],
    banner: {
      js: '// Mermaid (MIT) and the libraries that it draws flowcharts with; each package carries its licence.',
    },
  }),
  build({
    ...shared,
    entryPoints: [join(root, 'src/flow/page/relieve-mermaid.ts')],
    outfile: join(root, 'dist/mermaid/page.mjs'),
  }),
]);
