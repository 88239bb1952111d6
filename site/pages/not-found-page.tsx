// The page for an address that leads nowhere.
import type { JSX } from 'preact';
import { homeUrl, hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { messagesFor } from '../locales/messages-for.ts';
import type { NotFoundView } from '../view.ts';

export function NotFoundPage({ view }: { readonly view: NotFoundView }): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <PageShell view={view} layout="message" search="page" head={<meta name="robots" content="noindex" />}>
      <p class="message-code" aria-hidden="true">
        404
      </p>
      <h1>{t.notFound.title}</h1>
      <p class="lead">{t.notFound.advice}</p>
      <SearchForm view={view} large />
      <p>
        <a class="button button-quiet" href={hrefFrom(view, homeUrl(view))}>
          {t.notFound.browse}
        </a>
      </p>
    </PageShell>
  );
}
