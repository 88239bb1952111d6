// The pages of one language that are not articles: home, news, search, and the lists of categories, contact reasons, owners and tags.
import { newsUrl } from '../../site/components/href.ts';
import type { ReasonTargetsView } from '../../site/list-view.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import type { PathLink } from '../../site/path-view.ts';
import type { CountedLink } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { articleTypes } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import {
  keywordsOfReason,
  listReasonTree,
  reasonsAbove,
  reasonsBelow,
  targetsOfReason,
  withReasonsAbove,
} from '../model/reasons.ts';
import { pickLabel } from '../model/wording.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import { type ListTopic, planLists } from './plan-lists.ts';
import type { NewsItem } from './plan-news.ts';
import { planNewsPage, planWeek } from './plan-news-page.ts';
import { planPathLinks, planPaths } from './plan-paths.ts';
import type { TagGroup } from './plan-tags.ts';
import { categoryOf, groupBy, isListed } from './select-articles.ts';
import type { PagePlan } from './site-plan.ts';

/** How many announcements the home page shows. */
const announcementsShown = 5;

/** What the pages of one language show beside the articles' own. */
export interface LanguageTerms {
  /** Its lists, as `listTopics` gives them. */
  readonly topics: readonly ListTopic[];
  readonly news: readonly NewsItem[];
  /** Whether git told of changes. */
  readonly knowsChanges: boolean;
  readonly audience: string;
  /** Whether the site has a list at an address. */
  readonly hasList: (url: string) => boolean;
}

/** The lists of one language: categories, contact reasons, owners, and the tags `tags` that have a page. */
export function listTopics(
  lang: string,
  published: readonly ArticleDocument[],
  tags: readonly TagGroup[],
  { topics, base, site }: PlanContext,
): ListTopic[] {
  // An archived article still links to its category and owner, so their pages exist; it is on none of them.
  const all = published.filter(({ article }) => article.lang === lang);
  const reasonOrder = listReasonTree(base.config).map(({ key }) => key);
  const isReason = (key: string) => Object.hasOwn(base.config.reasons, key);
  const listed = (members: readonly ArticleDocument[]) => {
    const articles = members.filter(isListed);
    return { articles, total: articles.length };
  };
  return [
    ...[...groupBy(all, (document) => parentsOf(categoryOf(document)))].map(([key, group]): ListTopic => {
      const folders = key.split('/');
      const members = group.filter(isListed);
      return {
        of: 'category',
        key,
        link: topics.category(lang, folders),
        articles: members.filter((member) => categoryOf(member).join('/') === key),
        total: members.length,
        parent: folders.length > 1 ? topics.category(lang, folders.slice(0, -1)) : undefined,
      };
    }),
    ...[...groupBy(all, ({ article }) => withReasonsAbove(base.config, article.reasons.filter(isReason)))]
      .sort(([a], [b]) => reasonOrder.indexOf(a) - reasonOrder.indexOf(b))
      .map(([key, group]): ListTopic => {
        const parent = base.config.reasonParents[key];
        const members = group.filter(isListed);
        const isOwn = ({ article }: ArticleDocument) => article.reasons.includes(key);
        return {
          of: 'reason',
          key,
          link: topics.reason(lang, key),
          // Neither is for the public: it is promised nothing, and colleagues' words are not its own.
          targets: site.tellsTeam ? planTargets(key, lang, base.config) : undefined,
          keywords: site.tellsTeam ? keywordsOfReason(base.config, key, lang) : undefined,
          family: [key, ...reasonsBelow(base.config, key)],
          articles: members.filter(isOwn),
          below: members.filter((member) => !isOwn(member)),
          total: members.length,
          parent: parent === undefined ? undefined : topics.reason(lang, parent),
        };
      }),
    ...[...groupBy(site.tellsTeam ? all : [], ({ article }) => [article.owner])].map(
      ([key, members]): ListTopic => ({
        of: 'owner',
        key,
        link: topics.owner(lang, key),
        intro: base.config.owners[key]?.contact,
        ...listed(members),
      }),
    ),
    ...tags.map(({ key, link, articles }): ListTopic => ({ of: 'tag', key, link, ...listed(articles) })),
  ];
}

/** What the team aims at for the reason `key`. */
function planTargets(key: string, lang: string, config: Config): ReasonTargetsView | undefined {
  const targets = targetsOfReason(config, key);
  if (targets === undefined) return undefined;
  const { escalation, ...figures } = targets;
  return { ...figures, escalation: escalation && pickLabel(escalation, lang, config.lang) };
}

/** Pages of one language that are not articles: home, news, search and the lists. */
export function planLanguage(
  lang: string,
  published: readonly ArticleDocument[],
  context: PlanContext,
  { topics, news, knowsChanges, audience, hasList }: LanguageTerms,
): PagePlan[] {
  const { site, base } = context;
  const articles = published.filter((document) => document.article.lang === lang && isListed(document));
  const home = planHome(lang, articles, topics, news, planPathLinks(lang, audience, context), context);
  const words = messagesFor(lang);
  return [
    ...(lang === site.languages[0] ? [home('index.html')] : []),
    home(`${lang}/index.html`),
    planNewsPage(lang, news, knowsChanges, context),
    {
      url: `${lang}/search.html`,
      view: {
        ...planShell(context, lang, `${lang}/search.html`, words.search.title),
        kind: 'search',
        types: articleTypes.filter((type) => articles.some(({ article }) => article.type === type)),
        reasons: topics
          .filter(({ of }) => of === 'reason')
          .map(({ key, link }) => ({
            key,
            label: link.label,
            depth: reasonsAbove(base.config, key).length,
          })),
      },
    },
    ...planPaths(lang, audience, context),
    ...planLists(topics, lang, context, hasList),
  ];
}

/** Every folder on the way to an article: `a/b` is listed under `a` and under `a/b`. */
function parentsOf(folders: readonly string[]): string[] {
  return folders.map((_, depth) => folders.slice(0, depth + 1).join('/'));
}

function planHome(
  lang: string,
  articles: readonly ArticleDocument[],
  lists: readonly ListTopic[],
  news: readonly NewsItem[],
  paths: readonly PathLink[],
  context: PlanContext,
): (url: string) => PagePlan {
  /** What stands directly below a contact reason: who does not find the reason's name may find these. */
  const hintOf = (url: string): string | undefined => {
    const below = lists.filter(
      ({ of, parent, total }) => of === 'reason' && parent?.url === url && total > 0,
    );
    return below.map(({ link }) => link.label).join(', ') || undefined;
  };
  const counted = (of: ListTopic['of']): CountedLink[] =>
    lists
      .filter((list) => list.of === of && list.parent === undefined && list.total > 0)
      .map(({ link, total }) => ({ ...link, count: total, hint: hintOf(link.url) }));
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
      week: planWeek(news, context),
      newsUrl: newsUrl(lang),
      paths,
      reasons: counted('reason'),
      categories: counted('category').sort(byLabel),
      owners: counted('owner').sort(byLabel),
    },
  });
}
