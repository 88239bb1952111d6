// KnowledgeBase → SitePlan: decides which pages a site has and what each of them says. Pure.

import { messagesFor } from '../../site/locales/messages-for.ts';
import type { ChangeView, SiteView } from '../../site/view.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import type { FeedbackFile } from '../field/read-feedback.ts';
import { articleUrl } from '../model/article.ts';
import { formatPeriod, type IsoDate } from '../model/iso-date.ts';
import { brandStyleUrl } from './brand-style.ts';
import type { VersionsInGit } from './last-change.ts';
import { planArticle } from './plan-article.ts';
import { createPlanContext, type PlanContext, planShell } from './plan-context.ts';
import { planContextData, planContextView } from './plan-context-data.ts';
import { type FieldRemarks, planFeedback } from './plan-feedback.ts';
import { planField } from './plan-field.ts';
import { planFiles } from './plan-files.ts';
import { planGo } from './plan-go.ts';
import { type KnownPast, planHealth } from './plan-health.ts';
import { planInbox } from './plan-inbox.ts';
import { type LanguageTerms, listTopics, planLanguage } from './plan-language.ts';
import { planLook } from './plan-look.ts';
import { findNews } from './plan-news.ts';
import { relateArticles } from './plan-related.ts';
import { groupTags, type TagGroup } from './plan-tags.ts';
import { type CountedUse, planUsage } from './plan-usage.ts';
import { planWebhook } from './plan-webhook.ts';
import type { Logo } from './read-branding.ts';
import { selectArticles, tellsEverything, tellsTeam } from './select-articles.ts';
import { absoluteUrl, type MediaFile, mediaUrl, type PagePlan, type SitePlan } from './site-plan.ts';

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
  /** Where the site will be: for `404.html`, which is shown at any address, and for what programs read. */
  readonly baseUrl?: string | undefined;
  /** What git knows, for the health page; it says what it does not know. */
  readonly past?: KnownPast | undefined;
  /** What git knows of the articles' versions, for what is new. */
  readonly git?: VersionsInGit | undefined;
  /** What readers reported, for the most restricted audience only. */
  readonly feedback?: readonly FeedbackFile[] | undefined;
  /** What was counted of use, where anything was; for the most restricted audience only. */
  readonly use?: CountedUse | undefined;
  /** The team's logo, where it has one. */
  readonly logo?: Logo | undefined;
}

/** What the pages of one language are made from. */
interface LanguagePlan extends Pick<LanguageTerms, 'topics' | 'news'> {
  readonly lang: string;
  /** By key. */
  readonly tags: ReadonlyMap<string, TagGroup>;
  readonly remarks: FieldRemarks;
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

/** What every page shows of the site itself. */
function planSiteView(
  { config }: KnowledgeBase,
  languages: readonly string[],
  { today, audience, assets, devScript, asOf, logo, offline, baseUrl, use }: PlanOptions,
): SiteView {
  const look = planLook(config, audience);
  return {
    name: look.name,
    base: config.name,
    tellsTeam: tellsTeam(config, audience),
    baseUrl: baseUrl === undefined ? undefined : absoluteUrl(baseUrl, ''),
    timezone: config.timezone,
    dueWithin: formatPeriod(config.validity.dueWithin),
    staleAfter: formatPeriod(config.offline.staleAfter),
    offline,
    builtOn: today,
    languages,
    assets,
    health: tellsEverything(config, audience),
    usage: use !== undefined && tellsEverything(config, audience),
    logo: logo && { url: logo.to, width: logo.width, height: logo.height },
    brandStyle: look.accent && brandStyleUrl,
    contact: look.contact,
    field: asOf ? undefined : planField(config, audience),
    context: planContextView(config, audience, asOf === true),
    webhook: planWebhook(config, audience, languages, asOf === true),
    inbox: !asOf,
    devScript,
    asOf,
  };
}

/** Plans the whole site for one audience on one day. */
export function planSite(base: KnowledgeBase, options: PlanOptions): SitePlan {
  const { today, audience, git } = options;
  const { published, listed } = selectArticles(base, audience, options.drafts);
  const languages = base.config.languages.filter((lang) =>
    published.some(({ article }) => article.lang === lang),
  );
  if (languages.length === 0) languages.push(base.config.lang);
  const site = planSiteView(base, languages, options);
  // An older text may have held what a more open audience must not read.
  const tellsPast = tellsEverything(base.config, audience);
  const changes = tellsPast ? options.changes : undefined;
  const context = createPlanContext(base, site, published, { today, changes });
  const news = findNews(published, { today, git, tellsPast });
  const ofLanguage = languages.map((lang): LanguagePlan => {
    const tags = groupTags(lang, published, context.topics);
    return {
      lang,
      tags: new Map(tags.map((tag) => [tag.key, tag])),
      topics: listTopics(lang, published, tags, context),
      news: news.filter(({ document }) => document.article.lang === lang),
      remarks: planFeedback(lang, options.feedback ?? [], context, today),
    };
  });
  const relatedOf = relateArticles(listed, context.isObsolete);
  const lists = new Set(ofLanguage.flatMap(({ topics }) => topics.map(({ link }) => link.url)));
  const inboxes = ofLanguage.map(({ lang, remarks }) => planInbox(lang, published, context, remarks.answers));
  const remarksOf = new Map(ofLanguage.map(({ lang, remarks }) => [lang, remarks]));
  const tagsOf = new Map(ofLanguage.map(({ lang, tags }) => [lang, tags]));
  const pages: PagePlan[] = [
    ...published.map((document): PagePlan => {
      const view = planArticle(document, context, {
        relatedOf,
        tags: tagsOf.get(document.article.lang) ?? new Map(),
        versions: (tellsPast && git?.versions.get(document.path)?.versions) || [],
        hasContacts: tellsPast,
        remarks: remarksOf.get(document.article.lang)?.of(document),
      });
      return { url: view.url, document, view };
    }),
    ...planRedirects(published, context),
    ...ofLanguage.flatMap((terms) =>
      planLanguage(terms.lang, published, context, {
        ...terms,
        knowsChanges: git !== undefined,
        audience,
        hasList: (url) => lists.has(url),
      }),
    ),
    ...inboxes.flatMap((inbox) => inbox.pages),
    ...ofLanguage.flatMap(({ remarks }) => remarks.pages),
    ...(site.usage && options.use ? planUsage(context, today, options.use) : []),
    ...(site.health ? planHealth(published, context, today, options.past ?? {}) : []),
    planGo(new Map(ofLanguage.map(({ lang, topics }) => [lang, topics])), listed, context),
    planNotFound(context, options.baseUrl),
  ].sort((a, b) => (a.url < b.url ? -1 : 1));
  let media: readonly MediaFile[] | undefined;
  return {
    languages,
    articles: published,
    pages,
    embeds: site.tellsTeam && !site.asOf,
    files: [
      ...planFiles(
        { published, listed, news: new Map(ofLanguage.map((own) => [own.lang, own.news])), pages },
        context,
        { audience, tellsEverything: tellsPast, baseUrl: options.baseUrl, today, git },
      ),
      ...inboxes.flatMap((inbox) => inbox.files),
      ...(site.context ? planContextData(site, base.config) : []),
    ],
    get media() {
      media ??= [...(options.logo ? [options.logo] : []), ...planMedia(published, base)];
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
