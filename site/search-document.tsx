// An article as Pagefind is told of it: its words, the facets to filter by and the facts to show in results. No reader sees it.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SearchData } from './components/search-data.tsx';
import { markKeywords } from './keyword-mark.ts';
import type { ArticleCard } from './view.ts';

/** What is told of an article beside its body: what its card says, and what it belongs to. */
export interface SearchFacts extends Omit<ArticleCard, 'label'> {
  readonly title: string;
  readonly keywords: readonly string[];
  /** Keys of contact reasons, the same in every language. */
  readonly reasons: readonly string[];
  /** The folders of its category, outermost first. */
  readonly category: readonly string[];
  /** What its values change to, as `findValueChanges` reads it; undefined where none does. */
  readonly valueSteps?: string | undefined;
}

/** The HTML that Pagefind indexes in the place of the article's page; `bodyHtml` goes in as it is. The same input gives the same bytes. */
export function renderSearchDocument(facts: SearchFacts, bodyHtml: string): string {
  return renderToString(<SearchDocument view={facts} bodyHtml={bodyHtml} />);
}

function SearchDocument({
  view,
  bodyHtml,
}: {
  readonly view: SearchFacts;
  readonly bodyHtml: string;
}): JSX.Element {
  return (
    <html lang={view.lang}>
      <head>
        <SearchData view={view} />
      </head>
      <body>
        <h1 data-pagefind-meta="title">{view.title}</h1>
        {view.summary !== undefined && <p>{view.summary}</p>}
        <div dangerouslySetInnerHTML={{ __html: bodyHtml }} />
        {view.keywords.length > 0 && <p data-pagefind-weight="7">{markKeywords(view.keywords)}</p>}
      </body>
    </html>
  );
}
