// Where the package keeps the script that draws flowcharts; scripts/bundle-mermaid.mjs makes it when the package is built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** From `src/` (tests) and from `dist/src/` (installed) alike. Throws where the package was not built. */
export function flowchartScript(): string {
  const here = import.meta.url;
  const inDist = /\/dist\/src\/flow\//.test(here);
  const folder = new URL(inDist ? './page/' : '../../dist/src/flow/page/', here);
  const file = fileURLToPath(new URL('mermaid-flowcharts.js', folder));
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run compile\``);
  return file;
}
