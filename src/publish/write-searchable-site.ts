// Writes a planned site together with its search index: Pagefind, the longest part of a build, works beside us from the first article on.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { renderPage } from '../../site/render-page.tsx';
import type { RenderedArticle } from './page-renderer.ts';
import {
  completeSearchIndex,
  type SearchIndexer,
  type SearchIndexSummary,
  startSearchIndex,
} from './search-index.ts';
import type { ArticlePagePlan, PagePlan, SitePlan } from './site-plan.ts';
import { writeSite } from './write-site.ts';

/** The steps that are reported, in their order. */
export type SiteStep = 'articles' | 'pages' | 'search';

export interface WriteSearchableOptions {
  /** An empty folder. */
  readonly folder: string;
  /** The knowledge base's root, from which media are copied. */
  readonly root: string;
  readonly renderArticle: (page: ArticlePagePlan) => RenderedArticle;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: SiteStep, done: number, total: number) => void) | undefined;
}

/** How many articles are rendered before the process looks up, at signals and at the pipe to Pagefind, which takes about three at a time. */
const articlesPerTurn = 2;

/**
 * Writes pages, media, assets and search index of `plan` into `folder`. Raises the signal's reason when aborted, a
 * `Problem` when Pagefind fails, and what the disk raises.
 */
export async function writeSearchableSite(
  plan: SitePlan,
  options: WriteSearchableOptions,
): Promise<SearchIndexSummary> {
  const { folder, root, signal, onProgress } = options;
  const index = startSearchIndex();
  const stop = () => void index.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const bodies = await renderArticles(plan, index, options);
    const indexed = index.write(folder);
    // It is awaited below; without this a failure that comes before would end the process.
    indexed.catch(() => undefined);
    await writeSite(plan, {
      folder,
      root,
      render: (page) =>
        renderPage(page.document ? { ...page.view, bodyHtml: bodies.get(page) ?? '' } : page.view),
      signal,
      onPage: (done, total) => onProgress?.('pages', done, total),
    });
    onProgress?.('search', 0, 1);
    await indexed;
  } finally {
    signal?.removeEventListener('abort', stop);
    await index.close();
  }
  return completeSearchIndex(folder);
}

/** Renders the text of every article and hands it to `index`, before any page: Pagefind takes longest of all. */
async function renderArticles(
  plan: SitePlan,
  index: SearchIndexer,
  { renderArticle, signal, onProgress }: WriteSearchableOptions,
): Promise<ReadonlyMap<PagePlan, string>> {
  const bodies = new Map<PagePlan, string>();
  const pages = plan.pages.filter((page) => page.document !== undefined);
  for (const [done, page] of pages.entries()) {
    if (done % articlesPerTurn === 0) {
      onProgress?.('articles', done, pages.length);
      await nextTurn();
      signal?.throwIfAborted();
    }
    const { bodyHtml, searchHtml } = renderArticle(page);
    bodies.set(page, bodyHtml);
    index.add({ url: page.url, html: searchHtml });
  }
  return bodies;
}
