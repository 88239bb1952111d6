// How many articles each owner has handled in their best week: what git's past says of the pace that a team can keep.
import type { Commit } from '../history/parse-raw-log.ts';
import { daysBetween, type IsoDate, weekOf } from '../model/iso-date.ts';

/** What is asked of a version: the commit that made it. */
interface Version {
  readonly commit: Pick<Commit, 'shortId' | 'day'>;
}

/** An article as git knows it, and whose it is. */
export interface OwnedArticle {
  readonly path: string;
  readonly owner: string;
}

/** A commit that touches more articles than this is a mass edit (an import, a new spelling), and no review of each. */
export const mostInReview = 20;

/** Weeks that count as the past year, the present one included. */
const weeksOfPast = 52;

/**
 * The most articles of each owner that were changed in one ISO week of the past year, mass edits left out.
 *
 * `versions` holds the commits of each file by its present path; files that are no articles do not count. An owner none
 * of whose articles was ever changed outside of a mass edit is absent: nothing is known of their pace. One who was at
 * work before, though not in the past year, has 0.
 */
export function countHandled(
  versions: ReadonlyMap<string, readonly Version[]>,
  articles: readonly OwnedArticle[],
  today: IsoDate,
): ReadonlyMap<string, number> {
  const changes = articles.map(({ path, owner }) => ({ path, owner, versions: versions.get(path) ?? [] }));
  const massEdits = findMassEdits(changes.map((change) => change.versions));
  const best = new Map<string, number>();
  const weeks = new Map<string, Set<string>>();
  for (const change of changes) {
    for (const { commit } of change.versions) {
      const { day, shortId } = commit;
      if (day > today || massEdits.has(shortId)) continue;
      const { monday } = weekOf(day);
      const week = `${monday} ${change.owner}`;
      const changed = (weeks.get(week) ?? new Set<string>()).add(change.path);
      weeks.set(week, changed);
      const counted = isPastYear(monday, today) ? changed.size : 0;
      best.set(change.owner, Math.max(best.get(change.owner) ?? 0, counted));
    }
  }
  return best;
}

function isPastYear(monday: IsoDate, today: IsoDate): boolean {
  return daysBetween(monday, weekOf(today).monday) < weeksOfPast * 7;
}

/** Short ids of the commits that touch more articles than anybody reviews at once, of all those in `articles`, the versions of each. */
export function findMassEdits(articles: readonly (readonly Version[])[]): ReadonlySet<string> {
  const touched = new Map<string, number>();
  for (const versions of articles) {
    for (const commit of new Set(versions.map(({ commit }) => commit.shortId)))
      touched.set(commit, (touched.get(commit) ?? 0) + 1);
  }
  return new Set([...touched].filter(([, count]) => count > mostInReview).map(([commit]) => commit));
}
