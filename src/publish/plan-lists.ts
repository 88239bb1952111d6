// List pages of categories, contact reasons and owners, cut so that no page grows with the base.
import type { CountedLink, SiteLink } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** One list: a category, a contact reason or an owner. */
export interface ListTopic {
  readonly of: 'category' | 'reason' | 'owner';
  /** Its first page. */
  readonly link: SiteLink;
  readonly intro?: string | undefined;
  /** The articles that its own pages show. */
  readonly articles: readonly ArticleDocument[];
  /** All articles below it, those of sub-categories too. */
  readonly total: number;
  /** The category that holds this one. */
  readonly parent?: SiteLink | undefined;
}

/** Articles on one page of a list. */
export const articlesPerPage = 50;

function pageUrl(first: string, page: number): string {
  return page === 1 ? first : first.replace(/index\.html$/, `page-${page}.html`);
}

/** The way from the home page to a list: its ancestors, outermost first. */
function ancestorsOf(topic: ListTopic, topics: readonly ListTopic[]): SiteLink[] {
  const { parent } = topic;
  if (parent === undefined) return [];
  const above = topics.find(({ link }) => link.url === parent.url);
  return above ? [...ancestorsOf(above, topics), parent] : [parent];
}

/** Plans every page of every list in `topics`, articles sorted by title as the language sorts. */
export function planLists(topics: readonly ListTopic[], lang: string, context: PlanContext): PagePlan[] {
  const collator = new Intl.Collator(lang, { numeric: true });
  return topics.flatMap((topic) => {
    const articles = [...topic.articles].sort(
      (a, b) => collator.compare(a.article.title, b.article.title) || (a.path < b.path ? -1 : 1),
    );
    const children: CountedLink[] = topics
      .filter(({ parent }) => parent?.url === topic.link.url)
      .map(({ link, total }) => ({ ...link, count: total }))
      .sort((a, b) => collator.compare(a.label, b.label));
    const pages = Math.max(1, Math.ceil(articles.length / articlesPerPage));
    return Array.from({ length: pages }, (_, index): PagePlan => {
      const page = index + 1;
      const url = decodeURIComponent(pageUrl(topic.link.url, page));
      // A list in another language may not exist: the switch leads to that language's home page.
      const shell = planShell(context, lang, url, topic.link.label, (other) => `${other}/index.html`);
      return {
        url,
        view: {
          ...shell,
          trail: [...shell.trail, ...ancestorsOf(topic, topics)],
          kind: 'list',
          of: topic.of,
          intro: topic.intro,
          children: page === 1 ? children : [],
          articles: articles.slice(index * articlesPerPage, page * articlesPerPage).map(context.cardOf),
          page,
          pages,
          previousUrl: page > 1 ? pageUrl(topic.link.url, page - 1) : undefined,
          nextUrl: page < pages ? pageUrl(topic.link.url, page + 1) : undefined,
          total: topic.total,
        },
      };
    });
  });
}
