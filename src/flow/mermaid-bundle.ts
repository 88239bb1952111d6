// Where the package keeps Mermaid's modules for flowcharts, bundled by scripts/bundle-mermaid.mjs when the package is built.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { Problem } from '../model/problem.ts';

const files = {
  /** Mermaid, with what it draws with, for Node and for the page that draws. */
  flowcharts: 'flowcharts.mjs',
  /** Of src/flow/page, for the page that draws. */
  page: 'page.mjs',
};

/** The path of a bundle. Raises a `Problem` where the package was not built. */
export function mermaidBundle(name: keyof typeof files): string {
  const file = path.join(packageRoot(), 'dist', 'mermaid', files[name]);
  if (existsSync(file)) return file;
  throw new Problem(
    {
      fr: 'Mermaid est absent du paquet ; dans un clone du projet, lancez « npm run compile »',
      en: 'Unexpected package without Mermaid; in a clone of the project, run `npm run compile`',
    },
    file,
  );
}
