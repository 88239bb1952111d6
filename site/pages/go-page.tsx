// `go.html`: where links of other tools come in. Its script leads on; without one it is the list of contact reasons.
import type { JSX } from 'preact';
import { hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { contextDataUrl } from '../context-data.ts';
import { languageName } from '../locales/format.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import type { GoView } from '../view.ts';

export function GoPage({ view }: { readonly view: GoView }): JSX.Element {
  const head = (
    <>
      <meta name="robots" content="noindex" />
      {view.site.context && <script src={hrefFrom(view, contextDataUrl(view.lang))} defer />}
      <script src={hrefFrom(view, view.site.assets.go)} defer />
    </>
  );
  const words = pageWordsFor(view.lang).go;
  return (
    <PageShell view={view} layout="list" search="page" head={head}>
      <header class="page-header">
        <h1>{view.title}</h1>
        {view.site.tellsTeam && <p class="lead">{words.advice}</p>}
        <p id="goUnknown" class="page-note" role="status" hidden>
          {words.unknown}
        </p>
      </header>
      <SearchForm view={view} large />
      {view.languages.map((language) => (
        <GoLanguage key={language.lang} view={view} language={language} />
      ))}
    </PageShell>
  );
}

function GoLanguage({
  view,
  language: { lang, search, reasons, forms },
}: {
  readonly view: GoView;
  readonly language: GoView['languages'][number];
}): JSX.Element {
  const title = `go-${lang}-Title`;
  return (
    <section
      class="section go-language"
      lang={lang === view.lang ? undefined : lang}
      aria-labelledby={title}
      data-go-lang={lang}
      data-search={hrefFrom(view, search)}
      data-articles={hrefFrom(view, `${lang}/`)}
      data-forms={
        forms.length > 0 ? JSON.stringify(forms.map(([form, url]) => [form, hrefFrom(view, url)])) : undefined
      }
    >
      <h2 class="section-title" id={title}>
        {languageName(lang)}
      </h2>
      {reasons.length === 0 ? (
        <p class="empty-line">{pageWordsFor(lang).go.none}</p>
      ) : (
        <ul class="counted-links counted-links-grid">
          {reasons.map((reason) => (
            <li key={reason.key}>
              <a href={hrefFrom(view, reason.url)} data-reason={reason.key}>
                <span class="counted-links-label">{reason.label}</span>{' '}
                {reason.article !== undefined && <span class="counted-links-hint">{reason.article}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
