// Where the package keeps Mermaid's modules for flowcharts, bundled by scripts/bundle-mermaid.mjs when the package is built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem } from '../model/problem.ts';

const files = {
  /** Mermaid, with what it draws with, for Node and for the page that draws. */
  flowcharts: 'flowcharts.mjs',
  /** Of src/flow/page, for the page that draws. */
  page: 'page.mjs',
};

/** The path of a bundle, from `src/` (tests) and from `dist/src/` (installed) alike. Raises a `Problem` where the package was not built. */
export function mermaidBundle(name: keyof typeof files): string {
  const here = import.meta.url;
  const folder = /\/dist\/src\/flow\//.test(here) ? '../../mermaid/' : '../../dist/mermaid/';
  const file = fileURLToPath(new URL(folder + files[name], here));
  if (existsSync(file)) return file;
  throw new Problem(
    {
      fr: 'Mermaid est absent du paquet ; dans un clone du projet, lancez « npm run compile »',
      en: 'Unexpected package without Mermaid; in a clone of the project, run `npm run compile`',
    },
    file,
  );
}
