// The page at an article's old address: it leads on by itself, and by a link where the browser does not.
import type { JSX } from 'preact';
import { hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { messagesFor } from '../locales/messages-for.ts';
import type { RedirectView } from '../view.ts';

export function RedirectPage({ view }: { readonly view: RedirectView }): JSX.Element {
  const t = messagesFor(view.lang);
  const target = hrefFrom(view, view.target.url);
  const head = (
    <>
      <meta name="robots" content="noindex" />
      <meta http-equiv="refresh" content={`0; url=${target}`} />
      <link rel="canonical" href={target} />
    </>
  );
  return (
    <PageShell view={view} layout="message" head={head}>
      <h1>{t.redirect.moved}</h1>
      <p class="lead">
        {t.redirect.follow} <a href={target}>{view.target.label}</a>
      </p>
    </PageShell>
  );
}
