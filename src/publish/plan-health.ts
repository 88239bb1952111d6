// The health page of each language: the whole base on the day of the build, so only readers of everything get it.
import type { Mention } from '../../site/health-figures.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { type ArticleDocument, isArticleDocument } from '../content/knowledge-base.ts';
import type { ArticleChange } from '../history/read-changes.ts';
import { articleUrl } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { withReasonsAbove } from '../model/reasons.ts';
import { buildHealth, type Health } from '../report/health.ts';
import { buildReport } from '../report/report.ts';
import { type Names, nameFigures } from './name-health.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** What git, and the remarks that were collected, know of the past; each is absent where nobody was asked. */
export interface KnownPast {
  /** The most articles that an owner handled in one week, as `countHandled` gives it. */
  readonly handled?: ReadonlyMap<string, number> | undefined;
  /** Day of the last change of each article, by path. */
  readonly lastChanged?: ReadonlyMap<string, IsoDate> | undefined;
  /** Edits after the validation, by path. */
  readonly changes?: ReadonlyMap<string, ArticleChange> | undefined;
  /** Views of the last 30 days by path, where any were counted. */
  readonly views?: ReadonlyMap<string, number> | undefined;
  /** Open remarks by path, where any were collected. */
  readonly feedback?: ReadonlyMap<string, number> | undefined;
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
  { handled, lastChanged = new Map(), changes, feedback, views }: KnownPast,
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
          health ??= buildHealth(
            context.base,
            buildReport(context.base, { today, lastChanged, changes, feedback, views }),
            {
              handled,
            },
          );
          return nameFigures(health, names);
        },
      },
    };
  });
}

function createNames(lang: string, published: readonly ArticleDocument[], context: PlanContext): Names {
  const { base, topics } = context;
  // The lists that planLanguage makes: of owners and reasons that an article of the language names, and of the reasons above.
  const own = published.filter(({ article }) => article.lang === lang);
  const owners = new Set(own.map(({ article }) => article.owner));
  const reasons = new Set(own.flatMap(({ article }) => withReasonsAbove(base.config, article.reasons)));
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
