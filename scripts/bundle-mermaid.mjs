// Makes the script that draws flowcharts: Mermaid's own modules for flowcharts as one classic script, with what src/flow/page puts in their place.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const mermaidFolder = dirname(createRequire(import.meta.url).resolve('mermaid/package.json'));

/** Where the script lies in the package; `src/flow/flowchart-script.ts` reads it there. */
const scriptFile = join(root, 'dist', 'src', 'flow', 'page', 'mermaid-flowcharts.js');

/** Mermaid asks for these when it meets a flowchart; the modules of other diagrams stay out. */
const wanted = /\/(?:flowDiagram|dagre)-\w+\.mjs$/;

/** Changes in Mermaid's modules: what stands there, exactly once, and what is put in its place. */
const changes = [
  {
    from: '(line2) => computeWidthOfText(labelGroup, lineHeight, line2) <= width',
    to: '(line2) => globalThis.fitLine(labelGroup, line2, width) ?? computeWidthOfText(labelGroup, lineHeight, line2) <= width',
  },
];

/** @type {import('esbuild').Plugin} */
const flowchartsOnly = {
  name: 'flowcharts-only',
  setup(builder) {
    const pending = new Map(changes.map((change) => [change.from, 0]));
    builder.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && !wanted.test(path) ? { path, external: true } : undefined,
    );
    builder.onLoad({ filter: /[\\/]mermaid\.core[\\/].*\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const { from, to } of changes) {
        const parts = contents.split(from);
        pending.set(from, (pending.get(from) ?? 0) + parts.length - 1);
        contents = parts.join(to);
      }
      return { contents, loader: 'js' };
    });
    builder.onEnd(() => {
      for (const [from, count] of pending)
        if (count !== 1) throw new Error(`Expected "${from}" once in Mermaid's modules, found it ${count} times`);
    });
  },
};

/** Writes the script to `target` and returns its size in bytes. */
export async function bundleMermaid(target = scriptFile) {
  const relief = JSON.stringify(join(root, 'src', 'flow', 'page', 'relieve-mermaid.ts'));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import mermaid from ${JSON.stringify(join(mermaidFolder, 'dist', 'mermaid.core.mjs'))};
        import purifier from 'dompurify';
        import rough from 'roughjs';
        import { relieveMermaid } from ${relief};
        relieveMermaid({ mermaid, purifier, rough });`,
      resolveDir: mermaidFolder,
    },
    outfile: target,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome109',
    legalComments: 'none',
    banner: { js: '// Mermaid (MIT) and the libraries that it draws flowcharts with. See https://mermaid.js.org' },
    plugins: [flowchartsOnly],
    logLevel: 'error',
    metafile: true,
    write: true,
  });
  return outputFiles;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundleMermaid();
