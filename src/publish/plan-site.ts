// KnowledgeBase → SitePlan: decides which pages a site has and what each of them says. Pure.

import { messagesFor } from '../../site/locales/messages-for.ts';
import type { ArticleCard, CountedLink, PageView, SiteLink, SiteView } from '../../site/view.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { articleTypes, articleUrl } from '../model/article.ts';
import { formatPeriod, type IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { judgeValidity } from '../model/validity.ts';
import { pickLabel } from '../model/wording.ts';
import { planArticle } from './plan-article.ts';
import { type ListTopic, planLists } from './plan-lists.ts';
import { categoryOf, groupBy, isListed, selectArticles } from './select-articles.ts';
import { encodePath, type MediaFile, mediaUrl, type PagePlan, rootFrom, type SitePlan } from './site-plan.ts';

export interface PlanOptions {
  readonly today: IsoDate;
  readonly audience: string;
  /** Whether drafts get pages: in a preview, never in a build. */
  readonly drafts: boolean;
  readonly assets: SiteView['assets'];
  readonly devScript?: string | undefined;
  /** Where the site will be, for the one page that is shown at any address: `404.html`. */
  readonly baseUrl?: string | undefined;
}

/** What the planners of single pages share. */
export interface PlanContext {
  readonly base: KnowledgeBase;
  readonly site: SiteView;
  readonly today: IsoDate;
  /** Whether the site holds an article. */
  readonly has: (document: ArticleDocument) => boolean;
  readonly cardOf: (document: ArticleDocument) => ArticleCard;
  readonly topics: Topics;
}

/** Address of each list page, by language and key. */
export interface Topics {
  readonly category: (lang: string, folders: readonly string[]) => SiteLink;
  readonly reason: (lang: string, key: string) => SiteLink;
  readonly owner: (lang: string, key: string) => SiteLink;
}

/** How many announcements the home page shows. */
const announcementsShown = 5;

function planTopics({ config }: KnowledgeBase): Topics {
  const link = (lang: string, kind: string, key: string, label: string): SiteLink => ({
    url: `${lang}/${kind}/${encodePath(key)}/index.html`,
    label,
  });
  return {
    category: (lang, folders) => {
      const key = folders.join('/');
      const name = (folders.at(-1) ?? '').replaceAll('-', ' ');
      const label = config.categories[key];
      const fallback = name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
      return link(lang, 'category', key, label ? pickLabel(label, lang, config.lang) : fallback);
    },
    reason: (lang, key) =>
      link(lang, 'reason', key, pickLabel(config.reasons[key] ?? { '': key }, lang, config.lang)),
    owner: (lang, key) =>
      link(lang, 'owner', key, pickLabel(config.owners[key]?.name ?? { '': key }, lang, config.lang)),
  };
}

function cardOf(document: ArticleDocument, base: KnowledgeBase, today: IsoDate): ArticleCard {
  const { article } = document;
  const { dueWithin, expiresRequired } = base.config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  const owner = base.config.owners[article.owner];
  return {
    url: articleUrl(article),
    label: article.title,
    id: article.id,
    lang: article.lang,
    type: article.type,
    summary: article.summary,
    owner: owner ? pickLabel(owner.name, article.lang, base.config.lang) : article.owner,
    validity: {
      state: judgeValidity({ ...article, needsExpiry }, today, dueWithin),
      effective: article.effective,
      expires: article.expires,
      needsExpiry,
    },
    trust: judgeTrust(article),
  };
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
  const inSite = new Set(published);
  const languages = base.config.languages.filter((lang) =>
    published.some(({ article }) => article.lang === lang),
  );
  if (languages.length === 0) languages.push(base.config.lang);
  const site: SiteView = {
    name: base.config.name,
    timezone: base.config.timezone,
    dueWithin: formatPeriod(base.config.validity.dueWithin),
    builtOn: options.today,
    languages,
    assets: options.assets,
    devScript: options.devScript,
  };
  const context: PlanContext = {
    base,
    site,
    today: options.today,
    has: (document) => inSite.has(document),
    cardOf: (document) => cardOf(document, base, options.today),
    topics: planTopics(base),
  };
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
    planNotFound(context, options.baseUrl),
  ];
  const media = planMedia(published, base);
  return {
    languages,
    articles: published,
    pages: pages.sort((a, b) => (a.url < b.url ? -1 : 1)),
    media,
    mediaUrls: new Map(media.map(({ from, to }) => [from, encodePath(to)])),
  };
}

