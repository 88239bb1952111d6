// How many articles each owner has handled in their best week: what git's past says of the pace that a team can keep.
import { daysBetween, type IsoDate, weekOf } from '../model/iso-date.ts';
import type { ReportedArticle } from './report.ts';

/** A commit that changed an article. */
export interface ArticleChange {
  readonly commit: string;
  readonly day: IsoDate;
}

/** A commit that touches more articles than this is a mass edit (an import, a new spelling), and no review of each. */
export const mostInReview = 20;

/** Weeks that count as the past year, the present one included. */
const weeksOfPast = 52;

/**
 * The most articles of each owner that were changed in one ISO week of the past year, mass edits left out.
 *
 * `changes` holds the commits of each present path. An owner none of whose articles was ever changed outside of a mass
 * edit is absent: nothing is known of their pace. One who was at work before, though not in the past year, has 0.
 */
export function countHandled(
  changes: ReadonlyMap<string, readonly ArticleChange[]>,
  articles: readonly Pick<ReportedArticle, 'path' | 'owner'>[],
  today: IsoDate,
): ReadonlyMap<string, number> {
  const massEdits = findMassEdits(changes);
  const best = new Map<string, number>();
  const weeks = new Map<string, Set<string>>();
  for (const { path, owner } of articles) {
    if (owner === null) continue;
    for (const { commit, day } of changes.get(path) ?? []) {
      if (day > today || massEdits.has(commit)) continue;
      const week = `${weekOf(day).monday} ${owner}`;
      const changed = (weeks.get(week) ?? new Set<string>()).add(path);
      weeks.set(week, changed);
      best.set(owner, Math.max(best.get(owner) ?? 0, isPastYear(day, today) ? changed.size : 0));
    }
  }
  return best;
}

function isPastYear(day: IsoDate, today: IsoDate): boolean {
  return daysBetween(weekOf(day).monday, weekOf(today).monday) < weeksOfPast * 7;
}

function findMassEdits(changes: ReadonlyMap<string, readonly ArticleChange[]>): ReadonlySet<string> {
  const touched = new Map<string, number>();
  for (const versions of changes.values()) {
    for (const commit of new Set(versions.map((version) => version.commit)))
      touched.set(commit, (touched.get(commit) ?? 0) + 1);
  }
  return new Set([...touched].filter(([, paths]) => paths > mostInReview).map(([commit]) => commit));
}
