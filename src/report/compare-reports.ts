// Two reports of one base → what is new between their days.
import type { IsoDate } from '../model/iso-date.ts';
import type { Report, ReportedArticle } from './report.ts';

/** Enough to find an article again, on the day on which it was last there. */
export type ArticleReference = Pick<ReportedArticle, 'id' | 'lang' | 'title' | 'path'>;

/** The lists of a comparison, in the order in which reports show them. */
export const comparedLists = [
  'newlyExpired',
  'newlyDue',
  'newlyValidated',
  'newlyChanged',
  'added',
  'gone',
] as const;

export type ComparedList = (typeof comparedLists)[number];

/** An article stands in every list that is true of it; each list is in the order of its report. */
export type ReportComparison = {
  /** The day on which the earlier report was judged. */
  readonly day: IsoDate;
} & Readonly<Record<ComparedList, readonly ArticleReference[]>>;

function toReference({ id, lang, title, path }: ReportedArticle): ArticleReference {
  return { id, lang, title, path };
}

/** What an article is recognised by: its id and language, whatever its file is called; the path where it has none, or shares them. */
function indexArticles(report: Report): ReadonlyMap<string, ReportedArticle> {
  const index = new Map<string, ReportedArticle>();
  for (const article of [...report.articles].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = `${article.lang ?? ''}/${article.id ?? ''}`;
    const known = article.id === null || article.lang === null || index.has(name);
    index.set(known ? `path:${article.path}` : name, article);
  }
  return index;
}

/** Whether readers are shown the article as one that holds. */
function isPublished({ trust }: ReportedArticle): boolean {
  return trust !== 'archived' && trust !== 'draft';
}

const states: Readonly<
  Record<Exclude<ComparedList, 'added' | 'gone'>, (article: ReportedArticle) => boolean>
> = {
  newlyExpired: (article) => article.validity === 'expired' && isPublished(article),
  newlyDue: (article) => article.validity === 'due' && isPublished(article),
  newlyValidated: ({ trust }) => trust === 'validated',
  newlyChanged: ({ trust }) => trust === 'changed',
};

/** What is true in `after` and was not in `before`. A file that was only renamed or moved is no change. */
export function compareReports(before: Report, after: Report): ReportComparison {
  const [then, now] = [indexArticles(before), indexArticles(after)];
  const past = new Map([...now].map(([name, article]) => [article.path, then.get(name)]));
  const entered = (holds: (article: ReportedArticle) => boolean) =>
    after.articles
      .filter((article) => {
        const earlier = past.get(article.path);
        return holds(article) && !(earlier && holds(earlier));
      })
      .map(toReference);
  const stayed = new Set([...then].filter(([name]) => now.has(name)).map(([, { path }]) => path));
  return {
    day: before.today,
    newlyExpired: entered(states.newlyExpired),
    newlyDue: entered(states.newlyDue),
    newlyValidated: entered(states.newlyValidated),
    newlyChanged: entered(states.newlyChanged),
    added: after.articles.filter(({ path }) => past.get(path) === undefined).map(toReference),
    gone: before.articles.filter(({ path }) => !stayed.has(path)).map(toReference),
  };
}
