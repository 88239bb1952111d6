// The home page: the search field, then the contact reasons, then everything else.
import type { JSX } from 'preact';
import { ArticleList } from '../components/article-list.tsx';
import { CountedLinks } from '../components/counted-links.tsx';
import { hrefFrom } from '../components/href.ts';
import { NewsOfWeek } from '../components/news-of-week.tsx';
import { PageShell } from '../components/page-shell.tsx';
import { ReadingLists } from '../components/reading-lists.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { Section } from '../components/section.tsx';
import { formatNumber } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import { trainingWordsFor } from '../locales/training-words.ts';
import type { HomeView } from '../view.ts';

export function HomePage({ view }: { readonly view: HomeView }): JSX.Element {
  const t = messagesFor(view.lang);
  const { homePage } = t;
  const words = trainingWordsFor(view.lang);
  const own = publicWordsFor(view);
  return (
    <PageShell
      view={view}
      layout="home"
      search="page"
      head={<script src={hrefFrom(view, view.site.assets.home)} defer />}
    >
      <div class="hero">
        <h1>{own?.question ?? homePage.question}</h1>
        <SearchForm view={view} large />
        <p class="hero-hint">
          {t.articleCount(view.total, formatNumber(view.total, t.lang))} · {t.search.hint}
        </p>
      </div>
      <div class="home-columns">
        <div class="home-main">
          {view.reasons.length > 0 && (
            <Section name="reasons" title={own?.reasons ?? homePage.reasons}>
              <CountedLinks view={view} links={view.reasons} look="grid" />
            </Section>
          )}
          {view.announcements.length > 0 && (
            <Section name="announcements" title={homePage.announcements}>
              <ArticleList view={view} articles={view.announcements} />
            </Section>
          )}
          <NewsOfWeek view={view} />
        </div>
        <div class="home-side">
          <ReadingLists view={view} />
          {view.paths !== undefined && view.paths.length > 0 && (
            <Section name="paths" title={words.paths}>
              <ul class="counted-links counted-links-list">
                {view.paths.map((path) => (
                  <li key={path.url}>
                    <a href={hrefFrom(view, path.url)}>
                      <span class="counted-links-label">{path.label}</span>{' '}
                      <span class="count">{words.steps(path.steps)}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {view.categories.length > 0 && (
            <Section name="categories" title={homePage.categories}>
              <CountedLinks view={view} links={view.categories} look="list" />
            </Section>
          )}
          {view.owners.length > 0 && (
            <Section name="owners" title={homePage.owners}>
              <CountedLinks view={view} links={view.owners} look="list" />
            </Section>
          )}
        </div>
      </div>
    </PageShell>
  );
}
