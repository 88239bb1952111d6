// Which articles expire in which week, owner by owner, and where that is more than the owner has handled in any week so far.
import { daysBetween, type IsoDate, type IsoWeek, weeksFrom } from '../model/iso-date.ts';
import type { ReportedArticle } from './report.ts';

/** Half a year. */
const forecastWeeks = 26;

export interface OwnerForecast {
  readonly owner: string;
  /** Past their last valid day: they are in no week. */
  readonly overdue: readonly ReportedArticle[];
  /** What expires in each week, in the order of the forecast's weeks; the earliest day first. */
  readonly weeks: readonly (readonly ReportedArticle[])[];
  /** How many articles expire after the last of the weeks. */
  readonly later: number;
  /** The most articles that the owner handled in one week of the past year; undefined where the past is unknown. */
  readonly handled: number | undefined;
}

/** A week in which more of an owner's articles expire than the owner handled in their best week. */
export interface ForecastWarning {
  readonly owner: string;
  readonly week: IsoWeek;
  readonly articles: number;
  readonly handled: number;
}

export interface Forecast {
  readonly today: IsoDate;
  /** Without a gap, the week of `today` first. */
  readonly weeks: readonly IsoWeek[];
  /** The owners that have an article, sorted by key. */
  readonly owners: readonly OwnerForecast[];
  /** By week, then by owner. */
  readonly warnings: readonly ForecastWarning[];
}

export interface ForecastOptions {
  readonly today: IsoDate;
  /** How many weeks to look ahead. */
  readonly weeks?: number | undefined;
  /** As `countHandled` gives it. Nobody is warned of an owner who is not in it. */
  readonly handled?: ReadonlyMap<string, number> | undefined;
}

/** Drafts are not in force yet and archived articles no longer are: their dates ask nobody for work. */
function isLive({ trust }: ReportedArticle): boolean {
  return trust !== 'draft' && trust !== 'archived' && trust !== 'invalid';
}

/** Forecasts what expires of `articles`, as the report judged them on the same day. Pure. */
export function buildForecast(articles: readonly ReportedArticle[], options: ForecastOptions): Forecast {
  const { today, handled } = options;
  const weeks = weeksFrom(today, options.weeks ?? forecastWeeks);
  const byOwner = new Map<string, ReportedArticle[]>();
  for (const article of articles.filter(isLive)) {
    if (article.owner === null) continue;
    const group = byOwner.get(article.owner);
    if (group) group.push(article);
    else byOwner.set(article.owner, [article]);
  }
  const owners = [...byOwner]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([owner, group]) => forecastOwner(owner, group, { today, weeks, handled: handled?.get(owner) }));
  const warnings = weeks.flatMap((week, index) => owners.flatMap((owner) => warnOf(owner, week, index)));
  return { today, weeks, owners, warnings };
}

interface OwnerTerms {
  readonly today: IsoDate;
  readonly weeks: readonly IsoWeek[];
  readonly handled: number | undefined;
}

function forecastOwner(
  owner: string,
  articles: readonly ReportedArticle[],
  { today, weeks, handled }: OwnerTerms,
): OwnerForecast {
  const [first] = weeks;
  const cells = weeks.map((): ReportedArticle[] => []);
  const overdue: ReportedArticle[] = [];
  let later = 0;
  for (const { article, expires } of sortByExpiry(articles)) {
    const cell = first && cells[Math.floor(daysBetween(first.monday, expires) / 7)];
    if (expires < today) overdue.push(article);
    else if (cell) cell.push(article);
    else later++;
  }
  return { owner, overdue, weeks: cells, later, handled };
}

/** The articles that expire at all, the earliest first. */
function sortByExpiry(
  articles: readonly ReportedArticle[],
): { article: ReportedArticle; expires: IsoDate }[] {
  return articles
    .flatMap((article) => (article.expires === null ? [] : [{ article, expires: article.expires }]))
    .sort((a, b) =>
      a.expires === b.expires ? (a.article.path < b.article.path ? -1 : 1) : a.expires < b.expires ? -1 : 1,
    );
}

function warnOf({ owner, weeks, handled }: OwnerForecast, week: IsoWeek, index: number): ForecastWarning[] {
  const articles = weeks[index]?.length ?? 0;
  return handled !== undefined && articles > handled ? [{ owner, week, articles, handled }] : [];
}
