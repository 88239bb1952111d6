// Where the package keeps Mermaid's modules for flowcharts, bundled by scripts/bundle-mermaid.mjs when the package is built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const files = {
  /** A classic script for the page that draws. */
  script: 'flowchart-script.js',
  /** A module for Node, which reads. */
  parser: 'flowchart-parser.mjs',
};

/** The path of a bundle, from `src/` (tests) and from `dist/src/` (installed) alike. Throws where the package was not built. */
export function mermaidBundle(name: keyof typeof files): string {
  const here = import.meta.url;
  const folder = /\/dist\/src\/flow\//.test(here) ? '../../mermaid/' : '../../dist/mermaid/';
  const file = fileURLToPath(new URL(folder + files[name], here));
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run compile\``);
  return file;
}
