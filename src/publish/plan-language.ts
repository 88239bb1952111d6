// The pages of one language that are not articles: home, search, and the lists of categories, contact reasons and owners.
import { messagesFor } from '../../site/locales/messages-for.ts';
import type { CountedLink } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { articleTypes } from '../model/article.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import { type ListTopic, planLists } from './plan-lists.ts';
import { categoryOf, groupBy, isListed } from './select-articles.ts';
import type { PagePlan } from './site-plan.ts';

/** How many announcements the home page shows. */
const announcementsShown = 5;

/** Pages of one language that are not articles: home, search and the lists. */
export function planLanguage(
  lang: string,
  published: readonly ArticleDocument[],
  context: PlanContext,
): PagePlan[] {
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
