// Writes a planned site and lets its search index, whose articles Pagefind has by now, be written beside it.
import type { AssetFile } from './package-assets.ts';
import type { RenderPlannedPage } from './page-renderer.ts';
import { completeSearchIndex, type SearchIndexer, type SearchIndexSummary } from './search-index.ts';
import type { SitePlan } from './site-plan.ts';
import { writeSite } from './write-site.ts';

export interface WriteSearchableOptions {
  /** An empty folder. */
  readonly folder: string;
  /** The knowledge base's root, from which media are copied. */
  readonly root: string;
  /** The index, to which every article was added. */
  readonly index: SearchIndexer;
  readonly render: RenderPlannedPage;
  readonly assets: readonly AssetFile[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: 'pages' | 'search', done: number, total: number) => void) | undefined;
}

/**
 * Writes pages, media, assets and search index of `plan` into `folder`. Raises the signal's reason when aborted, a
 * `Problem` when Pagefind fails, and what the disk raises.
 */
export async function writeSearchableSite(
  plan: SitePlan,
  { folder, root, index, render, assets, signal, onProgress }: WriteSearchableOptions,
): Promise<SearchIndexSummary> {
  const indexed = index.write(folder);
  // It is awaited below; without this a failure that comes before would end the process.
  indexed.catch(() => undefined);
  await writeSite(plan, {
    folder,
    root,
    render,
    assets,
    signal,
    onPage: (done, total) => onProgress?.('pages', done, total),
  });
  onProgress?.('search', 0, 1);
  await indexed;
  return completeSearchIndex(folder);
}
