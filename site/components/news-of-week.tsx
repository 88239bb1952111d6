// The home page's part on what is new: the last seven days up to the day of the build, and the way to the rest.
import type { JSX } from 'preact';
import { formatDate, formatNumber } from '../locales/format.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import type { HomeView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { LaterNews, NewsList } from './news-list.tsx';
import { Section } from './section.tsx';

export function NewsOfWeek({ view }: { readonly view: HomeView }): JSX.Element {
  const words = pageWordsFor(view.lang);
  const { shown, rest } = view.week;
  return (
    <Section name="week" title={words.news.week}>
      {/* A copy may be read long after it was built. */}
      <p class="section-note">{words.news.until(formatDate(view.site.builtOn, words.lang))}</p>
      {shown.length === 0 ? (
        <p class="empty-line">{words.news.noneThisWeek}</p>
      ) : (
        <>
          <NewsList view={view} news={shown} />
          <LaterNews view={view} news={shown} />
        </>
      )}
      <p class="news-more">
        <a href={hrefFrom(view, view.newsUrl)}>{words.news.all}</a>
        {rest > 0 && ` (${words.news.rest(rest, formatNumber(rest, words.lang))})`}
      </p>
    </Section>
  );
}