/** Pages of one language that are not articles: home, search and the lists. */
function planLanguage(lang: string, published: readonly ArticleDocument[], context: PlanContext): PagePlan[] {
  const { site, topics, base } = context;
  // An archived article still links to its category and owner, so their pages exist; it is on none of them.
  const all = published.filter(({ article }) => article.lang === lang);
  const articles = all.filter(isListed);
  const reasonOrder = Object.keys(base.config.reasons);
  const topicLists: ListTopic[] = [
    ...[...groupBy(all, (document) => parentsOf(categoryOf(document)))].map(([key, group]): ListTopic => {
      const folders = key.split('/');
      const members = group.filter(isListed);
      return {
        of: 'category',
        link: topics.category(lang, folders),
        articles: members.filter((member) => categoryOf(member).join('/') === key),
        total: members.length,
        parent: folders.length > 1 ? topics.category(lang, folders.slice(0, -1)) : undefined,
      };
    }),
    ...[...groupBy(all, ({ article }) => article.reasons.filter((reason) => reasonOrder.includes(reason)))]
      .sort(([a], [b]) => reasonOrder.indexOf(a) - reasonOrder.indexOf(b))
      .map(
        ([key, members]): ListTopic => ({
          of: 'reason',
          link: topics.reason(lang, key),
          articles: members.filter(isListed),
          total: members.filter(isListed).length,
        }),
      ),
    ...[...groupBy(all, ({ article }) => [article.owner])].map(
      ([key, members]): ListTopic => ({
        of: 'owner',
        link: topics.owner(lang, key),
        intro: base.config.owners[key]?.contact,
        articles: members.filter(isListed),
        total: members.filter(isListed).length,
      }),
    ),
  ];
  const home = planHome(lang, articles, topicLists, context);
  const words = messagesFor(lang);
  return [
    ...(lang === site.languages[0] ? [home('index.html')] : []),
    home(`${lang}/index.html`),
    {
      url: `${lang}/search.html`,
      view: {
        ...planShell(context, lang, `${lang}/search.html`, words.search.title),
        kind: 'search',
        types: articleTypes.filter((type) => articles.some(({ article }) => article.type === type)),
        reasons: topicLists
          .filter(({ of }) => of === 'reason')
          .map(({ link }) => ({ key: decodeURIComponent(link.url.split('/')[2] ?? ''), label: link.label })),
      },
    },
    ...planLists(topicLists, lang, context),
  ];
}

/** Every folder on the way to an article: `a/b` is listed under `a` and under `a/b`. */
function parentsOf(folders: readonly string[]): string[] {
  return folders.map((_, depth) => folders.slice(0, depth + 1).join('/'));
}

/** What every page of `context`'s site shares, with the same page in the other languages where `translate` names it. */
export function planShell(
  context: PlanContext,
  lang: string,
  url: string,
  title: string,
  translate: (lang: string) => string | undefined = (other) => url.replace(/^[^/]+\//, `${other}/`),
): PageView {
  const translations = context.site.languages
    .filter((other) => other !== lang)
    .flatMap((other) => {
      const address = translate(other);
      return address === undefined ? [] : [{ lang: other, url: address }];
    });
  const home = {
    url: lang === context.site.languages[0] ? 'index.html' : `${lang}/index.html`,
    label: messagesFor(lang).home,
  };
  return { site: context.site, lang, url, root: rootFrom(url), title, trail: [home], translations };
}

function planHome(
  lang: string,
  articles: readonly ArticleDocument[],
  lists: readonly ListTopic[],
  context: PlanContext,
): (url: string) => PagePlan {
  const counted = (of: ListTopic['of']): CountedLink[] =>
    lists
      .filter((list) => list.of === of && list.parent === undefined && list.total > 0)
      .map(({ link, total }) => ({ ...link, count: total }));
  const byLabel = (a: CountedLink, b: CountedLink) => a.label.localeCompare(b.label, lang);
  const announcements = articles
    .filter(({ article }) => article.type === 'announcement')
    .sort((a, b) => ((a.article.effective ?? '') < (b.article.effective ?? '') ? 1 : -1))
    .map(context.cardOf)
    .filter(({ validity }) => validity.state === 'current' || validity.state === 'due')
    .slice(0, announcementsShown);
  return (url) => ({
    url,
    view: {
      ...planShell(context, lang, url, context.site.name, (other) => `${other}/index.html`),
      trail: [],
      kind: 'home',
      total: articles.length,
      announcements,
      reasons: counted('reason'),
      categories: counted('category').sort(byLabel),
      owners: counted('owner').sort(byLabel),
    },
  });
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
