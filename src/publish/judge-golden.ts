// Runs golden queries against a built site, in the engine that its readers use.
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchEngine, SearchHit } from '../../site/scripts/search-engine/types.ts';
import { articleUrl } from '../model/article.ts';
import type { GoldenQuery } from './golden-queries.ts';
import { openSiteSearch } from './query-index.ts';
import { markerFile } from './swap-site.ts';

export interface GoldenResult extends GoldenQuery {
  /** `missing`: the site has no such article. `skipped`: nor need it, being for another audience than the article. */
  readonly state: 'found' | 'failed' | 'missing' | 'skipped';
  /** Place of the expected article among the results, from 1; 0 where it is not one. */
  readonly rank: number;
  /** What came first, at most `shownFirst`. */
  readonly first: readonly { readonly url: string; readonly title: string }[];
}

/** How many results are named where another was expected. */
const shownFirst = 3;

const obsoleteStates: readonly string[] = ['expired', 'archived'];

/** Expired on the day of the build, or archived: left out of results unless it is asked for. */
export function isObsoleteHit({ filters }: Pick<SearchHit, 'filters'>): boolean {
  return [...(filters.validity ?? []), ...(filters.trust ?? [])].some((state) =>
    obsoleteStates.includes(state),
  );
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** The audience that a site was built for; undefined where its marker does not say. */
async function readAudience(siteDir: string): Promise<string | undefined> {
  const marker: unknown = JSON.parse(
    await readFile(path.join(siteDir, markerFile), 'utf8').catch(() => '{}'),
  );
  const { audience } = marker as { audience?: unknown };
  return typeof audience === 'string' ? audience : undefined;
}

/** A function that opens each language's search once. */
function openOnce(siteDir: string): (lang: string) => Promise<SearchEngine> {
  const opened = new Map<string, Promise<SearchEngine>>();
  return (lang) => {
    const engine = opened.get(lang) ?? openSiteSearch(siteDir, lang);
    opened.set(lang, engine);
    return engine;
  };
}

/**
 * What became of each golden query in the site at `siteDir`. In a site that is not for `everything`, the audience that may read
 * all, a query for an article that it lacks is skipped. Raises a `Problem` where the site can't be searched.
 */
export async function judgeGolden(
  siteDir: string,
  queries: readonly GoldenQuery[],
  everything: string | undefined,
): Promise<readonly GoldenResult[]> {
  const open = openOnce(siteDir);
  const whole = (await readAudience(siteDir)) === everything;
  const results: GoldenResult[] = [];
  // One after the other, as one person asks.
  for (const golden of queries) {
    const url = articleUrl({ lang: golden.lang, id: golden.expect });
    if (!(await isThere(path.join(siteDir, url)))) {
      results.push({ ...golden, state: whole ? 'missing' : 'skipped', rank: 0, first: [] });
      continue;
    }
    const { hits } = await (await open(golden.lang)).search(golden.query);
    const shown = hits.filter((hit) => !isObsoleteHit(hit));
    const rank = shown.findIndex((hit) => hit.url === url) + 1;
    results.push({
      ...golden,
      state: rank > 0 && rank <= golden.within ? 'found' : 'failed',
      rank,
      first: shown.slice(0, shownFirst).map((hit) => ({ url: hit.url, title: hit.title })),
    });
  }
  return results;
}

/** Whether a query among `results` did not find what it should. */
export function hasFailed(results: readonly GoldenResult[]): boolean {
  return results.some(({ state }) => state === 'failed' || state === 'missing');
}
