// A planned site → its folder: written beside the last site, indexed, checked, then put in its place.
import { rm } from 'node:fs/promises';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';
import { checkSite } from './check-site.ts';
import type { GoldenQuery } from './golden-queries.ts';
import { type GoldenResult, hasFailed, judgeGolden } from './judge-golden.ts';
import { writeOfflineFiles } from './offline-files.ts';
import type { AssetFile } from './package-assets.ts';
import type { RenderPlannedPage } from './page-renderer.ts';
import type { SearchIndexer } from './search-index.ts';
import { writeMarker } from './site-marker.ts';
import type { SitePlan } from './site-plan.ts';
import { makeStaging, recoverSite, siblingOf, swapSite } from './swap-site.ts';
import { writeSearchableSite } from './write-searchable-site.ts';
import { zipFileOf, zipSite } from './zip-site.ts';

/** The steps that a build reports while it runs, in their order. */
export type BuildStep = 'articles' | 'flowcharts' | 'pages' | 'search' | 'check' | 'zip' | 'swap';

export interface ReplaceOptions {
  /** Absolute path of the folder that the site replaces. */
  readonly out: string;
  /** Root of the base, where the media are. */
  readonly root: string;
  readonly config: Config;
  readonly today: IsoDate;
  readonly audience: string;
  readonly assets: readonly AssetFile[];
  readonly offline: boolean;
  /** Whether the site is written a second time as one file beside `out`. */
  readonly zip?: boolean | undefined;
  /** Run before the swap, where there are any: where one fails, the last site stays. */
  readonly queries: readonly GoldenQuery[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: BuildStep, done: number, total: number) => void) | undefined;
}

/** An error of the disk, told as a problem; anything else stays as it is. */
function asProblem(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error) || !('syscall' in error))
    return error;
  return writeProblem(out, error, {
    fr: 'le dernier bon site reste en place',
    en: 'the last good site stays in place',
  });
}

/** Writes the site beside the last one, checks it, and puts it in its place, unless a golden query fails. Returns what became of those. */
export async function replaceSite(
  plan: SitePlan,
  index: SearchIndexer,
  render: RenderPlannedPage,
  options: ReplaceOptions,
): Promise<readonly GoldenResult[] | undefined> {
  const { out, root, assets, config, today: builtOn, signal, onProgress } = options;
  const { name, lang } = config;
  try {
    await recoverSite(out);
    const staging = await makeStaging(out);
    const written = await writeSearchableSite(plan, {
      folder: staging,
      root,
      index,
      render,
      assets,
      signal,
      onProgress,
    });
    signal?.throwIfAborted();
    await writeMarker(staging, plan, options);
    await writeOfflineFiles(staging, options.offline ? { name, lang, builtOn, signal } : undefined);
    await checkSite(plan, assets, staging, written.pages);
    signal?.throwIfAborted();
    if (options.queries) onProgress?.('check', 0, 1);
    // Against the index that is about to ship, in its own engine.
    const golden = options.queries && (await judgeGolden(staging, options.queries, config.audiences[0]));
    signal?.throwIfAborted();
    if (golden && hasFailed(golden)) {
      await rm(staging, { recursive: true, force: true });
      return golden;
    }
    if (options.zip) onProgress?.('zip', 0, 1);
    const zip = zipFileOf(out);
    const placeZip = options.zip ? await zipSite(staging, zip, { name, lang, builtOn, signal }) : undefined;
    signal?.throwIfAborted();
    onProgress?.('swap', 0, 1);
    await swapSite(staging, out);
    await placeZip?.();
    return golden;
  } catch (error) {
    // Pagefind may still be writing into what is to be removed.
    await index.close();
    for (const left of [out, zipFileOf(out)])
      await rm(siblingOf(left, 'staging', process.pid), { recursive: true, force: true }).catch(
        () => undefined,
      );
    throw asProblem(error, out);
  }
}
