// Where the package keeps what the reader's browser receives: bundled when the package is built.
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SiteView } from '../../site/view.ts';
import { Problem } from '../model/problem.ts';

/** The folder of bundled styles and scripts. From `src/` (tests) and from `dist/src/` (installed) alike. */
export function packageAssets(): string {
  const here = import.meta.url;
  const inDist = /\/dist\/src\/publish\//.test(here);
  return fileURLToPath(new URL(inDist ? '../../site/assets/' : '../../dist/site/assets/', here));
}

/** Raises a `Problem` where the package was not built. */
export async function checkPackageAssets(): Promise<void> {
  const folder = packageAssets();
  await access(folder).catch((cause: unknown) => {
    throw new Problem(
      {
        fr: 'Fichiers du site absents ; dans un clone du projet, lancez « npm run compile »',
        en: 'Missing site files; in a clone of the project, run `npm run compile`',
      },
      folder,
      cause,
    );
  });
}

/** Addresses of the assets in a site, from its root. */
export const siteAssets: SiteView['assets'] = {
  style: 'assets/kb.css',
  script: 'assets/kb.js',
  theme: 'assets/theme.js',
  search: 'assets/search.js',
  picture: 'assets/picture.js',
  guide: 'assets/guide.js',
  pictureStyle: 'assets/picture.css',
  guideStyle: 'assets/guide.css',
  healthStyle: 'assets/health.css',
  go: 'assets/go.js',
  icon: 'assets/icon.svg',
};
