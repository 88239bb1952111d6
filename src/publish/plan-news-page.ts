// The page of what is new in one language, and the home page's share of it.
import { feedUrl, newsUrl } from '../../site/components/href.ts';
import { pageWordsFor } from '../../site/locales/page-words.ts';
import type { NewsView } from '../../site/news-view.ts';
import { type Capped, capAt, mapCapped } from '../model/capped.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import { mostNews, type NewsItem, newsDays, newsOfWeek } from './plan-news.ts';
import type { PagePlan } from './site-plan.ts';

/** How much of the week the home page shows. */
const shownAtHome = 6;

const viewOf =
  ({ cardOf }: PlanContext) =>
  ({ document, kind, day, by }: NewsItem): NewsView => ({ card: cardOf(document), kind, day, by });

/** What the home page shows of `news`, that of its language. */
export function planWeek(news: readonly NewsItem[], context: PlanContext): Capped<NewsView> {
  return mapCapped(capAt(newsOfWeek(news, context.site.builtOn), shownAtHome), viewOf(context));
}

/** Plans the page of `news`, that of `lang`; `knowsChanges` where git told of them. */
export function planNewsPage(
  lang: string,
  news: readonly NewsItem[],
  knowsChanges: boolean,
  context: PlanContext,
): PagePlan {
  const url = newsUrl(lang);
  return {
    url,
    view: {
      ...planShell(context, lang, url, pageWordsFor(lang).news.title),
      kind: 'news',
      news: mapCapped(capAt(news, mostNews), viewOf(context)),
      days: newsDays,
      knowsChanges,
      feedUrl: feedUrl(lang),
    },
  };
}
