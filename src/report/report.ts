// KnowledgeBase → Report: the validity and trust of every article, and what to update first.

import { documentId } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ArticleType } from '../model/article.ts';
import { daysBetween, type IsoDate, type Period } from '../model/iso-date.ts';
import { judgeTrust, type Trust, trusts } from '../model/trust.ts';
import { judgeValidity, type Validity, validities } from '../model/validity.ts';
import { countIncomingLinks } from './count-incoming-links.ts';

/** A file that can't be read as an article has a place on both axes, so that each sums to the total. */
export type ReportState<State> = State | 'invalid';

export interface ReportedArticle {
  readonly id: string | null;
  readonly lang: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly type: ArticleType | null;
  readonly owner: string | null;
  readonly audience: readonly string[];
  readonly reasons: readonly string[];
  readonly validity: ReportState<Validity>;
  readonly trust: ReportState<Trust>;
  readonly expires: IsoDate | null;
  /** Days until the last valid day, negative once it is past. */
  readonly daysLeft: number | null;
  readonly reviewed: IsoDate | null;
  readonly validatedBy: string | null;
  readonly validatedOn: IsoDate | null;
  /** Day of the last commit to the file, null where git can't tell. */
  readonly lastChanged: IsoDate | null;
  /** How many other published articles link to it. */
  readonly incomingLinks: number;
  /** Rank of what to update first: 1 is first. */
  readonly priority: number;
}

/** How many articles there are, and how many in each state; each axis sums to the total. */
export interface StateCounts {
  readonly total: number;
  readonly validity: Readonly<Record<ReportState<Validity>, number>>;
  readonly trust: Readonly<Record<ReportState<Trust>, number>>;
}

export interface Report extends StateCounts {
  readonly today: IsoDate;
  /** By priority. */
  readonly articles: readonly ReportedArticle[];
}

export interface ReportOptions {
  readonly today: IsoDate;
  readonly lastChanged: ReadonlyMap<string, IsoDate>;
  readonly dueWithin?: Period | undefined;
  /** Keep the articles of this owner only. */
  readonly owner?: string | undefined;
}

type Unranked = Omit<ReportedArticle, 'priority'>;

/** How urgent an article is; a greater number comes first. Unreadable files lead: nobody knows what they say. */
function urgency({ validity, trust, daysLeft }: Unranked): number {
  if (validity === 'invalid') return 10_000;
  if (trust === 'archived') return -1000;
  const time = { expired: 3000, undated: 2000, due: 1000, scheduled: 0, current: 0 }[validity];
  const approval = { changed: 300, unvalidated: 200, draft: -500, validated: 0, invalid: 0 }[trust];
  const days = daysLeft === null ? 0 : Math.max(-99, Math.min(99, -daysLeft));
  return time + approval + (validity === 'expired' || validity === 'due' ? days : 0);
}

function reportDocument(
  document: KnowledgeBase['documents'][number],
  base: KnowledgeBase,
  options: ReportOptions,
  links: ReadonlyMap<string, number>,
): Unranked {
  const { article, path } = document;
  const incomingLinks = links.get(path) ?? 0;
  const lastChanged = options.lastChanged.get(path) ?? null;
  if (!article) {
    const nothing = {
      lang: null,
      title: null,
      type: null,
      owner: null,
      audience: [],
      reasons: [],
      expires: null,
    };
    const unknown = { daysLeft: null, reviewed: null, validatedBy: null, validatedOn: null };
    return {
      id: documentId(document) ?? null,
      path,
      ...nothing,
      validity: 'invalid',
      trust: 'invalid',
      ...unknown,
      lastChanged,
      incomingLinks,
    };
  }
  const { expiresRequired, dueWithin } = base.config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  return {
    id: article.id,
    lang: article.lang,
    title: article.title,
    path,
    type: article.type,
    owner: article.owner,
    audience: article.audience,
    reasons: article.reasons,
    validity: judgeValidity({ ...article, needsExpiry }, options.today, options.dueWithin ?? dueWithin),
    trust: judgeTrust(article),
    expires: article.expires ?? null,
    daysLeft: article.expires === undefined ? null : daysBetween(options.today, article.expires),
    reviewed: article.reviewed ?? null,
    validatedBy: article.validation?.by ?? null,
    validatedOn: article.validation?.on ?? null,
    lastChanged,
    incomingLinks,
  };
}

function tally<State extends string>(
  states: readonly State[],
  found: readonly State[],
): Record<State, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const state of found) counts[state]++;
  return counts;
}

/** Counts `articles` by the states that they were judged to be in. */
export function tallyStates(articles: readonly Pick<ReportedArticle, 'validity' | 'trust'>[]): StateCounts {
  return {
    total: articles.length,
    validity: tally(
      [...validities, 'invalid'],
      articles.map(({ validity }) => validity),
    ),
    trust: tally(
      [...trusts, 'invalid'],
      articles.map(({ trust }) => trust),
    ),
  };
}

/** Judges every document on `options.today`. Pure. */
export function buildReport(base: KnowledgeBase, options: ReportOptions): Report {
  const links = countIncomingLinks(base);
  const all = base.documents.map((document) => reportDocument(document, base, options, links));
  const kept = options.owner === undefined ? all : all.filter(({ owner }) => owner === options.owner);
  const ranked = kept
    .map((article) => ({ article, score: urgency(article) }))
    .sort((a, b) => b.score - a.score || (a.article.path < b.article.path ? -1 : 1))
    .map(({ article }, index): ReportedArticle => ({ ...article, priority: index + 1 }));
  return { today: options.today, ...tallyStates(ranked), articles: ranked };
}

/** States that `--fail-on` may name. */
export const reportStates: readonly string[] = [...new Set<string>([...validities, ...trusts, 'invalid'])];

/** How many articles are in each of `states`, leaving out the states with none. */
export function countStates(
  report: Report,
  states: readonly string[],
): { readonly state: string; readonly count: number }[] {
  const counts: Readonly<Record<string, number>> = { ...report.validity, ...report.trust };
  return states.map((state) => ({ state, count: counts[state] ?? 0 })).filter(({ count }) => count > 0);
}
