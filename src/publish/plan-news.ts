// What is new in a base: which articles came, changed, expired or were archived of late, newest first. Pure.
import type { NewsKind } from '../../site/news-view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { addPeriod, daysBetween, type IsoDate } from '../model/iso-date.ts';
import { findLastChange, isKnownInGit, type VersionsInGit } from './last-change.ts';
import { isListed } from './select-articles.ts';

/** How far back news goes, in days, and the most of it in one language. */
export const newsDays = 90;
export const mostNews = 100;
/** What the home page counts as this week, in days. */
const weekDays = 7;

/** The first day of which a news page of `today` tells. */
export function firstNewsDay(today: IsoDate): IsoDate {
  return addPeriod(today, { amount: 1 - newsDays, unit: 'd' });
}

/** One piece of news; an article has at most one, its latest. */
export interface NewsItem {
  readonly document: ArticleDocument;
  readonly kind: NewsKind;
  readonly day: IsoDate;
  readonly by?: string | undefined;
}

export interface NewsTerms {
  readonly today: IsoDate;
  /** Undefined where git was not asked or could not answer: then the days of the front matter stand for it. */
  readonly git: VersionsInGit | undefined;
  /** Whether readers may know of the past who wrote, and what was archived; others are told the day of the last change. */
  readonly tellsPast: boolean;
}

/** Of two things on one day, the one that matters more to who answers customers comes first. */
const kindsByWeight: readonly NewsKind[] = [
  'expired',
  'archived',
  'effective',
  'new',
  'changed',
  'reviewed',
  'validated',
];

type Event = Omit<NewsItem, 'document'>;

function* datesOf({ article }: ArticleDocument): Iterable<Event> {
  const { effective, expires, status } = article;
  if (status !== 'published') return;
  if (expires !== undefined) yield { kind: 'expired', day: addPeriod(expires, { amount: 1, unit: 'd' }) };
  if (effective !== undefined) yield { kind: 'effective', day: effective };
}

function* editsOf(document: ArticleDocument, { today, git, tellsPast }: NewsTerms): Iterable<Event> {
  const { path, article } = document;
  const change = git && findLastChange(git, path, today);
  if (change !== undefined) {
    // An article that became readable for an audience would else tell that it is older than it seems.
    yield tellsPast ? change : { kind: 'changed', day: change.day };
  } else if (git === undefined || !isKnownInGit(git, path, today)) {
    if (article.reviewed !== undefined) yield { kind: 'reviewed', day: article.reviewed };
    if (article.validation !== undefined) yield { kind: 'validated', day: article.validation.on };
  }
}

function compareEvents(a: Event, b: Event): number {
  return (
    (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) ||
    kindsByWeight.indexOf(a.kind) - kindsByWeight.indexOf(b.kind)
  );
}

/** The news of the articles `published` as of `terms.today`, the latest first. */
export function findNews(published: readonly ArticleDocument[], terms: NewsTerms): readonly NewsItem[] {
  const first = firstNewsDay(terms.today);
  const recent = (day: IsoDate) => day <= terms.today && day >= first;
  return published
    .filter((document) => document.article.status !== 'draft' && (terms.tellsPast || isListed(document)))
    .flatMap((document): NewsItem[] => {
      const events = [...datesOf(document), ...editsOf(document, terms)].filter(({ day }) => recent(day));
      const [latest] = events.sort(compareEvents);
      return latest ? [{ document, ...latest }] : [];
    })
    .sort((a, b) => compareEvents(a, b) || (a.document.path < b.document.path ? -1 : 1));
}

/** The news of the last seven days, `today` included. */
export function newsOfWeek(news: readonly NewsItem[], today: IsoDate): readonly NewsItem[] {
  return news.filter(({ day }) => daysBetween(day, today) < weekDays);
}
