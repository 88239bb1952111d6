// A view in, a whole HTML document out: the one way into the reader's site.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ArticlePage } from './pages/article-page.tsx';
import { FeedbackPage } from './pages/feedback-page.tsx';
import { GoPage } from './pages/go-page.tsx';
import { HealthPage } from './pages/health-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { InboxPage } from './pages/inbox-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { NewsPage } from './pages/news-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { PathPage } from './pages/path-page.tsx';
import { RedirectPage } from './pages/redirect-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { UsagePage } from './pages/usage-page.tsx';
import type { View } from './view.ts';

/** The HTML document of `view`, from its doctype on. Every text is escaped but `bodyHtml`; the same view gives the same bytes. */
export function renderPage(view: View): string {
  return `<!doctype html>\n${renderToString(<Page view={view} />)}\n`;
}

function Page({ view }: { readonly view: View }): JSX.Element {
  switch (view.kind) {
    case 'home':
      return <HomePage view={view} />;
    case 'article':
      return <ArticlePage view={view} />;
    case 'list':
      return <ListPage view={view} />;
    case 'news':
      return <NewsPage view={view} />;
    case 'inbox':
      return <InboxPage view={view} />;
    case 'feedback':
      return <FeedbackPage view={view} />;
    case 'go':
      return <GoPage view={view} />;
    case 'search':
      return <SearchPage view={view} />;
    case 'not-found':
      return <NotFoundPage view={view} />;
    case 'path':
      return <PathPage view={view} />;
    case 'redirect':
      return <RedirectPage view={view} />;
    case 'health':
      return <HealthPage view={view} />;
    case 'usage':
      return <UsagePage view={view} />;
  }
}
