// What is new: which articles came, changed, expired or were archived of late, by day.
import type { JSX } from 'preact';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { hrefFrom } from '../components/href.ts';
import { LaterNews, NewsList } from '../components/news-list.tsx';
import { PageShell } from '../components/page-shell.tsx';
import { formatDate, formatNumber } from '../locales/format.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import type { NewsPageView, NewsView } from '../news-view.ts';

/** `news`, which is in the order of days, by day. */
function byDay(news: readonly NewsView[]): ReadonlyMap<IsoDate, readonly NewsView[]> {
  const days = new Map<IsoDate, NewsView[]>();
  for (const item of news) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return days;
}

export function NewsPage({ view }: { readonly view: NewsPageView }): JSX.Element {
  const { lang, news: words } = pageWordsFor(view.lang);
  const { shown, rest } = view.news;
  return (
    <PageShell view={view} layout="news">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="lead">{words.about(formatNumber(view.days, lang), formatDate(view.site.builtOn, lang))}</p>
        {!view.knowsChanges && <p class="page-note">{words.pastUnknown}</p>}
        <p class="page-note">
          <a href={hrefFrom(view, view.feedUrl)} type="application/atom+xml">
            {words.feed}
          </a>
        </p>
      </header>
      {shown.length === 0 && <p class="empty">{words.none}</p>}
      {[...byDay(shown)].map(([day, news]) => (
        <section key={day} class="section" aria-labelledby={`newsOf${day}`}>
          <h2 class="section-title" id={`newsOf${day}`}>
            <time dateTime={day}>{formatDate(day, lang)}</time>
          </h2>
          <NewsList view={view} news={news} />
        </section>
      ))}
      <LaterNews view={view} news={shown} />
      {rest > 0 && <p class="page-note">{words.rest(rest, formatNumber(rest, lang))}</p>}
    </PageShell>
  );
}
