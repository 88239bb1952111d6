// KnowledgeBase → SitePlan: decides which pages a site has and what each of them says. Pure.

import { messagesFor } from '../../site/locales/messages-for.ts';
import type { ChangeView, SiteView } from '../../site/view.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { articleUrl } from '../model/article.ts';
import { formatPeriod, type IsoDate } from '../model/iso-date.ts';
import { planArticle } from './plan-article.ts';
import { createPlanContext, type PlanContext, planShell } from './plan-context.ts';
import { hasHealthPage, type KnownPast, planHealth } from './plan-health.ts';
import { planLanguage } from './plan-language.ts';
import { groupBy, selectArticles } from './select-articles.ts';
import { type MediaFile, mediaUrl, type PagePlan, type SitePlan } from './site-plan.ts';

export interface PlanOptions {
  readonly today: IsoDate;
  readonly audience: string;
  /** Whether drafts get pages: in a preview, never in a build. */
  readonly drafts: boolean;
  readonly assets: SiteView['assets'];
  /** What changed in each `changed` article since its validation, by path; shown to the most restricted audience only. */
  readonly changes?: ReadonlyMap<string, ChangeView> | undefined;
  readonly devScript?: string | undefined;
  /** Whether the site shows how the base was on a day that is over. */
  readonly asOf?: boolean | undefined;
  /** Whether the site on a web server can be read offline: a build of the present, unless configured otherwise. */
  readonly offline?: boolean | undefined;
  /** Where the site will be, for the one page that is shown at any address: `404.html`. */
  readonly baseUrl?: string | undefined;
  /** What git knows, for the health page; it says what it does not know. */
  readonly past?: KnownPast | undefined;
}

/** Media that the site's articles show or offer: what no published article uses is nobody's to see. */
function planMedia(articles: readonly ArticleDocument[], base: KnowledgeBase): MediaFile[] {
  const used = new Set<string>();
  for (const document of articles) {
    const { links = [], images = [] } = document.markdown ?? {};
    for (const { url } of [...links, ...images]) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'asset') used.add(target.path);
    }
  }
  return [...used].sort().map((from) => ({ from, to: mediaUrl(from, base.config.content) }));
}

/** Plans the whole site for one audience on one day. */
export function planSite(base: KnowledgeBase, options: PlanOptions): SitePlan {
  const { published, listed } = selectArticles(base, options.audience, options.drafts);
  const languages = base.config.languages.filter((lang) =>
    published.some(({ article }) => article.lang === lang),
  );
  if (languages.length === 0) languages.push(base.config.lang);
  const site: SiteView = {
    name: base.config.name,
    timezone: base.config.timezone,
    dueWithin: formatPeriod(base.config.validity.dueWithin),
    staleAfter: formatPeriod(base.config.offline.staleAfter),
    offline: options.offline,
    builtOn: options.today,
    languages,
    assets: options.assets,
    health: hasHealthPage(base.config, options.audience),
    devScript: options.devScript,
    asOf: options.asOf,
  };
  // An older text may have held what a more open audience must not read.
  const changes = options.audience === base.config.audiences[0] ? options.changes : undefined;
  const context = createPlanContext(base, site, published, { today: options.today, changes });
  const byReason = groupBy(listed, ({ article }) =>
    article.reasons.map((reason) => `${article.lang} ${reason}`),
  );
  const pages: PagePlan[] = [
    ...published.map((document): PagePlan => {
      const view = planArticle(document, context, byReason);
      return { url: view.url, document, view };
    }),
    ...planRedirects(published, context),
    ...languages.flatMap((lang) => planLanguage(lang, published, context)),
    ...(site.health ? planHealth(published, context, options.today, options.past ?? {}) : []),
    planNotFound(context, options.baseUrl),
  ];
  let media: readonly MediaFile[] | undefined;
  return {
    languages,
    articles: published,
    pages: pages.sort((a, b) => (a.url < b.url ? -1 : 1)),
    get media() {
      media ??= planMedia(published, base);
      return media;
    },
  };
}

/** A page at each former id that leads to where the article is now. */
function planRedirects(published: readonly ArticleDocument[], context: PlanContext): PagePlan[] {
  return published.flatMap(({ article }) =>
    article.formerly
      .filter((id) => findArticle(context.base, id, article.lang)?.article.id === article.id)
      .map((id): PagePlan => {
        const url = articleUrl({ lang: article.lang, id });
        return {
          url,
          view: {
            ...planShell(context, article.lang, url, article.title, () => undefined),
            kind: 'redirect',
            target: { url: articleUrl(article), label: article.title },
          },
        };
      }),
  );
}

function planNotFound(context: PlanContext, baseUrl: string | undefined): PagePlan {
  const lang = context.site.languages[0] ?? context.base.config.lang;
  const shell = planShell(context, lang, '404.html', messagesFor(lang).notFound.title, () => undefined);
  const root = baseUrl === undefined ? shell.root : baseUrl.replace(/\/*$/, '/');
  return { url: '404.html', view: { ...shell, root, kind: 'not-found' } };
}
