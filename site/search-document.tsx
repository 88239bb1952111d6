// An article as Pagefind is told of it: its words, the facets to filter by and the facts to show in results. No reader sees it.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SearchData } from './components/search-data.tsx';
import { markKeywords } from './keyword-mark.ts';
import type { ArticleView } from './view.ts';

/** The HTML that Pagefind indexes in the place of the article's page. The same view gives the same bytes. */
export function renderSearchDocument(view: ArticleView): string {
  return renderToString(<SearchDocument view={view} />);
}

function SearchDocument({ view }: { readonly view: ArticleView }): JSX.Element {
  return (
    <html lang={view.lang}>
      <head>
        <SearchData view={view} />
      </head>
      <body>
        <h1 data-pagefind-meta="title">{view.title}</h1>
        {view.summary !== undefined && <p>{view.summary}</p>}
        <div dangerouslySetInnerHTML={{ __html: view.bodyHtml }} />
        {view.keywords.length > 0 && <p data-pagefind-weight="7">{markKeywords(view.keywords)}</p>}
      </body>
    </html>
  );
}
