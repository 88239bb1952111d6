// KnowledgeBase and Report → Health: all that the page for managers shows, as plain data. It counts nothing that the report has counted.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { isArticleDocument } from '../content/knowledge-base.ts';
import { judgeObsolescence, type Obsolescence } from '../content/obsolescence.ts';
import { type Capped, capAt } from '../model/capped.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { buildCoverage, type Coverage } from './coverage.ts';
import { buildForecast, type Forecast } from './forecast.ts';
import { type Report, type ReportedArticle, type StateCounts, tallyStates } from './report.ts';

/** How many articles a list shows: the page must not grow with the base. */
export const articlesShown = 15;

/** Where an owner's articles stand. */
export interface OwnerHealth extends StateCounts {
  /** Null for the files that can't be read as articles: nobody knows whose they are. */
  readonly owner: string | null;
}

/** What dates the wait of an article for its validation: the change that undid the last one, its last change, or the nearest to these that is known. */
export type WaitingBasis = 'changed' | 'reviewed' | 'validated';

export interface WaitingArticle {
  readonly article: ReportedArticle;
  /** Undefined where nothing dates it. */
  readonly since: { readonly day: IsoDate; readonly basis: WaitingBasis } | undefined;
}

export interface ObsoleteArticle {
  readonly article: ReportedArticle;
  readonly state: Obsolescence;
}

export interface Health extends StateCounts {
  readonly today: IsoDate;
  /** Those of the configuration in its order, then unknown ones, then the unreadable files; they sum to the report's counts. */
  readonly owners: readonly OwnerHealth[];
  /** By priority. */
  readonly toUpdate: Capped<ReportedArticle>;
  readonly forecast: Forecast;
  /** Published articles that nobody has validated as they are, the longest wait first; before them those that nothing dates. */
  readonly waiting: Capped<WaitingArticle>;
  /** Obsolete articles that published ones still link to, the most linked first. */
  readonly obsolete: Capped<ObsoleteArticle>;
  readonly coverage: Coverage;
}

export interface HealthOptions {
  /** As `countHandled` gives it, where git was asked. */
  readonly handled?: ReadonlyMap<string, number> | undefined;
}

/** The health of the whole base. `report` has to be of all its owners. Pure. */
export function buildHealth(base: KnowledgeBase, report: Report, options: HealthOptions = {}): Health {
  const { today, total, validity, trust, articles } = report;
  return {
    today,
    total,
    validity,
    trust,
    owners: tallyOwners(base, articles),
    toUpdate: capAt(
      articles.filter(({ score }) => score > 0),
      articlesShown,
    ),
    forecast: buildForecast(articles, { today, handled: options.handled }),
    waiting: capAt(findWaiting(articles, today), articlesShown),
    obsolete: capAt(findLinkedObsolete(base, articles, today), articlesShown),
    coverage: buildCoverage(base, today),
  };
}

function tallyOwners(base: KnowledgeBase, articles: readonly ReportedArticle[]): OwnerHealth[] {
  const groups = new Map<string | null, ReportedArticle[]>(
    Object.keys(base.config.owners).map((owner) => [owner, []]),
  );
  const unknown = new Set(
    articles.flatMap(({ owner }) => (owner === null || groups.has(owner) ? [] : [owner])),
  );
  for (const owner of [...unknown].sort()) groups.set(owner, []);
  if (articles.some(({ owner }) => owner === null)) groups.set(null, []);
  for (const article of articles) groups.get(article.owner)?.push(article);
  return [...groups].map(([owner, group]) => ({ owner, ...tallyStates(group) }));
}

function findWaiting(articles: readonly ReportedArticle[], today: IsoDate): WaitingArticle[] {
  return articles
    .filter(({ trust }) => trust === 'unvalidated' || trust === 'changed')
    .map((article) => ({ article, since: waitingSince(article, today) }))
    .sort((a, b) => {
      const [dayA, dayB] = [a.since?.day ?? '', b.since?.day ?? ''];
      if (dayA !== dayB) return dayA < dayB ? -1 : 1;
      return a.article.priority - b.article.priority;
    });
}

/** A validation that no longer counts comes before the change that undid it, so it is the last resort. Days to come date nothing. */
function waitingSince(article: ReportedArticle, today: IsoDate): WaitingArticle['since'] {
  const days: readonly (readonly [WaitingBasis, IsoDate | null | undefined])[] = [
    ['changed', article.change?.since],
    ['changed', article.lastChanged],
    ['reviewed', article.reviewed],
    ['validated', article.validatedOn],
  ];
  for (const [basis, day] of days) if (day && day <= today) return { day, basis };
  return undefined;
}

function findLinkedObsolete(
  base: KnowledgeBase,
  articles: readonly ReportedArticle[],
  today: IsoDate,
): ObsoleteArticle[] {
  return articles
    .filter(({ incomingLinks }) => incomingLinks > 0)
    .flatMap((article): ObsoleteArticle[] => {
      const document = base.byPath.get(article.path);
      if (!document || !isArticleDocument(document)) return [];
      const state = judgeObsolescence(document, base, today)?.state;
      return state === undefined ? [] : [{ article, state }];
    })
    .sort(
      (a, b) => b.article.incomingLinks - a.article.incomingLinks || a.article.priority - b.article.priority,
    );
}
