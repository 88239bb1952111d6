// Looks at a staged site before it may replace the last one: every link of the plan has its file, and search has its index.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import type { AssetFile } from './package-assets.ts';
import type { SitePlan } from './site-plan.ts';

/** Raises a `Problem` that names the first file that should be in `folder` and is not. */
export async function checkSite(
  plan: SitePlan,
  assets: readonly AssetFile[],
  folder: string,
  indexedPages: number,
): Promise<void> {
  const expected = [
    ...[...plan.pages, ...plan.files].map(({ url }) => url),
    ...plan.media.map(({ to }) => to),
    ...assets.map(({ to }) => to),
    'sw.js',
  ];
  const missing = await Promise.all(
    expected.map((file) =>
      access(path.join(folder, file)).then(
        () => undefined,
        () => file,
      ),
    ),
  );
  const [first] = missing.filter((file) => file !== undefined);
  if (first !== undefined) {
    throw new Problem({
      fr: `Site incomplet : ${first} n’a pas été écrit ; le dernier bon site reste en place`,
      en: `Incomplete site: ${first} was not written; the last good site stays in place`,
    });
  }
  if (indexedPages !== plan.articles.length) {
    throw new Problem({
      fr: `Index de recherche incomplet : ${indexedPages} articles sur ${plan.articles.length} ; le dernier bon site reste en place`,
      en: `Incomplete search index: ${indexedPages} articles of ${plan.articles.length}; the last good site stays in place`,
    });
  }
}
