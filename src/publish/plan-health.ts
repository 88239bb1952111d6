// The health page of each language: the whole base on the day of the build, so only readers of everything get it.
import type { ArticleMention, HealthFigures, Mention } from '../../site/health-figures.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { type ArticleDocument, isArticleDocument } from '../content/knowledge-base.ts';
import type { ArticleChange } from '../history/read-changes.ts';
import { articleUrl } from '../model/article.ts';
import { capAt, mapCapped } from '../model/capped.ts';
import type { Config } from '../model/config.ts';
import { daysBetween, type IsoDate } from '../model/iso-date.ts';
import type { Coverage, ReasonCoverage } from '../report/coverage.ts';
import type { Forecast } from '../report/forecast.ts';
import { buildHealth, type Health } from '../report/health.ts';
import { buildReport, type ReportedArticle } from '../report/report.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** How many articles of one week the page names. */
const shownPerWeek = 5;
/** How many warnings it spells out; every one is marked in the table of the forecast. */
const warningsShown = 15;

/** Whether the site for `audience` has a health page: it tells of every article, so its readers may read every article. */
export function hasHealthPage({ audiences }: Config, audience: string): boolean {
  return audience === audiences[0];
}

/** What git knows of the past; each is absent where git was not asked. */
export interface KnownPast {
  /** The most articles that an owner handled in one week, as `countHandled` gives it. */
  readonly handled?: ReadonlyMap<string, number> | undefined;
  /** Day of the last change of each article, by path. */
  readonly lastChanged?: ReadonlyMap<string, IsoDate> | undefined;
  /** Edits after the validation, by path. */
  readonly changes?: ReadonlyMap<string, ArticleChange> | undefined;
}

/**
 * Plans the health page of every language of the site, judged on `today`.
 *
 * The figures are made when the first page is written: links are counted for them, and so every body is parsed.
 */
export function planHealth(
  published: readonly ArticleDocument[],
  context: PlanContext,
  today: IsoDate,
  { handled, lastChanged = new Map(), changes }: KnownPast,
): PagePlan[] {
  let health: Health | undefined;
  return context.site.languages.map((lang): PagePlan => {
    const url = `${lang}/health.html`;
    const names = createNames(lang, published, context);
    return {
      url,
      view: {
        ...planShell(context, lang, url, messagesFor(lang).health.title),
        kind: 'health',
        get health() {
          health ??= buildHealth(context.base, buildReport(context.base, { today, lastChanged, changes }), {
            handled,
          });
          return nameFigures(health, names);
        },
      },
    };
  });
}

/** What a page in one language calls things, and where it may lead. */
interface Names {
  readonly owner: (key: string | null) => Mention;
  readonly reason: (key: string) => Mention;
  readonly article: (article: ReportedArticle) => ArticleMention;
}

function createNames(lang: string, published: readonly ArticleDocument[], context: PlanContext): Names {
  const { base, topics } = context;
  // The lists that planLanguage makes: of owners and reasons that an article of the language names.
  const own = published.filter(({ article }) => article.lang === lang);
  const owners = new Set(own.map(({ article }) => article.owner));
  const reasons = new Set(own.flatMap(({ article }) => article.reasons));
  const owner = (key: string | null): Mention => {
    if (key === null) return { label: messagesFor(lang).health.unreadableFiles };
    const link = topics.owner(lang, key);
    return owners.has(key) ? link : { label: link.label };
  };
  return {
    owner,
    reason: (key) => {
      const link = topics.reason(lang, key);
      return reasons.has(key) ? link : { label: link.label };
    },
    article: (article) => {
      const document = base.byPath.get(article.path);
      const linked = document && isArticleDocument(document) && context.has(document);
      return {
        label: article.title ?? article.path,
        url: linked ? articleUrl(document.article) : undefined,
        lang: article.lang ?? undefined,
        owner: article.owner === null ? '–' : owner(article.owner).label,
        validity: { state: article.validity },
        trust: article.trust,
        expires: article.expires ?? undefined,
        why: article.why[messagesFor(lang).lang],
        incomingLinks: article.incomingLinks,
      };
    },
  };
}

function nameFigures(health: Health, names: Names): HealthFigures {
  const { today, total, validity, trust, coverage } = health;
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
      reasons: holesFirst(coverage.reasons).map(
        ({ reason, types, total: inForce, otherLanguages, hole }) => ({
          reason: names.reason(reason),
          types,
          total: inForce,
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

/** The reasons with the gravest lack first, else in their order. */
function holesFirst(reasons: Coverage['reasons']): ReasonCoverage[] {
  const order: readonly ReasonCoverage['hole'][] = ['nothing', 'no-procedure', undefined];
  return [...reasons].sort((a, b) => order.indexOf(a.hole) - order.indexOf(b.hole));
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
