// KnowledgeBase → Report: the validity and trust of every article, and what to update first.

import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ArticleChange } from '../history/read-changes.ts';
import type { ArticleType } from '../model/article.ts';
import type { IsoDate, Period } from '../model/iso-date.ts';
import { type Trust, trusts } from '../model/trust.ts';
import { type Validity, validities } from '../model/validity.ts';
import type { Wording } from '../model/wording.ts';
import type { ReportComparison } from './compare-reports.ts';
import { countIncomingLinks } from './count-incoming-links.ts';
import { judgeDocument } from './judge-document.ts';
import { comparePriority, type PriorityTerms, type ReportState } from './priority.ts';

export interface ReportedArticle extends PriorityTerms {
  readonly id: string | null;
  readonly lang: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly type: ArticleType | null;
  readonly owner: string | null;
  readonly audience: readonly string[];
  readonly reasons: readonly string[];
  readonly expires: IsoDate | null;
  readonly reviewed: IsoDate | null;
  readonly validatedBy: string | null;
  readonly validatedOn: IsoDate | null;
  /** Day of the last commit to the file, null where git can't tell. */
  readonly lastChanged: IsoDate | null;
  /** What was edited since the validation; null unless the trust is `changed` and git knows. */
  readonly change: ArticleChange | null;
  /** How urgently it asks for an update: 0 where there is nothing to do. */
  readonly score: number;
  /** The score in one line. */
  readonly why: Wording;
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
  /** The owner whose articles alone are reported, or null for all. */
  readonly owner: string | null;
  /** What is new since an earlier day, where that was asked. */
  readonly since: ReportComparison | null;
  /** By priority. */
  readonly articles: readonly ReportedArticle[];
}

export interface ReportOptions {
  readonly today: IsoDate;
  readonly lastChanged: ReadonlyMap<string, IsoDate>;
  readonly dueWithin?: Period | undefined;
  /** Keep the articles of this owner only. */
  readonly owner?: string | undefined;
  /** Contacts a month by contact reason. */
  readonly volumes?: ReadonlyMap<string, number> | undefined;
  /** Views of the last 30 days by path, as `countViews` gives them; undefined where nothing is counted. */
  readonly views?: ReadonlyMap<string, number> | undefined;
  /** Number of open remarks by path; undefined where none are collected. */
  readonly feedback?: ReadonlyMap<string, number> | undefined;
  /** Edits after the validation, by path. */
  readonly changes?: ReadonlyMap<string, ArticleChange> | undefined;
  /** What `countIncomingLinks` says of the base; counted here unless it was already. */
  readonly incomingLinks?: ReadonlyMap<string, number> | undefined;
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
  const links = options.incomingLinks ?? countIncomingLinks(base);
  const all = base.documents.map((document) =>
    judgeDocument(document, links.get(document.path) ?? 0, base.config, options),
  );
  const kept = options.owner === undefined ? all : all.filter(({ owner }) => owner === options.owner);
  const articles = kept
    .sort(comparePriority)
    .map((article, index): ReportedArticle => Object.assign(article, { priority: index + 1 }));
  return {
    today: options.today,
    owner: options.owner ?? null,
    ...tallyStates(articles),
    since: null,
    articles,
  };
}
