// The file by which a folder is known as a site that this program built, and for whom.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import type { SitePlan } from './site-plan.ts';
import { markerFile } from './swap-site.ts';

/** Writes the marker of a site into its `folder`: what was built, and nothing that would differ between two builds of the same input. */
export async function writeMarker(
  folder: string,
  plan: SitePlan,
  { today, audience }: { readonly today: IsoDate; readonly audience: string },
): Promise<void> {
  const marker = {
    version: 1,
    today,
    audience,
    languages: plan.languages,
    articles: plan.articles.length,
    pages: plan.pages.length,
  };
  await writeFile(path.join(folder, markerFile), `${JSON.stringify(marker, null, 2)}\n`);
}

/** The audience that a marker names; undefined for a damaged one. */
function readAudience(text: string): string | undefined {
  try {
    const { audience } = JSON.parse(text) as { readonly audience?: unknown };
    return typeof audience === 'string' ? audience : undefined;
  } catch {
    return undefined;
  }
}

/** Raises a `Problem` where the site in `folder` was built for other readers than `audience`, or does not say for whom; a folder without a site passes. */
export async function checkSiteAudience(folder: string, audience: string): Promise<void> {
  const file = path.join(folder, markerFile);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const builtFor = readAudience(text);
  if (builtFor === audience) return;
  throw new Problem(
    {
      fr: `Site construit pour ${builtFor ?? 'un public inconnu'} ; construisez celui de ${audience} : kb build --audience ${audience} --out DOSSIER, puis donnez ce dossier à --site`,
      en: `Site built for ${builtFor ?? 'an unknown audience'}; build the one for ${audience} with kb build --audience ${audience} --out FOLDER, and give that folder to --site`,
    },
    folder,
  );
}
