// Feeds Pagefind with articles while others are still being read: nothing in a build takes longer, so it begins first.
import { type Document, flowchartsOf } from '../content/document.ts';
import { type ArticleDocument, isArticleDocument } from '../content/knowledge-base.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { createSearchRenderer } from './render-for-search.ts';
import type { SearchIndexer } from './search-index.ts';
import { isPublished } from './select-articles.ts';

export interface SearchFeed {
  /** Takes a document as soon as it is read. They have to come sorted by path: another order gives another index. */
  readonly offer: (document: Document) => void;
  /** Hands over the articles that had to wait for the outlines of their flowcharts. */
  readonly finish: (flowcharts: ReadonlyMap<string, DrawnFlowchart>) => void;
}

/** A feed of `index` with the articles that `audience` may read. */
export function createSearchFeed(
  index: SearchIndexer,
  config: Config,
  { today, audience }: { readonly today: IsoDate; readonly audience: string },
): SearchFeed {
  const renderForSearch = createSearchRenderer(config, { today, audience });
  const taken = new Set<string>();
  const waiting: ArticleDocument[] = [];
  return {
    offer: (document) => {
      if (!isArticleDocument(document)) return;
      const { article } = document;
      const address = `${article.lang}/${article.id}`;
      // Of two articles with one address the first by path has it, as everywhere in the base.
      if (taken.has(address)) return;
      taken.add(address);
      if (!isPublished(article, audience, false)) return;
      if (flowchartsOf(document).length > 0) waiting.push(document);
      else index.add(renderForSearch(document, new Map()));
    },
    finish: (flowcharts) => {
      for (const document of waiting) index.add(renderForSearch(document, flowcharts));
    },
  };
}
