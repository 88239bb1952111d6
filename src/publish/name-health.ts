// Health → the figures of its page: owners, reasons and articles by the names that they have in the page's language, with links where there are pages.
import type { ArticleMention, HealthFigures, Mention } from '../../site/health-figures.ts';
import { capAt, mapCapped } from '../model/capped.ts';
import { daysBetween } from '../model/iso-date.ts';
import type { Coverage, ReasonCoverage } from '../report/coverage.ts';
import type { Forecast } from '../report/forecast.ts';
import type { Health } from '../report/health.ts';
import type { ReportedArticle } from '../report/report.ts';

/** How many articles of one week the page names. */
const shownPerWeek = 5;
/** How many warnings it spells out; every one is marked in the table of the forecast. */
const warningsShown = 15;

/** What a page in one language calls things, and where it may lead. */
export interface Names {
  readonly owner: (key: string | null) => Mention;
  readonly reason: (key: string) => Mention;
  readonly article: (article: ReportedArticle) => ArticleMention;
}

/** The figures of `health` as a page with these names shows them. Pure. */
export function nameFigures(health: Health, names: Names): HealthFigures {
  const { today, total, validity, trust, coverage } = health;
  const audiences = coverage.audiences.length > 1 ? coverage.audiences : [];
  return {
    today,
    total,
    validity,
    trust,
    owners: health.owners.map(({ owner, ...counts }) => ({ owner: names.owner(owner), ...counts })),
    toUpdate: mapCapped(health.toUpdate, names.article),
    forecast: nameForecast(inOrderOf(health.owners, health.forecast), names),
    waiting: mapCapped(health.waiting, ({ article, since }) => ({
      article: names.article(article),
      since: since && { date: since.day, days: daysBetween(since.day, today), basis: since.basis },
    })),
    obsolete: mapCapped(health.obsolete, ({ article, state }) => ({
      article: names.article(article),
      state,
    })),
    coverage: {
      lang: coverage.lang,
      otherLanguages: coverage.otherLanguages,
      audiences,
      reasons: holesFirst(coverage.reasons).map(
        ({ reason, depth, types, total: inForce, otherLanguages, audiences: readable, hole }) => ({
          reason: names.reason(reason),
          depth,
          types,
          total: inForce,
          forAudiences: audiences.map((audience) => readable[audience] ?? 0),
          inOthers: coverage.otherLanguages.map((other) => otherLanguages[other] ?? 0),
          hole,
        }),
      ),
    },
  };
}

/** The forecast with its owners as the other tables have them. */
function inOrderOf(owners: Health['owners'], forecast: Forecast): Forecast {
  const place = new Map(owners.map(({ owner }, index) => [owner, index]));
  const placeOf = ({ owner }: Forecast['owners'][number]) => place.get(owner) ?? 0;
  return { ...forecast, owners: [...forecast.owners].sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** The reasons in their order, but those first that, or below which one, has the gravest lack: on each level. */
function holesFirst(reasons: Coverage['reasons']): ReasonCoverage[] {
  const order: readonly ReasonCoverage['hole'][] = ['nothing', 'no-procedure', undefined];
  const gravityOf = ({ reason, hole }: ReasonCoverage): number =>
    Math.min(order.indexOf(hole), ...childrenOf(reason).map(gravityOf));
  const childrenOf = (of: string | null) => reasons.filter(({ parent }) => parent === of);
  const walk = (of: string | null): ReasonCoverage[] =>
    childrenOf(of)
      .sort((a, b) => gravityOf(a) - gravityOf(b))
      .flatMap((row) => [row, ...walk(row.reason)]);
  return walk(null);
}

function nameForecast({ weeks, owners, warnings }: Forecast, names: Names): HealthFigures['forecast'] {
  return {
    weeks: weeks.map(({ year, week, monday }, index) => {
      const articles = owners
        .flatMap((owner) => owner.weeks[index] ?? [])
        .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
      return {
        key: `${year}-${String(week).padStart(2, '0')}`,
        week,
        monday,
        total: articles.length,
        articles: mapCapped(capAt(articles, shownPerWeek), names.article),
      };
    }),
    owners: owners.map(({ owner, overdue, weeks: cells, later, handled }) => ({
      owner: names.owner(owner),
      overdue: overdue.length,
      weeks: cells.map(({ length }) => ({
        articles: length,
        exceeds: handled !== undefined && length > handled,
      })),
      later,
      handled,
    })),
    warnings: mapCapped(capAt(warnings, warningsShown), ({ owner, week, articles, handled }) => ({
      owner: names.owner(owner).label,
      monday: week.monday,
      articles,
      handled,
    })),
  };
}
