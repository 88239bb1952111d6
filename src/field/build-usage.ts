// Counts, votes and roster → what readers look for, read and follow, and what they look for in vain: the figures of `kb usage` and of its page.
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import type { CounterKind } from '../model/field-item.ts';
import { addPeriod, daysBetween, type IsoDate } from '../model/iso-date.ts';
import { isPresent, type Roster } from '../model/roster.ts';
import { buildGuideUsage, type KnownFlows, type UsedGuide } from './build-guide-usage.ts';
import {
  articleOf,
  byCount,
  type CountedArticle,
  nameOf,
  sumBy,
  type UsedArticle,
} from './counted-article.ts';
import { createSuggestions } from './suggest-article.ts';
import type { UsageEntry } from './usage-ledger.ts';
import type { Vote } from './vote-ledger.ts';

/** How many of the roster used the base in a number of days. */
export interface Adoption {
  readonly days: number;
  readonly active: number;
  /** Who was in a team on the last day. */
  readonly people: number;
}

export interface CountedSearch {
  readonly query: string;
  readonly count: number;
  /** Where it should perhaps have led; null for an article that is missing. */
  readonly meant: UsedArticle | null;
}

export interface VotedArticle extends UsedArticle {
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface Usage {
  readonly today: IsoDate;
  /** First day that is counted. */
  readonly since: IsoDate;
  /** First day of which there is any count; null where there is none. */
  readonly from: IsoDate | null;
  readonly views: number;
  /** Null without a roster, or without days of presence. */
  readonly adoption: readonly Adoption[] | null;
  readonly mostRead: readonly CountedArticle[];
  /** Published and in force for the whole time, and never opened. */
  readonly neverRead: readonly UsedArticle[];
  /** Searches without any result. */
  readonly notFound: readonly CountedSearch[];
  /** Searches with results of which none was opened. */
  readonly notOpened: readonly CountedSearch[];
  readonly guides: readonly UsedGuide[];
  readonly copies: readonly CountedArticle[];
  readonly votes: readonly VotedArticle[];
  /** Counts of articles that the base does not have. */
  readonly unknown: number;
}

export interface UsageOptions {
  readonly today: IsoDate;
  /** Days that are counted, the last one today. */
  readonly days: number;
  readonly roster?: Roster | undefined;
  readonly votes: readonly Vote[];
  /** Flowcharts of the articles of `followedPaths`, for the words of their steps. */
  readonly flows?: KnownFlows | undefined;
  /** Only the articles of this owner. */
  readonly owner?: string | undefined;
}

/** Spans of adoption, in days. */
const adoptionDays = [7, 30] as const;

/** Days whose views count in the priority of the report. */
const priorityDays = 30;

/** Views by path of the articles of `base` in the 30 days up to `today`; undefined where nothing was ever counted. Pure. */
export function countViews(
  entries: readonly UsageEntry[],
  base: KnowledgeBase,
  today: IsoDate,
): ReadonlyMap<string, number> | undefined {
  if (entries.length === 0) return undefined;
  const views = new Map<string, number>();
  for (const [what, count] of sumBy(within(entries, today, priorityDays), 'view')) {
    const document = articleOf(what, base);
    if (document) views.set(document.path, (views.get(document.path) ?? 0) + count);
  }
  return views;
}

function within(entries: readonly UsageEntry[], today: IsoDate, days: number): readonly UsageEntry[] {
  const since = firstDay(today, days);
  return entries.filter(({ on }) => on >= since && on <= today);
}

function firstDay(today: IsoDate, days: number): IsoDate {
  return addPeriod(today, { amount: 1 - days, unit: 'd' });
}

/** The figures of `base`. Pure. */
export function buildUsage(
  base: KnowledgeBase,
  entries: readonly UsageEntry[],
  options: UsageOptions,
): Usage {
  const { today, days, owner, votes, roster } = options;
  const counted = within(entries, today, days);
  const asked = (document: ArticleDocument) => owner === undefined || document.article.owner === owner;
  let unknown = 0;
  /** Counts by article, those of earlier ids with it. */
  const byArticle = (of: CounterKind): CountedArticle[] => {
    const sums = new Map<ArticleDocument, number>();
    for (const [what, count] of sumBy(counted, of)) {
      const document = articleOf(what, base);
      if (document) sums.set(document, (sums.get(document) ?? 0) + count);
      else unknown += count;
    }
    return [...sums]
      .filter(([document]) => asked(document))
      .map(([document, count]) => ({ ...nameOf(document), count }))
      .sort(byCount(({ path }) => path));
  };
  const mostRead = byArticle('view');
  const suggest = createSuggestions(
    articleDocuments(base).filter((document) => judgeAbsence(document, base, today) === undefined),
  );
  const searches = (of: CounterKind): CountedSearch[] =>
    [...sumBy(counted, of)]
      .map(([query, count]) => ({ query, count, document: suggest(query) }))
      .filter(({ document }) => owner === undefined || document?.article.owner === owner)
      .map(({ query, count, document }) => ({ query, count, meant: document ? nameOf(document) : null }))
      .sort(byCount(({ query }) => query));
  return {
    today,
    since: firstDay(today, days),
    from: entries.reduce<IsoDate | null>(
      (first, { kind, on }) => (kind === 'count' && (first === null || on < first) ? on : first),
      null,
    ),
    views: mostRead.reduce((sum, { count }) => sum + count, 0),
    adoption: measureAdoption(entries, today, roster),
    mostRead,
    // Where nothing was counted, nobody knows what was read.
    neverRead: counted.some(({ kind }) => kind === 'count') ? findNeverRead(base, mostRead, options) : [],
    notFound: searches('search-empty'),
    notOpened: searches('search-left'),
    guides: buildGuideUsage(counted, base, options.flows ?? new Map()).filter(
      (guide) => owner === undefined || guide.owner === owner,
    ),
    copies: byArticle('copy'),
    votes: countVotes(votes, byArticle('helpful'), byArticle('unhelpful'), base, options),
    unknown,
  };
}

function findNeverRead(
  base: KnowledgeBase,
  read: readonly CountedArticle[],
  { today, days, owner }: UsageOptions,
): UsedArticle[] {
  const opened = new Set(read.map(({ path }) => path));
  const since = firstDay(today, days);
  return articleDocuments(base)
    .filter((document) => {
      const { article, path } = document;
      const begun = article.effective ?? article.validation?.on;
      return (
        !opened.has(path) &&
        (owner === undefined || article.owner === owner) &&
        judgeAbsence(document, base, today) === undefined &&
        (begun === undefined || begun <= since)
      );
    })
    .map(nameOf);
}

function measureAdoption(
  entries: readonly UsageEntry[],
  today: IsoDate,
  roster: Roster | undefined,
): readonly Adoption[] | null {
  const presences = entries.filter((entry) => entry.kind === 'present');
  if (roster === undefined || presences.length === 0) return null;
  const people = [...roster.people].filter(([, person]) => isPresent(person, today)).map(([key]) => key);
  return adoptionDays.map((days) => {
    const seen = new Set(
      presences.filter(({ on }) => on <= today && daysBetween(on, today) < days).map(({ reader }) => reader),
    );
    return { days, active: people.filter((key) => seen.has(key)).length, people: people.length };
  });
}

function countVotes(
  votes: readonly Vote[],
  helpful: readonly CountedArticle[],
  unhelpful: readonly CountedArticle[],
  base: KnowledgeBase,
  { today, days, owner }: UsageOptions,
): VotedArticle[] {
  const since = firstDay(today, days);
  const sums = new Map<string, { article: UsedArticle; helpful: number; unhelpful: number }>();
  const add = (article: UsedArticle, verdict: 'helpful' | 'unhelpful', count: number) => {
    const sum = sums.get(article.path) ?? { article, helpful: 0, unhelpful: 0 };
    sum[verdict] += count;
    sums.set(article.path, sum);
  };
  for (const { on, about, verdict } of votes) {
    const document = on >= since && on <= today ? articleOf(`${about.lang}/${about.id}`, base) : undefined;
    if (document && (owner === undefined || document.article.owner === owner))
      add(nameOf(document), verdict, 1);
  }
  for (const { count, ...article } of helpful) add(article, 'helpful', count);
  for (const { count, ...article } of unhelpful) add(article, 'unhelpful', count);
  return [...sums.values()]
    .map(({ article, ...counts }) => ({ ...article, ...counts }))
    .sort((a, b) => b.unhelpful - a.unhelpful || b.helpful - a.helpful || (a.path < b.path ? -1 : 1));
}
